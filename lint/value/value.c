/* value.c - looking up and comparing values */

#include "lint/value/value.h"

#include "lint/base/decimal.h"

const struct entry *value_entry(const struct value *map, struct str key)
{
    if (!map || map->kind != VALUE_MAP)
        return NULL;
    for (uint32_t i = 0; i < map->count; i++)
        if (str_equal(map->entries[i].key, key))
            return &map->entries[i];
    return NULL;
}

const struct value *value_get(const struct value *map, const char *key)
{
    const struct entry *entry = value_entry(map, str_from(key));

    return entry ? entry->value : NULL;
}

struct str_list value_keys(struct arena *arena, const struct value *map)
{
    uint32_t count = map && map->kind == VALUE_MAP ? map->count : 0;
    struct str *items = arena_array(arena, count, sizeof(*items));

    for (uint32_t i = 0; i < count; i++)
        items[i] = map->entries[i].key;
    return (struct str_list){items, count};
}

static void spread_entry(struct value *map, const struct entry *entry)
{
    uint32_t i = 0;

    while (i < map->count && !str_equal(map->entries[i].key, entry->key))
        i++;
    map->entries[i] = *entry;
    map->count += i == map->count;
}

struct value *value_spread(struct arena *arena, const struct value *first,
                           const struct value *second)
{
    uint32_t count = first ? first->count : 0;
    struct value *map = arena_alloc(arena, sizeof(*map));

    map->kind = VALUE_MAP;
    map->entries =
        arena_array(arena, count + (second ? second->count : 0), sizeof(*map->entries));
    map->count = count;
    if (count)
        memcpy(map->entries, first->entries, count * sizeof(*map->entries));
    for (uint32_t i = 0; second && i < second->count; i++)
        spread_entry(map, &second->entries[i]);
    return map;
}

const char *value_kind_name(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return "nothing";
    case VALUE_BOOL:
        return "true or false";
    case VALUE_INTEGER:
        return "a number";
    case VALUE_NUMBER:
        return "a number";
    case VALUE_STRING:
        return "text";
    case VALUE_LIST:
        return "a list";
    case VALUE_MAP:
        return "a group of keys";
    }
    return "a value";
}

static bool numbers_equal(const struct value *a, const struct value *b)
{
    struct decimal left;
    struct decimal right;

    if (str_equal(a->text, b->text))
        return true;
    left = decimal_parse(a->text);
    right = decimal_parse(b->text);
    return decimal_compare(&left, &right) == 0;
}

static bool lists_equal(const struct value *a, const struct value *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (!value_equal(a->entries[i].value, b->entries[i].value))
            return false;
    return true;
}

/* Searches from `hint` on, and then from the start: maps mostly have their keys in the
 * same order. */
static const struct entry *find_from(const struct value *map, struct str key,
                                     uint32_t hint)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[(hint + i) % map->count];

        if (str_equal(entry->key, key))
            return entry;
    }
    return NULL;
}

static bool maps_equal(const struct value *a, const struct value *b)
{
    for (uint32_t i = 0; i < a->count; i++) {
        const struct entry *other = find_from(b, a->entries[i].key, i);

        if (!other || !value_equal(a->entries[i].value, other->value))
            return false;
    }
    return true;
}

/* Recursion is bounded: readers refuse values deeper than VALUE_MAX_DEPTH. */
bool value_equal(const struct value *a, const struct value *b)
{
    if (a == b)
        return true;
    if (value_is_numeric(a) && value_is_numeric(b))
        return numbers_equal(a, b);
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_BOOL:
        return a->boolean == b->boolean;
    case VALUE_STRING:
        return str_equal(a->text, b->text);
    case VALUE_LIST:
        return a->count == b->count && lists_equal(a, b);
    case VALUE_MAP:
        return a->count == b->count && maps_equal(a, b);
    default:
        return true;
    }
}

static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdu;
    return hash ^ hash >> 33;
}

static uint64_t hash_number(struct str text)
{
    struct decimal number = decimal_parse(text);

    return decimal_hash(&number);
}

uint64_t value_hash(const struct value *value)
{
    uint64_t hash = (uint64_t)value->kind;

    if (value_is_numeric(value))
        return hash_number(value->text);
    if (value->kind == VALUE_STRING)
        return str_hash(value->text);
    if (value->kind == VALUE_BOOL)
        return mix(hash + 16 + value->boolean);
    for (uint32_t i = 0; i < value->count; i++) {
        uint64_t child = value_hash(value->entries[i].value);

        /* A sum does not depend on the order, which does not matter in maps, but does in
         * lists. */
        if (value->kind == VALUE_MAP)
            hash += mix(child ^ mix(str_hash(value->entries[i].key)));
        else
            hash = mix(hash) + child;
    }
    return mix(hash);
}

bool value_is_truthy(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return value->boolean;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        return !str_is(value->text, "0");
    case VALUE_STRING:
        return value->text.len > 0;
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    return true;
}
