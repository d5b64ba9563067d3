/* item_lines.h - what begins where in list items, for fixes that move it */
#ifndef LINT_DOCUMENT_ITEM_LINES_H
#define LINT_DOCUMENT_ITEM_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/document/document.h"

/* The columns in which something begins: as it is, and as it is to be. */
struct shift {
    uint32_t from;
    uint32_t to;
};

/* Is the second offset on the line of the first one, which is not after it? Neither is
 * inside a line end. */
static inline bool same_line(const struct source *source, uint32_t first, uint32_t second)
{
    return second <= source->lines[source_line(source, first)].end;
}

/* The column of an offset after the last quote marker of its line and a blank; false
 * where that blank is missing, and a further one would be it, or where something else
 * than spaces stands in between. Takes time linear in the spaces. */
bool column_in_quote(const struct source *source, uint32_t offset, uint32_t *column);

/* A column that counts for an item whose content begins there, and is not one of indented
 * code (CommonMark 4.4). */
bool column_is_inside(uint32_t column, uint32_t content);

/* Does fenced code begin where the content of the item does, so that all lines are that
 * far to the right and lose as much as before when it moves to the left, and is its
 * closing fence one there, too? */
bool fence_holds(const struct document *document, struct shift content,
                 const struct node *code);

/*
 * Are all lines of the block but its first one text, wherever the content of the item
 * that it is in begins? Those inside of the item are, when it moves to the left; others
 * may be text only because they stand where they do. Code that goes on from line to line
 * must not begin to go on lazily, nor cease to: cmark-gfm keeps the indent of such lines.
 * Takes time linear in what is in the block.
 */
bool lines_hold(const struct document *document, struct shift content,
                const struct node *block);

#endif
