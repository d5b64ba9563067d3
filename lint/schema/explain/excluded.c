/* excluded.c - finds what is wrong by `not`, and by oneOf where several alternatives fit
 */

#include "lint/schema/explain/explain.h"

/* A list of names from the schema, which may be of any kind; NULL when it is none. */
static const struct value *required_names(const struct value *schema)
{
    const struct value *names = value_get(schema, "required");

    if (!names || names->kind != VALUE_LIST)
        return NULL;
    for (uint32_t i = 0; i < names->count; i++)
        if (names->entries[i].value->kind != VALUE_STRING)
            return NULL;
    return names;
}

static bool has_name(struct str_list names, struct str name)
{
    for (size_t i = 0; i < names.count; i++)
        if (str_equal(names.items[i], name))
            return true;
    return false;
}

/* With more keys in a map, none are named: each is looked for in the schema. */
enum { MAX_KEYS = 1000 };

/* The keys of a map that the schema itself requires or describes, in the order of the
 * map. */
static struct str_list named_keys(struct arena *arena, const struct value *schema,
                                  const struct value *map)
{
    const struct value *required = required_names(schema);
    const struct value *properties = value_get(schema, "properties");
    uint32_t count = map->kind == VALUE_MAP && map->count <= MAX_KEYS ? map->count : 0;
    struct str *keys = arena_array(arena, count, sizeof(*keys));
    struct str_list found = {keys, 0};
    bool is_named;

    for (uint32_t i = 0; i < count; i++) {
        is_named = value_entry(properties, map->entries[i].key) != NULL;
        for (uint32_t r = 0; required && r < required->count; r++)
            is_named |= str_equal(required->entries[r].value->text, map->entries[i].key);
        if (is_named)
            keys[found.count++] = map->entries[i].key;
    }
    return found;
}

/* The index of the first entry of the map that only the first of two schemas names; the
 * count when there is none. */
static uint32_t own_entry(const struct value *map, struct str_list own,
                          struct str_list other)
{
    uint32_t i = 0;

    while (i < map->count &&
           (!has_name(own, map->entries[i].key) || has_name(other, map->entries[i].key)))
        i++;
    return i;
}

/* Two alternatives fit: where each is for another key, these cannot both be there. */
static void name_keys(const struct explaining *x, struct failure *failure)
{
    struct arena *arena = x->explanation->arena;
    const struct value *map = x->place->value;
    struct subschema_list list = x->check->as.schemas;
    struct str_list first = named_keys(arena, list.items[failure->first]->value, map);
    struct str_list second = named_keys(arena, list.items[failure->second]->value, map);
    uint32_t a = map->kind == VALUE_MAP ? own_entry(map, first, second) : map->count;
    uint32_t b = map->kind == VALUE_MAP ? own_entry(map, second, first) : map->count;
    struct str *keys;

    if (a == map->count || b == map->count)
        return;
    keys = arena_array(arena, 2, sizeof(*keys));
    keys[0] = map->entries[a].key;
    keys[1] = map->entries[b].key;
    failure->allowed = (struct str_list){keys, 2};
    failure->place = place_child(x->explanation, x->place, a > b ? a : b);
}

/* Are more than one valid? Adds a failure that says which two. */
static bool explain_several(const struct explaining *x)
{
    struct subschema_list list = x->check->as.schemas;
    uint32_t holding[2] = {0, 0};
    uint32_t count = 0;
    struct failure *failure;

    for (uint32_t i = 0; i < list.count && count < 2; i++)
        if (evaluate(&x->explanation->evaluation, list.items[i], x->place->value, NULL))
            holding[count++] = i;
    if (count < 2)
        return false;
    failure = failure_add(x, FAILURE_SEVERAL);
    failure->first = holding[0];
    failure->second = holding[1];
    name_keys(x, failure);
    return true;
}

void explain_one_of(const struct explaining *x)
{
    if (!explain_several(x))
        explain_closest(x);
}

/* `{required: [a, b]}` and nothing else; or NULL. */
static const struct value *only_names(const struct value *schema)
{
    const struct value *names = required_names(schema);

    if (!names || schema->count > 1 || names->count < 1 || names->count > 2)
        return NULL;
    return names;
}

/* Forbidden when both are there: the last of the names is one too many. */
static bool forbid(const struct explaining *x, const struct value *names)
{
    const struct value *map = x->place->value;
    struct str last = names->entries[names->count - 1].value->text;
    struct failure *failure;

    for (uint32_t i = 0; i < names->count; i++)
        if (!value_entry(map, names->entries[i].value->text))
            return false;
    for (uint32_t i = 0; i < map->count; i++) {
        if (!str_equal(map->entries[i].key, last))
            continue;
        failure = failure_add(x, FAILURE_NEVER);
        failure->place = place_child(x->explanation, x->place, i);
        if (names->count == 2)
            failure->needed_by = names->entries[0].value->text;
    }
    return true;
}

/* `not: {anyOf: [{required: [a]}, {required: [b]}]}`: none of them may be there. */
static bool forbid_any(const struct explaining *x, const struct value *schema)
{
    const struct value *list = value_get(schema, "anyOf");
    bool found = false;

    if (!list || list->kind != VALUE_LIST || schema->count > 1)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if (!only_names(list->entries[i].value))
            return false;
    for (uint32_t i = 0; i < list->count; i++)
        found |= forbid(x, only_names(list->entries[i].value));
    return found;
}

void explain_not(const struct explaining *x)
{
    const struct value *schema = x->check->as.schema->value;
    const struct value *value = x->place->value;
    const struct value *names = only_names(schema);

    if (value->kind == VALUE_MAP &&
        ((names && forbid(x, names)) || forbid_any(x, schema)))
        return;
    failure_add(x, FAILURE_CHECK)->allowed =
        named_keys(x->explanation->arena, schema, value);
}
