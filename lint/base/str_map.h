/* str_map.h - from strings to things */
#ifndef LINT_BASE_STR_MAP_H
#define LINT_BASE_STR_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

struct str_map_slot {
    struct str key; /* data is NULL: empty */
    void *value;
};

/* Open addressing, in an arena; starts as {0}. Nothing is ever taken out. */
struct str_map {
    struct str_map_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* False when the key is not there; a key that is may have the value NULL. */
bool str_map_get(const struct str_map *map, struct str key, void **value);

/* Adds the key, whose bytes must live as long as the map, or changes its value. */
void str_map_put(struct str_map *map, struct arena *arena, struct str key, void *value);

#endif
