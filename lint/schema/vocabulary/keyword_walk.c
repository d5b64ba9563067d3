/* keyword_walk.c - walks to where the schema applies, and runs stet's own keywords
 * there */

#include "lint/schema/compiled/applied.h"
#include "lint/schema/vocabulary/vocabulary.h"

/*
 * As annotations are collected in JSON Schema: along $ref, allOf, properties and items,
 * valid alternatives and the branch of an `if` that applies, never inside `not`.
 */

/* The same may be found on many paths; more than this ends the search. */
enum { MAX_FOUND = 10 * SCHEMA_MAX_FAILURES };

static bool is_list_or_map(const struct value *value)
{
    return value->kind == VALUE_LIST || value->kind == VALUE_MAP;
}

static bool holds(struct advising *x, const struct subschema *schema,
                  const struct value *value)
{
    return evaluate(&x->explanation->evaluation, schema, value, NULL);
}

static void advise_child(struct advising *x, const struct subschema *schema,
                         const struct place *parent, uint32_t index)
{
    if (schema)
        advise_schema(x, schema, place_child(x->explanation, parent, index));
}

static void advise_property(struct advising *x, const struct check *check,
                            const struct place *map, uint32_t index)
{
    const struct properties *properties = check->as.properties;
    const struct entry *entry = &map->value->entries[index];
    const struct property *property = properties_find(properties, entry->key);
    bool known = property && property->schema;

    if (known)
        advise_child(x, property->schema, map, index);
    for (uint32_t i = 0; i < properties->pattern_count; i++) {
        if (!evaluation_matches(&x->explanation->evaluation, check,
                                properties->patterns[i].regex, entry->key_span,
                                entry->key))
            continue;
        known = true;
        advise_child(x, properties->patterns[i].schema, map, index);
    }
    if (!known)
        advise_child(x, properties->additional, map, index);
}

static void advise_items(struct advising *x, const struct items *items,
                         const struct place *list)
{
    for (uint32_t i = 0; i < list->value->count; i++)
        advise_child(x, items_schema(items, i), list, i);
}

static void advise_contains(struct advising *x, const struct subschema *schema,
                            const struct place *list)
{
    for (uint32_t i = 0; i < list->value->count; i++)
        if (holds(x, schema, list->value->entries[i].value))
            advise_child(x, schema, list, i);
}

/* Does a subschema apply to the value? The result of an `if` is kept in *test for its two
 * branches, which follow. */
static bool applies(struct advising *x, const struct applied *applied,
                    const struct value *value, bool *test)
{
    switch (applied->how) {
    case APPLIED_ALTERNATIVE:
        return holds(x, applied->schema, value);
    case APPLIED_TEST:
        *test = holds(x, applied->schema, value);
        return *test;
    case APPLIED_THEN:
        return *test;
    case APPLIED_ELSE:
        return !*test;
    case APPLIED_DEPENDENT:
        return value_entry(value, applied->property) != NULL;
    case APPLIED_NEGATED:
        return false;
    default:
        return true;
    }
}

static void advise_applied(struct advising *x, const struct check *check,
                           const struct place *place)
{
    const struct evaluation *evaluation = &x->explanation->evaluation;
    struct applied applied = {0};
    bool test = false;

    while (applied_next(check, APPLIED_ANY, &applied)) {
        if (!applies(x, &applied, place->value, &test))
            continue;
        if (applied.how == APPLIED_DYNAMIC)
            applied.schema = evaluation_dynamic(evaluation, &check->as.dynamic);
        advise_schema(x, applied.schema, place);
    }
}

/* What earlier checks evaluated is not unevaluated. */
static void advise_unevaluated(struct advising *x, const struct subschema *schema,
                               const struct check *check, const struct place *place)
{
    struct evaluation *evaluation = &x->explanation->evaluation;
    struct seen seen;

    seen_init(&seen, place->value, x->explanation->arena);
    for (const struct check *c = schema->checks; c < check; c++)
        if (c->kinds & kind_bit(place->value))
            evaluate_check(evaluation, c, place->value, &seen);
    for (uint32_t i = 0; i < place->value->count; i++)
        if (!seen_has(&seen, i))
            advise_child(x, check->as.schema, place, i);
}

static void advise_check(struct advising *x, const struct subschema *schema,
                         const struct check *check, const struct place *place)
{
    const struct value *value = place->value;

    switch (check->kind) {
    case CHECK_PROPERTIES:
        for (uint32_t i = 0; i < value->count; i++)
            advise_property(x, check, place, i);
        break;
    case CHECK_PROPERTY_NAMES:
        for (uint32_t i = 0; i < value->count; i++)
            advise_schema(x, check->as.schema, place_name(x->explanation, place, i));
        break;
    case CHECK_ITEMS:
        advise_items(x, check->as.items, place);
        break;
    case CHECK_CONTAINS:
        advise_contains(x, check->as.contains->schema, place);
        break;
    case CHECK_UNEVALUATED_ITEMS:
    case CHECK_UNEVALUATED_PROPERTIES:
        advise_unevaluated(x, schema, check, place);
        break;
    default:
        advise_applied(x, check, place);
    }
}

/* A value that its schema refuses gets no advice: it will change anyway. */
static void advise_own(struct advising *x, const struct subschema *schema,
                       const struct place *place)
{
    bool wrong = !is_list_or_map(place->value) && !holds(x, schema, place->value);

    for (const struct advice *advice = schema->advice; advice; advice = advice->next) {
        const struct extension *extension = advice->extension;

        if (extension->check && extension->kinds & kind_bit(place->value) &&
            (!wrong || extension->about_key))
            extension->check(x, advice, place);
    }
}

void advise_schema(struct advising *x, const struct subschema *schema,
                   const struct place *place)
{
    struct evaluation *evaluation = &x->explanation->evaluation;

    if (x->out->count >= MAX_FOUND || !evaluation_enter(evaluation, schema))
        return;
    if (schema->advice)
        advise_own(x, schema, place);
    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kinds & kind_bit(place->value))
            advise_check(x, schema, &schema->checks[i], place);
    evaluation_leave(evaluation);
}
