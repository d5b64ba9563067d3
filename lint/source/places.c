/* places.c - lines and columns of many offsets in one file */

#include "lint/source/places.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/base/utf8.h"

void places_release(struct places *places)
{
    free(places->offsets);
    free(places->positions);
    *places = (struct places)PLACES_INIT;
}

void places_add(struct places *places, uint32_t offset)
{
    places->offsets = memory_make_room(places->offsets, places->count, &places->capacity,
                                       sizeof(*places->offsets));
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

/* Moves on to the line with the offset, which is not before *at. */
static const struct line *reach_line(struct position *at, const struct source *source,
                                     uint32_t offset)
{
    uint32_t index = at->line - 1;

    while (index + 1 < source->line_count && source->lines[index + 1].start <= offset)
        index++;
    if (index != at->line - 1)
        *at = (struct position){source->lines[index].start, index + 1, 1, 1};
    return &source->lines[index];
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

/* *at is a place not after the offset, at the start of a code point; it moves on. */
static struct position find_after(struct position *at, const struct source *source,
                                  uint32_t offset)
{
    const struct line *line = reach_line(at, source, offset);
    uint32_t inside = offset < line->end ? offset : line->end;
    struct position position = *at;

    position.offset = offset;
    if (inside <= line->start)
        return position;
    if (!(line->flags & LINE_NON_ASCII)) {
        position.column = position.utf16 = inside - line->start + 1;
        return position;
    }
    advance(at, source, inside);
    /* In the middle of a sequence: the part before the offset counts as one. */
    position.column = at->column + (at->offset < inside);
    position.utf16 = at->utf16 + (at->offset < inside);
    return position;
}

void places_resolve(struct places *places, const struct source *source)
{
    struct position at = {source->lines[0].start, 1, 1, 1};

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
