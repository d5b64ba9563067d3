/* place.c - the subschemas that apply at a place */

#include "lint/schema/compiled/applied.h"
#include "lint/schema/describe/describe.h"
#include "lint/schema/evaluate/evaluate.h"

/* The walk over the subschemas of one value. */
struct walk {
    struct evaluation *evaluation;
    struct arena *arena;
    const struct value *value; /* what is there; NULL: nothing yet */
    uint32_t steps;            /* that are left */
    struct description found;
    uint32_t capacity;
};

/* How well what is there fits: what it says against it counts more. */
enum { FIT_CHOICE = 10, FIT_KNOWN = 1, FIT_WRONG = -5, FIT_UNKNOWN = -3, FIT_KIND = -20 };

static bool has(const struct description *found, const struct subschema *schema)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (found->schemas[i] == schema)
            return true;
    return false;
}

static bool add(struct walk *walk, const struct subschema *schema)
{
    struct description *found = &walk->found;

    if (!walk->steps || found->count == DESCRIBE_MAX_SCHEMAS || has(found, schema))
        return false;
    walk->steps--;
    found->schemas = arena_make_room(walk->arena, (void *)found->schemas, found->count,
                                     &walk->capacity, sizeof(*found->schemas));
    found->schemas[found->count++] = schema;
    return true;
}

/* A value that is being typed says nothing yet. */
static bool is_unwritten(const struct value *value)
{
    return value->kind == VALUE_NULL || (value->kind == VALUE_STRING && !value->text.len);
}

static const struct check *check_of(const struct subschema *schema, enum check_kind kind)
{
    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kind == kind)
            return &schema->checks[i];
    return NULL;
}

static bool is_choice(const struct subschema *schema)
{
    return check_of(schema, CHECK_CONST) || check_of(schema, CHECK_ENUM);
}

/* What a schema that has the property says of the entry. */
static int fit_entry(struct walk *walk, const struct subschema *property,
                     const struct value *value)
{
    if (is_unwritten(value))
        return FIT_KNOWN;
    if (!evaluate(walk->evaluation, property, value, NULL))
        return is_choice(property) ? FIT_KIND : FIT_WRONG;
    return is_choice(property) ? FIT_CHOICE : FIT_KNOWN;
}

static int fit_properties(struct walk *walk, const struct properties *properties,
                          const struct value *map)
{
    int fit = 0;

    for (uint32_t i = 0; i < map->count; i++) {
        const struct property *property =
            properties_find(properties, map->entries[i].key);

        if (property && property->schema)
            fit += fit_entry(walk, property->schema, map->entries[i].value);
        else if (!property && properties->additional && properties->additional->never)
            fit += FIT_UNKNOWN;
    }
    return fit;
}

/* Through references and allOf: an alternative is mostly a reference. */
static int fit_schema(struct walk *walk, const struct subschema *schema)
{
    const struct value *value = walk->value;
    int fit = 0;

    if (!walk->steps)
        return 0;
    walk->steps--;
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];
        struct applied applied = {0};

        if (check->kind == CHECK_TYPE && !(check->as.type.allowed & kind_bit(value)))
            fit += FIT_KIND;
        if (check->kind == CHECK_PROPERTIES && value->kind == VALUE_MAP)
            fit += fit_properties(walk, check->as.properties, value);
        while (applied_next(check, APPLIED_REFERENCE | APPLIED_ALL, &applied))
            fit += fit_schema(walk, applied.schema);
    }
    if (value->kind < VALUE_LIST && evaluate(walk->evaluation, schema, value, NULL))
        fit += FIT_CHOICE;
    return fit;
}

static void collect(struct walk *walk, const struct subschema *schema);

/* All alternatives while nothing speaks for one of them. */
static void collect_alternatives(struct walk *walk, struct subschema_list list)
{
    int *fits = arena_array(walk->arena, list.count, sizeof(*fits));
    int best = INT32_MIN;

    for (uint32_t i = 0; i < list.count; i++) {
        fits[i] = walk->value && !is_unwritten(walk->value)
                      ? fit_schema(walk, list.items[i])
                      : 0;
        best = fits[i] > best ? fits[i] : best;
    }
    for (uint32_t i = 0; i < list.count; i++)
        if (fits[i] == best)
            collect(walk, list.items[i]);
}

