/* locator.c - places of many offsets, one after another */

#include "lint/locator.h"

#include "lint/utf8.h"

void locator_init(struct locator *locator, const struct source *source)
{
    locator->source = source;
    locator->last = source_position(source, source->lines[0].start);
}

struct position locator_find(struct locator *locator, uint32_t offset)
{
    const struct source *source = locator->source;
    const struct line *line = &source->lines[locator->last.line - 1];
    struct position position = locator->last;
    struct str between;

    if (offset < position.offset || offset > line->end) {
        locator->last = source_position(source, offset);
        return locator->last;
    }
    between = source_text(source, span_make(position.offset, offset));
    if (line->flags & LINE_NON_ASCII) {
        position.column += (uint32_t)utf8_code_points(between);
        position.utf16 += (uint32_t)utf8_utf16_units(between);
    } else {
        position.column += (uint32_t)between.len;
        position.utf16 += (uint32_t)between.len;
    }
    position.offset = offset;
    locator->last = position;
    return position;
}
