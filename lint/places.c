/* places.c - where many offsets of one file are */

#include "lint/places.h"

#include <stdlib.h>

#include "lint/memory.h"
#include "lint/utf8.h"

void places_release(struct places *places)
{
    free(places->offsets);
    free(places->positions);
    *places = (struct places)PLACES_INIT;
}

void places_add(struct places *places, uint32_t offset)
{
    if (places->count == places->capacity) {
        places->capacity = places->capacity ? places->capacity * 2 : 64;
        places->offsets =
            memory_grow(places->offsets, places->capacity * sizeof(*places->offsets));
    }
    places->offsets[places->count++] = offset;
}

static int compare_offsets(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static void sort_once_each(struct places *places)
{
    size_t kept = 0;

    qsort(places->offsets, places->count, sizeof(*places->offsets), compare_offsets);
    for (size_t i = 0; i < places->count; i++)
        if (!kept || places->offsets[kept - 1] != places->offsets[i])
            places->offsets[kept++] = places->offsets[i];
    places->count = kept;
}

/* Moves on over whole code points, but not beyond the offset. */
static void advance(struct position *at, const struct source *source, uint32_t offset)
{
    uint32_t end = source->lines[at->line - 1].end;

    while (at->offset < offset) {
        struct str rest = source_text(source, span_make(at->offset, end));
        size_t len;
        uint32_t code_point = utf8_decode(rest, &len);

        if (at->offset + len > offset)
            return;
        at->offset += (uint32_t)len;
        at->column++;
        at->utf16 += code_point > 0xFFFF ? 2 : 1;
    }
}

/* *at is a place before the offset, on a code point's start; it is moved on. */
static struct position find_after(struct position *at, const struct source *source,
                                  uint32_t offset)
{
    uint32_t index = source_line(source, offset);
    const struct line *line = &source->lines[index];
    uint32_t inside = offset < line->end ? offset : line->end;
    struct position position;

    if (!(line->flags & LINE_NON_ASCII) || offset < line->start)
        return source_position(source, offset);
    if (at->line != index + 1)
        *at = (struct position){line->start, index + 1, 1, 1};
    advance(at, source, inside);
    position = *at;
    if (at->offset < inside) {
        /* In the middle of a sequence: what is cut off counts one. */
        position.column++;
        position.utf16++;
    }
    position.offset = offset;
    return position;
}

void places_resolve(struct places *places, const struct source *source)
{
    struct position at = {0, 0, 0, 0};

    if (!places->count)
        return;
    sort_once_each(places);
    places->positions = memory_alloc(places->count * sizeof(*places->positions));
    for (size_t i = 0; i < places->count; i++)
        places->positions[i] = find_after(&at, source, places->offsets[i]);
}

struct position places_find(const struct places *places, uint32_t offset)
{
    const uint32_t *found = bsearch(&offset, places->offsets, places->count,
                                    sizeof(*places->offsets), compare_offsets);

    if (!found)
        bug("an offset that was not added");
    return places->positions[found - places->offsets];
}
