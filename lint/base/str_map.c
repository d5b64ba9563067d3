/* str_map.c - a hash table with strings as keys */

#include "lint/base/str_map.h"

#include "lint/base/bytes.h"

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* The last eight bytes, or all of fewer. */
static uint64_t last_bytes(struct str key)
{
    uint64_t bytes = 0;

    if (key.len >= BYTES_WIDTH)
        return bytes_load(key.data + key.len - BYTES_WIDTH);
    for (size_t i = 0; i < key.len; i++)
        bytes = bytes << 8 | (unsigned char)key.data[i];
    return bytes;
}

/* No one ever sees it, unlike str_hash(), which takes a step for each byte. The last step
 * brings down what the bytes at the end of eight have changed in the upper bits alone:
 * numbered names would meet in few slots. */
static uint64_t hash_key(struct str key)
{
    uint64_t hash = 0;

    for (size_t at = 0; at + BYTES_WIDTH < key.len; at += BYTES_WIDTH)
        hash = mix(hash, bytes_load(key.data + at));
    return mix(mix(hash, last_bytes(key)), key.len);
}

/* The slot of the key, or the empty one where it belongs. */
static struct str_map_slot *find(const struct str_map *map, struct str key)
{
    size_t at = (size_t)hash_key(key) & (map->capacity - 1);

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