static void collect_condition(struct walk *walk, const struct conditional *condition)
{
    const struct subschema *side;

    if (!walk->value)
        return;
    side = evaluate(walk->evaluation, condition->test, walk->value, NULL)
               ? condition->then
               : condition->otherwise;
    if (side)
        collect(walk, side);
}

static void collect_check(struct walk *walk, const struct check *check)
{
    struct applied applied = {0};

    if (check->kind == CHECK_ANY_OF || check->kind == CHECK_ONE_OF)
        collect_alternatives(walk, check->as.schemas);
    if (check->kind == CHECK_IF)
        collect_condition(walk, &check->as.condition);
    while (
        applied_next(check, APPLIED_REFERENCE | APPLIED_DYNAMIC | APPLIED_ALL, &applied))
        collect(walk, applied.schema);
    applied = (struct applied){0};
    while (applied_next(check, APPLIED_DEPENDENT, &applied))
        if (value_entry(walk->value, applied.property))
            collect(walk, applied.schema);
}

static void collect(struct walk *walk, const struct subschema *schema)
{
    if (!add(walk, schema))
        return;
    for (uint32_t i = 0; i < schema->count; i++)
        collect_check(walk, &schema->checks[i]);
}

static void collect_property(struct walk *walk, const struct check *check, struct str key)
{
    const struct properties *properties = check->as.properties;
    const struct property *property = properties_find(properties, key);
    bool known = property && property->schema;

    if (known)
        collect(walk, property->schema);
    for (uint32_t i = 0; i < properties->pattern_count; i++)
        if (evaluation_matches(walk->evaluation, check, properties->patterns[i].regex,
                               span_make(0, 0), key)) {
            collect(walk, properties->patterns[i].schema);
            known = true;
        }
    if (!known && properties->additional)
        collect(walk, properties->additional);
}

static void collect_item(struct walk *walk, const struct check *check, uint32_t index)
{
    const struct subschema *schema;

    if (check->kind == CHECK_CONTAINS)
        collect(walk, check->as.contains->schema);
    if (check->kind != CHECK_ITEMS)
        return;
    schema = items_schema(check->as.items, index);
    if (schema)
        collect(walk, schema);
}

static void collect_step(struct walk *walk, const struct subschema *schema,
                         const struct describe_step *step)
{
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (step->is_item)
            collect_item(walk, check, step->index);
        else if (check->kind == CHECK_PROPERTIES)
            collect_property(walk, check, step->key);
    }
}

static const struct value *value_at(const struct value *value,
                                    const struct describe_step *step)
{
    const struct entry *entry;

    if (!value || value->kind != (step->is_item ? VALUE_LIST : VALUE_MAP))
        return NULL;
    if (step->is_item)
        return step->index < value->count ? value->entries[step->index].value : NULL;
    entry = value_entry(value, step->key);
    return entry ? entry->value : NULL;
}

/* From the schemas of one place to those of the next. */
static struct description go(struct walk *walk, const struct describe_step *step)
{
    struct description from = walk->found;

    walk->found = (struct description){NULL, 0};
    walk->capacity = 0;
    walk->value = value_at(walk->value, step);
    for (uint32_t i = 0; i < from.count; i++)
        collect_step(walk, from.schemas[i], step);
    return walk->found;
}

static struct walk walk_start(const struct schema *schema, const struct value *value,
                              struct arena *arena)
{
    struct walk walk = {.arena = arena, .value = value, .steps = DESCRIBE_MAX_STEPS};

    walk.evaluation = arena_alloc(arena, sizeof(*walk.evaluation));
    evaluation_init(walk.evaluation, schema, arena);
    return walk;
}

struct description describe_place(const struct schema *schema, const struct value *root,
                                  const struct describe_step *steps, uint32_t count,
                                  struct arena *arena)
{
    struct walk walk = walk_start(schema, root, arena);

    collect(&walk, schema->root);
    for (uint32_t i = 0; i < count; i++)
        go(&walk, &steps[i]);
    return walk.found;
}
