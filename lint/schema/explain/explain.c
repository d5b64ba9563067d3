/* explain.c - finds all that is wrong with an invalid document */

#include "lint/schema/explain/explain.h"

static void explain_child(struct explanation *x, const struct subschema *schema,
                          const struct place *parent, uint32_t index,
                          struct failures *out)
{
    /* Most children are fine: a place is made only for the others. */
    if (evaluate(&x->evaluation, schema, parent->value->entries[index].value, NULL))
        return;
    explain_schema(x, schema, place_child(x, parent, index), NULL, out);
}

static void add_unknown(struct explanation *x, const struct subschema *schema,
                        const struct check *check, const struct entry *keyword,
                        const struct place *place, struct failures *out)
{
    failure_add(x, out, FAILURE_UNKNOWN, schema, check, place)->keyword = keyword;
}

/* An entry that neither properties nor patternProperties know. */
static void explain_additional(struct explanation *x, const struct subschema *schema,
                               const struct check *check, const struct place *parent,
                               uint32_t index, struct failures *out)
{
    const struct properties *properties = check->as.properties;

    if (properties->additional->never)
        add_unknown(x, schema, check, properties->additional_keyword,
                    place_child(x, parent, index), out);
    else
        explain_child(x, properties->additional, parent, index, out);
}

static void explain_property(struct explanation *x, const struct subschema *schema,
                             const struct check *check, const struct place *parent,
                             uint32_t index, struct seen *seen, struct failures *out)
{
    const struct properties *properties = check->as.properties;
    struct str name = parent->value->entries[index].key;
    const struct property *property = properties_find(properties, name);
    bool known = property && property->schema;

    if (known)
        explain_child(x, property->schema, parent, index, out);
    for (uint32_t i = 0; i < properties->pattern_count; i++) {
        const struct pattern_property *pattern = &properties->patterns[i];

        if (!evaluation_matches(&x->evaluation, check, pattern->regex,
                                parent->value->entries[index].key_span, name))
            continue;
        known = true;
        explain_child(x, pattern->schema, parent, index, out);
    }
    if (!known && properties->additional)
        explain_additional(x, schema, check, parent, index, out);
    if (known || properties->additional)
        seen_add(seen, index);
}

static void explain_names(struct explanation *x, const struct subschema *schema,
                          const struct check *check, const struct entry *keyword,
                          const struct value *names, struct str needed_by,
                          const struct place *place, struct failures *out)
{
    for (uint32_t i = 0; i < names->count; i++) {
        struct str name = names->entries[i].value->text;
        struct failure *failure;

        if (value_entry(place->value, name))
            continue;
        failure = failure_add(x, out, FAILURE_MISSING, schema, check, place);
        failure->keyword = keyword;
        failure->name = name;
        failure->needed_by = needed_by;
    }
}

static void explain_properties(struct explanation *x, const struct subschema *schema,
                               const struct check *check, const struct place *place,
                               struct seen *seen, struct failures *out)
{
    const struct entry *required = check->as.properties->required_keyword;

    for (uint32_t i = 0; i < place->value->count; i++)
        explain_property(x, schema, check, place, i, seen, out);
    if (required)
        explain_names(x, schema, check, required, required->value, STR(""), place, out);
}

static void explain_dependent_required(struct explanation *x,
                                       const struct subschema *schema,
                                       const struct check *check,
                                       const struct place *place, struct failures *out)
{
    const struct value *rules = check->keyword->value;

    for (uint32_t i = 0; i < rules->count; i++) {
        const struct entry *asking = value_entry(place->value, rules->entries[i].key);
        struct failures own = {NULL, NULL, 0};

        if (!asking)
            continue;
        explain_names(x, schema, check, check->keyword, rules->entries[i].value,
                      rules->entries[i].key, place, &own);
        for (struct failure *f = own.first; f; f = f->next)
            failure_relate(x->arena, f, asking->key_span, STR("needed by this"));
        failures_append(out, &own);
    }
}

static void explain_property_names(struct explanation *x, const struct check *check,
                                   const struct place *parent, struct failures *out)
{
    for (uint32_t i = 0; i < parent->value->count; i++)
        explain_schema(x, check->as.schema, place_name(x, parent, i), NULL, out);
}

static void explain_items(struct explanation *x, const struct subschema *schema,
                          const struct check *check, const struct place *place,
                          struct seen *seen, struct failures *out)
{
    const struct items *items = check->as.items;

    for (uint32_t i = 0; i < place->value->count; i++) {
        const struct subschema *item = items_schema(items, i);

        if (!item)
            return;
        seen_add(seen, i);
        if (item->never)
            failure_add(x, out, FAILURE_NEVER, schema, check, place_child(x, place, i))
                ->keyword = items->rest_keyword;
        else
            explain_child(x, item, place, i, out);
    }
}

