/* apply.c - evaluates keywords that apply subschemas, or a pattern */

#include "lint/schema/evaluate/checks.h"

bool apply_pattern(struct evaluation *e, const struct check *check,
                   const struct value *text, struct seen *seen)
{
    (void)seen;
    return evaluation_matches(e, check, check->as.regex, text->span, text->text);
}

const struct property *properties_find(const struct properties *properties,
                                       struct str name)
{
    uint32_t slot = (uint32_t)str_hash(name) & properties->mask;

    for (; properties->slots[slot].name.data; slot = (slot + 1) & properties->mask)
        if (str_equal(properties->slots[slot].name, name))
            return &properties->slots[slot];
    return NULL;
}

/* What `patternProperties` and `additionalProperties` say about one entry. */
static bool other_property(struct evaluation *e, const struct check *check,
                           const struct entry *entry, bool *evaluated)
{
    const struct properties *properties = check->as.properties;

    for (uint32_t i = 0; i < properties->pattern_count; i++) {
        const struct pattern_property *pattern = &properties->patterns[i];

        if (!evaluation_matches(e, check, pattern->regex, entry->key_span, entry->key))
            continue;
        *evaluated = true;
        if (!evaluate(e, pattern->schema, entry->value, NULL))
            return false;
    }
    if (*evaluated || !properties->additional)
        return true;
    *evaluated = true;
    return evaluate(e, properties->additional, entry->value, NULL);
}

bool apply_properties(struct evaluation *e, const struct check *check,
                      const struct value *map, struct seen *seen)
{
    const struct properties *properties = check->as.properties;
    uint64_t present = 0;

    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        const struct property *property = properties_find(properties, entry->key);
        bool evaluated = property && property->schema;

        if (property)
            present |= property->required;
        if (evaluated && !evaluate(e, property->schema, entry->value, NULL))
            return false;
        if (!other_property(e, check, entry, &evaluated))
            return false;
        if (evaluated)
            seen_add(seen, i);
    }
    return present == properties->required;
}

bool apply_property_names(struct evaluation *e, const struct check *check,
                          const struct value *map, struct seen *seen)
{
    (void)seen;
    for (uint32_t i = 0; i < map->count; i++) {
        struct value name = {.kind = VALUE_STRING,
                             .text = map->entries[i].key,
                             .span = map->entries[i].key_span};

        if (!evaluate(e, check->as.schema, &name, NULL))
            return false;
    }
    return true;
}

bool apply_items(struct evaluation *e, const struct check *check,
                 const struct value *list, struct seen *seen)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct subschema *schema = items_schema(check->as.items, i);

        if (!schema)
            return true;
        if (!evaluate(e, schema, list->entries[i].value, NULL))
            return false;
        seen_add(seen, i);
    }
    return true;
}

bool apply_contains(struct evaluation *e, const struct check *check,
                    const struct value *list, struct seen *seen)
{
    const struct contains *contains = check->as.contains;
    uint64_t count = 0;

    for (uint32_t i = 0; i < list->count; i++) {
        if (!evaluate(e, contains->schema, list->entries[i].value, NULL))
            continue;
        count++;
        if (contains->evaluates)
            seen_add(seen, i);
    }
    return count >= contains->minimum && count <= contains->maximum;
}

/* A branch that may fail: what it evaluated counts only if it is valid. */
static bool branch(struct evaluation *e, const struct subschema *schema,
                   const struct value *instance, struct seen *seen)
{
    struct seen own;

    if (!seen)
        return evaluate(e, schema, instance, NULL);
    seen_init(&own, instance, e->arena);
    if (!evaluate(e, schema, instance, &own))
        return false;
    seen_merge(seen, &own);
    return true;
}

bool apply_ref(struct evaluation *e, const struct check *check,
               const struct value *instance, struct seen *seen)
{
    return evaluate(e, check->as.schema, instance, seen);
}

bool apply_dynamic_ref(struct evaluation *e, const struct check *check,
                       const struct value *instance, struct seen *seen)
{
    return evaluate(e, evaluation_dynamic(e, &check->as.dynamic), instance, seen);
}

bool apply_all_of(struct evaluation *e, const struct check *check,
                  const struct value *instance, struct seen *seen)
{
    struct subschema_list list = check->as.schemas;

    for (uint32_t i = 0; i < list.count; i++)
        if (!evaluate(e, list.items[i], instance, seen))
            return false;
    return true;
}

bool apply_any_of(struct evaluation *e, const struct check *check,
                  const struct value *instance, struct seen *seen)
{
    struct subschema_list list = check->as.schemas;
    bool any = false;

    /* Every valid branch marks what it evaluated: when that matters, all are tried. */
    for (uint32_t i = 0; i < list.count && (!any || seen); i++)
        any |= branch(e, list.items[i], instance, seen);
    return any;
}

bool apply_one_of(struct evaluation *e, const struct check *check,
                  const struct value *instance, struct seen *seen)
{
    struct subschema_list list = check->as.schemas;
    uint32_t count = 0;

    for (uint32_t i = 0; i < list.count && count < 2; i++)
        count += branch(e, list.items[i], instance, seen);
    return count == 1;
}

bool apply_not(struct evaluation *e, const struct check *check,
               const struct value *instance, struct seen *seen)
{
    (void)seen;
    return !evaluate(e, check->as.schema, instance, NULL);
}

bool apply_if(struct evaluation *e, const struct check *check,
              const struct value *instance, struct seen *seen)
{
    const struct conditional *condition = &check->as.condition;
    const struct subschema *next = condition->otherwise;

    if (branch(e, condition->test, instance, seen))
        next = condition->then;
    return !next || evaluate(e, next, instance, seen);
}

bool apply_dependencies(struct evaluation *e, const struct check *check,
                        const struct value *map, struct seen *seen)
{
    struct dependencies list = check->as.dependencies;

    for (uint32_t i = 0; i < list.count; i++) {
        const struct dependency *dependency = &list.items[i];

        if (!value_entry(map, dependency->name))
            continue;
        if (dependency->schema ? !evaluate(e, dependency->schema, map, seen)
                               : !map_has_all(map, dependency->keyword->value))
            return false;
    }
    return true;
}

bool apply_unevaluated(struct evaluation *e, const struct check *check,
                       const struct value *instance, struct seen *seen)
{
    for (uint32_t i = 0; i < instance->count; i++) {
        if (seen_has(seen, i))
            continue;
        if (!evaluate(e, check->as.schema, instance->entries[i].value, NULL))
            return false;
        seen_add(seen, i);
    }
    return true;
}
