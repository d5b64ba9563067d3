/* keys.c - the keys that may stand in a map */

#include <stdlib.h>

#include "lint/base/str_map.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/describe/describe.h"
#include "lint/schema/evaluate/evaluate.h"

struct keys {
    struct arena *arena;
    const struct value *map;
    struct described_key *items;
    uint32_t count;
    uint32_t capacity;
    struct str_map known;      /* name -> index in items + 1 */
    struct str_map required;   /* names */
    struct str *required_list; /* the same, in the order of the schemas */
    uint32_t required_count;
    uint32_t required_capacity;
};

static void add_name(struct keys *keys, struct str name)
{
    void *ignored;

    if (str_map_get(&keys->required, name, &ignored))
        return;
    str_map_put(&keys->required, keys->arena, name, NULL);
    keys->required_list =
        arena_make_room(keys->arena, keys->required_list, keys->required_count,
                        &keys->required_capacity, sizeof(*keys->required_list));
    keys->required_list[keys->required_count++] = name;
}

static void add_names(struct keys *keys, const struct value *names)
{
    for (uint32_t i = 0; names && names->kind == VALUE_LIST && i < names->count; i++)
        if (names->entries[i].value->kind == VALUE_STRING)
            add_name(keys, names->entries[i].value->text);
}

/* `required`, and what a key that is there requires. */
static void add_required(struct keys *keys, const struct subschema *schema)
{
    const struct value *dependent = value_get(schema->value, "dependentRequired");

    add_names(keys, value_get(schema->value, "required"));
    for (uint32_t i = 0;
         dependent && dependent->kind == VALUE_MAP && i < dependent->count; i++)
        if (value_entry(keys->map, dependent->entries[i].key))
            add_names(keys, dependent->entries[i].value);
}

static bool is_deprecated(const struct subschema *schema)
{
    const struct value *standard = value_get(schema->value, "deprecated");
    const struct value *own = value_get(schema->value, "x-deprecated");

    return (standard && standard->kind == VALUE_BOOL && standard->boolean) ||
           (own && !(own->kind == VALUE_BOOL && !own->boolean));
}

/* The schema itself, and what it refers to and consists of: enough to describe it. */
static void add_schema(struct keys *keys, struct description *value,
                       const struct subschema *schema, int depth)
{
    enum { MAX_DEPTH = 16 };
    const struct subschema **schemas;

    if (depth == MAX_DEPTH || value->count == DESCRIBE_MAX_SCHEMAS)
        return;
    schemas = arena_array(keys->arena, (size_t)value->count + 1, sizeof(*schemas));
    for (uint32_t i = 0; i < value->count; i++)
        schemas[i] = value->schemas[i];
    schemas[value->count] = schema;
    *value = (struct description){schemas, value->count + 1};
    for (uint32_t i = 0; i < schema->count; i++) {
        struct applied applied = {0};

        while (
            applied_next(&schema->checks[i], APPLIED_REFERENCE | APPLIED_ALL, &applied))
            add_schema(keys, value, applied.schema, depth + 1);
    }
}

static struct described_key *key_named(struct keys *keys, struct str name)
{
    void *index;

    if (str_map_get(&keys->known, name, &index))
        return &keys->items[(uintptr_t)index - 1];
    keys->items = arena_make_room(keys->arena, keys->items, keys->count, &keys->capacity,
                                  sizeof(*keys->items));
    keys->items[keys->count] = (struct described_key){.name = name};
    str_map_put(&keys->known, keys->arena, name, (void *)(uintptr_t)(keys->count + 1));
    return &keys->items[keys->count++];
}

/* In the order of the schema: the compiled table has none. */
static void add_properties(struct keys *keys, const struct subschema *schema)
{
    const struct value *written = value_get(schema->value, "properties");

    for (uint32_t i = 0; i < schema->count && written && written->kind == VALUE_MAP;
         i++) {
        const struct check *check = &schema->checks[i];

        if (check->kind != CHECK_PROPERTIES)
            continue;
        for (uint32_t k = 0; k < written->count; k++) {
            struct str name = written->entries[k].key;
            const struct property *property = properties_find(check->as.properties, name);
            struct described_key *key;

            if (!property || !property->schema || property->schema->never)
                continue;
            key = key_named(keys, name);
            key->deprecated |= is_deprecated(property->schema);
            add_schema(keys, &key->value, property->schema, 0);
        }
    }
}

static void take_required(struct keys *keys)
{
    void *ignored;

    for (uint32_t i = 0; i < keys->required_count; i++)
        key_named(keys, keys->required_list[i]);
    for (uint32_t i = 0; i < keys->count; i++)
        keys->items[i].required =
            str_map_get(&keys->required, keys->items[i].name, &ignored);
}

/* Required ones first, else as they are. */
static const struct described_key *in_order(const struct keys *keys)
{
    struct described_key *ordered =
        arena_array(keys->arena, (size_t)keys->count + 1, sizeof(*ordered));
    uint32_t count = 0;

    for (int required = 1; required >= 0; required--)
        for (uint32_t i = 0; i < keys->count; i++)
            if (keys->items[i].required == required)
                ordered[count++] = keys->items[i];
    return ordered;
}

const struct described_key *describe_keys(const struct description *place,
                                          const struct value *map, struct arena *arena,
                                          uint32_t *count)
{
    struct keys keys = {.arena = arena, .map = map};

    for (uint32_t i = 0; i < place->count; i++) {
        add_properties(&keys, place->schemas[i]);
        add_required(&keys, place->schemas[i]);
    }
    take_required(&keys);
    *count = keys.count;
    return in_order(&keys);
}
