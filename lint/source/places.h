/* places.h - lines and columns of many offsets in one file */
#ifndef LINT_SOURCE_PLACES_H
#define LINT_SOURCE_PLACES_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/source/source.h"

struct place_mark;

/*
 * source_position() counts from the start of the line each time: quadratic for many
 * offsets on one huge line. Here no more than a few kilobytes are counted for an offset.
 */
struct places {
    const struct source *source;
    struct arena *arena;
    const struct place_mark *marks; /* NULL until a line is long enough to need them */
};

/* The source is borrowed; what is kept lives in the arena. */
struct places places_of(const struct source *source, struct arena *arena);

/* As source_position(). */
struct position places_find(struct places *places, uint32_t offset);

#endif