static void explain_contains(struct explanation *x, const struct subschema *schema,
                             const struct check *check, const struct place *place,
                             struct failures *out)
{
    const struct contains *contains = check->as.contains;
    struct failure *failure = failure_add(x, out, FAILURE_CHECK, schema, check, place);

    for (uint32_t i = 0; i < place->value->count; i++)
        failure->found += evaluate(&x->evaluation, contains->schema,
                                   place->value->entries[i].value, NULL);
    if (failure->found > contains->maximum)
        failure->keyword = contains->maximum_keyword;
}

static void explain_unevaluated(struct explanation *x, const struct subschema *schema,
                                const struct check *check, const struct place *place,
                                struct seen *seen, struct failures *out)
{
    for (uint32_t i = 0; i < place->value->count; i++) {
        if (seen_has(seen, i))
            continue;
        if (!check->as.schema->never)
            explain_child(x, check->as.schema, place, i, out);
        else if (place->value->kind == VALUE_MAP)
            add_unknown(x, schema, check, check->keyword, place_child(x, place, i), out);
        else
            failure_add(x, out, FAILURE_NEVER, schema, check, place_child(x, place, i));
        seen_add(seen, i);
    }
}

/* The value that made the test of an `if` hold: the first that it names by enum or const.
 */
static const struct entry *tested_entry(const struct subschema *test,
                                        const struct value *map)
{
    const struct value *properties = value_get(test->value, "properties");

    for (uint32_t i = 0; properties && i < properties->count; i++) {
        const struct value *schema = properties->entries[i].value;
        const struct entry *entry = value_entry(map, properties->entries[i].key);

        if (entry && (value_get(schema, "const") || value_get(schema, "enum")))
            return entry;
    }
    return NULL;
}

/* `then` and `else` ask for what they do because of that value. */
static void relate_test(struct explanation *x, const struct conditional *condition,
                        const struct place *place, struct failures *failures)
{
    const struct entry *because = tested_entry(condition->test, place->value);

    for (struct failure *f = failures->first; f && because; f = f->next)
        if (f->place->value != because->value)
            failure_relate(x->arena, f, because->value->span,
                           STR("because of this value"));
}

static void explain_if(struct explanation *x, const struct subschema *schema,
                       const struct check *check, const struct place *place,
                       struct seen *seen, struct failures *out)
{
    const struct conditional *condition = &check->as.condition;
    const struct subschema *next = condition->otherwise;
    struct failures own = {NULL, NULL, 0};

    if (evaluate(&x->evaluation, condition->test, place->value, NULL)) {
        evaluate(&x->evaluation, condition->test, place->value, seen);
        next = condition->then;
    }
    if (!next)
        return;
    if (next->never)
        failure_add(x, &own, FAILURE_NEVER, schema, check, place)->keyword = value_entry(
            schema->value, next == condition->then ? STR("then") : STR("else"));
    else
        explain_schema(x, next, place, seen, &own);
    relate_test(x, condition, place, &own);
    failures_append(out, &own);
}

static void explain_dependencies(struct explanation *x, const struct subschema *schema,
                                 const struct check *check, const struct place *place,
                                 struct seen *seen, struct failures *out)
{
    for (uint32_t i = 0; i < check->as.dependencies.count; i++) {
        const struct dependency *dependency = &check->as.dependencies.items[i];

        if (!value_entry(place->value, dependency->name))
            continue;
        if (dependency->schema)
            explain_schema(x, dependency->schema, place, seen, out);
        else
            explain_names(x, schema, check, dependency->keyword,
                          dependency->keyword->value, dependency->name, place, out);
    }
}

/* oneOf where more than one holds: says which two. */
static bool explain_several(struct explanation *x, const struct subschema *schema,
                            const struct check *check, const struct place *place,
                            struct failures *out)
{
    uint32_t holds[2] = {0, 0};
    uint32_t count = 0;
    struct failure *failure;

    for (uint32_t i = 0; i < check->as.schemas.count && count < 2; i++)
        if (evaluate(&x->evaluation, check->as.schemas.items[i], place->value, NULL))
            holds[count++] = i;
    if (count < 2)
        return false;
    failure = failure_add(x, out, FAILURE_SEVERAL, schema, check, place);
    failure->first = holds[0];
    failure->second = holds[1];
    return true;
}

static void explain_simple(struct explanation *x, const struct subschema *schema,
                           const struct check *check, const struct place *place,
                           struct failures *out)
{
    struct failure *failure = failure_add(x, out, FAILURE_CHECK, schema, check, place);

    if (check->kind == CHECK_TYPE)
        failure->types = check->as.type;
    else if (check->kind == CHECK_UNIQUE_ITEMS)
        failure->second = first_repeated_item(place->value, &failure->first);
}

