/* str_map.h - a hash table with strings as keys */
#ifndef LINT_BASE_STR_MAP_H
#define LINT_BASE_STR_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

struct str_map_slot {
    struct str key; /* data is NULL in an empty slot */
    void *value;
};

/* Open addressing, in an arena; starts as {0}. Nothing is ever removed. */
struct str_map {
    struct str_map_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* False when the key is missing; then *value is not to be read. A key that is there may
 * have the value NULL. */
bool str_map_get(const struct str_map *map, struct str key, void **value);

/* Adds the key or changes its value. The key is not copied: its bytes live as long as the
 * map, as long as the arena, which is always the same one. */
void str_map_put(struct str_map *map, struct arena *arena, struct str key, void *value);

#endif
