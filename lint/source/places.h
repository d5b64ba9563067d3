/* places.h - where many offsets of one file are */
#ifndef LINT_SOURCE_PLACES_H
#define LINT_SOURCE_PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "lint/source/source.h"

/*
 * source_position() counts from the start of the line each time: with many offsets
 * on one huge line that is quadratic. Here all offsets are collected first, then
 * resolved in ascending order in one go.
 */
struct places {
    uint32_t *offsets; /* resolved: ascending, each once */
    struct position *positions;
    size_t count;
    size_t capacity;
};

#define PLACES_INIT                                                                      \
    {                                                                                    \
        NULL, NULL, 0, 0                                                                 \
    }

void places_release(struct places *places);

void places_add(struct places *places, uint32_t offset);

/* After the last places_add(), before the first places_find(). */
void places_resolve(struct places *places, const struct source *source);

/* As source_position(), for an offset that was added. */
struct position places_find(const struct places *places, uint32_t offset);

#endif
