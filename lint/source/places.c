/* places.c - lines and columns of many offsets in one file */

#include "lint/source/places.h"

#include "lint/base/utf8.h"

enum { STEP = 1024 }; /* bytes between two marks */

/* A place at the start of a code point, counted from the start of the text. */
struct place_mark {
    uint32_t offset;
    uint32_t code_points;
    uint32_t utf16;
};

struct places places_of(const struct source *source, struct arena *arena)
{
    return (struct places){.source = source, .arena = arena};
}

/* Moves on over whole code points, but not beyond the offset. */
static void advance(struct place_mark *at, const struct source *source, uint32_t offset)
{
    while (at->offset < offset) {
        struct str rest = source_text(source, span_make(at->offset, offset));
        uint32_t ascii = (uint32_t)utf8_ascii_run(rest);
        uint32_t code_point;
        size_t len;

        at->offset += ascii;
        at->code_points += ascii;
        at->utf16 += ascii;
        if (at->offset == offset)
            return;
        rest = source_text(source, span_make(at->offset, source->size));
        code_point = utf8_decode(rest, &len);
        if (at->offset + len > offset)
            return;
        at->offset += (uint32_t)len;
        at->code_points++;
        at->utf16 += code_point > 0xFFFF ? 2 : 1;
    }
}

/* The last place at or before each multiple of STEP. */
static const struct place_mark *make_marks(const struct source *source,
                                           struct arena *arena)
{
    uint32_t count = source->size / STEP + 1;
    struct place_mark *marks = arena_raw(arena, count * sizeof(*marks));
    struct place_mark at = {source->text, 0, 0};

    for (uint32_t i = 0; i < count; i++) {
        advance(&at, source, i * STEP);
        marks[i] = at;
    }
    return marks;
}

/* The place at or before an offset of the text. */
static struct place_mark count_to(struct places *places, uint32_t offset)
{
    struct place_mark at;

    if (!places->marks)
        places->marks = make_marks(places->source, places->arena);
    at = places->marks[offset / STEP];
    advance(&at, places->source, offset);
    return at;
}

/* How far the offset is from the start of its line. */
static struct place_mark measure(struct places *places, const struct line *line,
                                 uint32_t offset)
{
    struct place_mark from = {line->start, 0, 0};
    struct place_mark to = from;

    if (offset - line->start > STEP) {
        from = count_to(places, line->start);
        to = count_to(places, offset);
    } else {
        advance(&to, places->source, offset);
    }
    return (struct place_mark){to.offset, to.code_points - from.code_points,
                               to.utf16 - from.utf16};
}

/* A place that is not at the start of its line, where there is more than ASCII. Not
 * inline, so that other lines do not pay for it. */
__attribute__((noinline)) static struct position
count_columns(struct places *places, struct position at, uint32_t inside)
{
    const struct line *line = &places->source->lines[at.line - 1];
    struct place_mark distance = measure(places, line, inside);

    /* In the middle of a sequence: the part before the offset counts as one. */
    at.column = 1 + distance.code_points + (distance.offset < inside);
    at.utf16 = 1 + distance.utf16 + (distance.offset < inside);
    return at;
}

struct position places_find(struct places *places, uint32_t offset)
{
    uint32_t index = source_line(places->source, offset);
    const struct line *line = &places->source->lines[index];
    uint32_t inside = offset < line->end ? offset : line->end;
    uint32_t byte = inside > line->start ? inside - line->start + 1 : 1;
    struct position position = {offset, index + 1, byte, byte, byte};

    if (byte > 1 && line->flags & LINE_NON_ASCII)
        return count_columns(places, position, inside);
    return position;
}
