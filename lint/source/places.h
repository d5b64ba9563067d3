/* places.h - lines and columns of many offsets in one file */
#ifndef LINT_SOURCE_PLACES_H
#define LINT_SOURCE_PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "lint/source/source.h"

/*
 * source_position() counts from the start of the line each time: quadratic for many
 * offsets on one huge line. Here all offsets are collected first and then resolved in
 * ascending order, in one pass. places_release() frees the tables.
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

/* To be called once, after the last places_add() and before the first places_find(). */
void places_resolve(struct places *places, const struct source *source);

/* As source_position(), for an offset that was added; any other is a bug(). */
struct position places_find(const struct places *places, uint32_t offset);

#endif