/* Checks that hold add nothing but their marks. */
static bool holds(struct explanation *x, const struct subschema *schema,
                  const struct check *check, const struct place *place, struct seen *seen)
{
    struct seen own;

    if (!seen)
        return evaluate_check(&x->evaluation, schema, check, place->value, NULL);
    seen_init(&own, place->value, x->arena);
    if (check->kind >= CHECK_UNEVALUATED_ITEMS)
        seen_merge(&own, seen);
    if (!evaluate_check(&x->evaluation, schema, check, place->value, &own))
        return false;
    seen_merge(seen, &own);
    return true;
}

/* `not: {required: [a, b]}` with nothing else: the last of them is one too many. */
static const struct value *forbidden_names(const struct check *check,
                                           const struct value *instance)
{
    const struct value *schema = check->as.schema->value;
    const struct value *names = value_get(schema, "required");

    if (instance->kind != VALUE_MAP || !names || names->kind != VALUE_LIST ||
        schema->count > 1 || names->count < 1 || names->count > 2)
        return NULL;
    return names;
}

static void explain_not(struct explanation *x, const struct subschema *schema,
                        const struct check *check, const struct place *place,
                        struct failures *out)
{
    const struct value *names = forbidden_names(check, place->value);
    struct str last;
    struct failure *failure;

    if (!names) {
        failure_add(x, out, FAILURE_CHECK, schema, check, place);
        return;
    }
    last = names->entries[names->count - 1].value->text;
    for (uint32_t i = 0; i < place->value->count; i++) {
        if (!str_equal(place->value->entries[i].key, last))
            continue;
        failure =
            failure_add(x, out, FAILURE_NEVER, schema, check, place_child(x, place, i));
        if (names->count == 2)
            failure->needed_by = names->entries[0].value->text;
    }
}

static void explain_check(struct explanation *x, const struct subschema *schema,
                          const struct check *check, const struct place *place,
                          struct seen *seen, struct failures *out)
{
    switch (check->kind) {
    case CHECK_REQUIRED:
        explain_names(x, schema, check, check->keyword, check->keyword->value, STR(""),
                      place, out);
        break;
    case CHECK_DEPENDENT_REQUIRED:
        explain_dependent_required(x, schema, check, place, out);
        break;
    case CHECK_PROPERTIES:
        explain_properties(x, schema, check, place, seen, out);
        break;
    case CHECK_PROPERTY_NAMES:
        explain_property_names(x, check, place, out);
        break;
    case CHECK_ITEMS:
        explain_items(x, schema, check, place, seen, out);
        break;
    case CHECK_CONTAINS:
        explain_contains(x, schema, check, place, out);
        break;
    case CHECK_REF:
        explain_schema(x, check->as.schema, place, seen, out);
        break;
    case CHECK_DYNAMIC_REF:
        explain_schema(x, evaluation_dynamic(&x->evaluation, &check->as.dynamic), place,
                       seen, out);
        break;
    case CHECK_ALL_OF:
        for (uint32_t i = 0; i < check->as.schemas.count; i++)
            explain_schema(x, check->as.schemas.items[i], place, seen, out);
        break;
    case CHECK_ANY_OF:
        explain_closest(x, schema, check, place, seen, out);
        break;
    case CHECK_ONE_OF:
        if (!explain_several(x, schema, check, place, out))
            explain_closest(x, schema, check, place, seen, out);
        break;
    case CHECK_NOT:
        explain_not(x, schema, check, place, out);
        break;
    case CHECK_IF:
        explain_if(x, schema, check, place, seen, out);
        break;
    case CHECK_DEPENDENT_SCHEMAS:
        explain_dependencies(x, schema, check, place, seen, out);
        break;
    case CHECK_UNEVALUATED_ITEMS:
    case CHECK_UNEVALUATED_PROPERTIES:
        explain_unevaluated(x, schema, check, place, seen, out);
        break;
    default:
        explain_simple(x, schema, check, place, out);
    }
}

static void explain_checks(struct explanation *x, const struct subschema *schema,
                           const struct place *place, struct seen *seen,
                           struct failures *out)
{
    bool type_fits = true;

    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (!(check->kinds & kind_bit(place->value)) ||
            holds(x, schema, check, place, seen))
            continue;
        /* Of a value of the wrong type nothing else is worth saying. */
        if (!type_fits && (check->kind == CHECK_CONST || check->kind == CHECK_ENUM))
            continue;
        type_fits &= check->kind != CHECK_TYPE;
        explain_check(x, schema, check, place, seen, out);
    }
}

void explain_schema(struct explanation *x, const struct subschema *schema,
                    const struct place *place, struct seen *seen, struct failures *out)
{
    struct seen own;

    if (schema->never) {
        failure_add(x, out, FAILURE_NEVER, schema, NULL, place);
        return;
    }
    if (!evaluation_enter(&x->evaluation, schema))
        return;
    seen_init(&own, place->value, x->arena);
    explain_checks(x, schema, place, &own, out);
    if (seen)
        seen_merge(seen, &own);
    evaluation_leave(&x->evaluation, schema);
}
