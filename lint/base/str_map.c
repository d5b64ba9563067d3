/* str_map.c - a hash table with strings as keys */

#include "lint/base/str_map.h"

/* The slot of the key, or the empty one where it belongs. */
static struct str_map_slot *find(const struct str_map *map, struct str key)
{
    size_t at = (size_t)str_hash(key) & (map->capacity - 1);

    while (map->slots[at].key.data && !str_equal(map->slots[at].key, key))
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static void grow(struct str_map *map, struct arena *arena)
{
    struct str_map larger = {.capacity = map->capacity ? 2 * map->capacity : 32,
                             .count = map->count};

    larger.slots = arena_array(arena, larger.capacity, sizeof(*larger.slots));
    for (size_t i = 0; i < map->capacity; i++) {
        if (map->slots[i].key.data)
            *find(&larger, map->slots[i].key) = map->slots[i];
    }
    *map = larger;
}

bool str_map_get(const struct str_map *map, struct str key, void **value)
{
    if (map->count == 0)
        return false;
    const struct str_map_slot *slot = find(map, key);

    *value = slot->value;
    return slot->key.data != NULL;
}

void str_map_put(struct str_map *map, struct arena *arena, struct str key, void *value)
{
    if (2 * map->count >= map->capacity)
        grow(map, arena);
    struct str_map_slot *slot = find(map, key);

    map->count += slot->key.data == NULL;
    *slot = (struct str_map_slot){key, value};
}
