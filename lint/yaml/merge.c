/* merge.c - merge keys, `<<: *defaults` */

#include "lint/yaml/merge.h"

#include <string.h>

#include "lint/base/str_map.h"

static bool is_maps(const struct value *value)
{
    if (value->kind == VALUE_MAP)
        return true;
    if (value->kind != VALUE_LIST)
        return false;
    for (uint32_t i = 0; i < value->count; i++)
        if (value->entries[i].value->kind != VALUE_MAP)
            return false;
    return true;
}

/* A quoted "<<" is a key like any other. */
static bool is_merge(const struct value_builder *builder, const struct entry *entry)
{
    return str_is(entry->key, "<<") &&
           builder->input.data[entry->key_span.start] == '<' && is_maps(entry->value);
}

/* The entries of a map, followed by the merged ones. */
struct merging {
    struct arena *arena;
    struct entry *entries; /* room for all */
    uint32_t count;
    struct str_map keys;
};

static void add_entry(struct merging *merging, struct entry entry)
{
    merging->entries[merging->count++] = entry;
    str_map_put(&merging->keys, merging->arena, entry.key, NULL);
}

static void add_map(struct merging *merging, const struct value *map, struct span alias)
{
    for (uint32_t i = 0; i < map->count; i++) {
        struct entry entry = map->entries[i];
        void *unused;

        if (str_map_get(&merging->keys, entry.key, &unused))
            continue;
        if (!span_empty(alias))
            entry.alias = alias;
        add_entry(merging, entry);
    }
}

static void add_merged(struct merging *merging, const struct entry *merge)
{
    const struct value *list = merge->value;

    if (list->kind == VALUE_MAP) {
        add_map(merging, list, merge->alias);
        return;
    }
    for (uint32_t i = 0; i < list->count; i++)
        add_map(merging, list->entries[i].value,
                span_empty(merge->alias) ? list->entries[i].alias : merge->alias);
}

/* The most entries that a merge can add. */
static uint32_t merged_count(const struct entry *merge)
{
    const struct value *value = merge->value;
    uint32_t count = 0;

    if (value->kind == VALUE_MAP)
        return value->count;
    for (uint32_t i = 0; i < value->count; i++)
        count += value->entries[i].value->count;
    return count;
}

/* Moves the merges out of the open entries from first on; returns how many there are. */
static uint32_t take_merges(struct value_builder *builder, uint32_t first,
                            struct entry *merges)
{
    uint32_t kept = first;
    uint32_t count = 0;

    for (uint32_t i = first; i < builder->open_count; i++) {
        if (is_merge(builder, &builder->open[i]))
            merges[count++] = builder->open[i];
        else
            builder->open[kept++] = builder->open[i];
    }
    builder->open_count = kept;
    return count;
}

void yaml_merge_close(struct value_builder *builder, struct value *map, uint32_t first)
{
    struct merging merging = {.arena = builder->arena};
    struct entry *merges =
        arena_raw(builder->arena, (builder->open_count - first) * sizeof(*merges));
    uint32_t merge_count = take_merges(builder, first, merges);
    uint32_t room = 0;

    value_builder_close(builder, map, first);
    for (uint32_t i = 0; i < merge_count; i++)
        room += merged_count(&merges[i]);
    merging.entries =
        arena_raw(builder->arena, ((size_t)map->count + room) * sizeof(*merges));
    for (uint32_t i = 0; i < map->count; i++)
        add_entry(&merging, map->entries[i]);
    for (uint32_t i = 0; i < merge_count; i++)
        add_merged(&merging, &merges[i]);
    map->entries = merging.entries;
    map->count = merging.count;
}
