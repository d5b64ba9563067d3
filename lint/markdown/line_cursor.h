/* line_cursor.h - the place in a line while its blocks are looked for */
#ifndef LINT_MARKDOWN_LINE_CURSOR_H
#define LINT_MARKDOWN_LINE_CURSOR_H

#include "lint/base/ascii.h"
#include "lint/markdown/block_columns.h"
#include "lint/source/source.h"

/* What is before `at` belongs to the containers that the line is in. Offsets are the
 * file's; columns count from 0 at the line's start. */
struct line_cursor {
    const char *data;
    uint32_t at;
    uint32_t column;
    uint32_t end;    /* of the line */
    uint32_t text;   /* the first byte from `at` on that is no blank, or the end */
    uint32_t indent; /* columns from `at` to `text` */
    bool split;      /* `at` is on a tab, of which the first columns are taken */
};

static inline uint32_t columns_to_stop(uint32_t column)
{
    return BLOCK_TAB_STOP - column % BLOCK_TAB_STOP;
}

/* Finds the text again after `at` has changed. */
static inline void cursor_find_text(struct line_cursor *cursor)
{
    uint32_t column = cursor->column;
    uint32_t at = cursor->at;

    for (; at < cursor->end && is_space_or_tab(cursor->data[at]); at++)
        column += cursor->data[at] == '\t' ? columns_to_stop(column) : 1;
    cursor->text = at;
    cursor->indent = column - cursor->column;
}

static inline void cursor_set_line(struct line_cursor *cursor, const struct line *line)
{
    cursor->at = line->start;
    cursor->column = 0;
    cursor->split = false;
    cursor->end = line->end;
    cursor_find_text(cursor);
}

static inline bool cursor_is_blank(const struct line_cursor *cursor)
{
    return cursor->text >= cursor->end;
}

/* A line that is indented so far starts no block but code (CommonMark 4.4). */
static inline bool cursor_is_indented(const struct line_cursor *cursor)
{
    return cursor->indent >= CODE_INDENT;
}

/* Moves on to `at`, before which there is no tab after the text. */
static inline void cursor_move(struct line_cursor *cursor, uint32_t at)
{
    cursor->column += cursor->indent + (at - cursor->text);
    cursor->at = at;
    cursor->split = false;
    cursor_find_text(cursor);
}

/* Moves on by columns of blanks, of which there are so many; `at` stays before a tab that
 * reaches further. */
static inline void cursor_skip_columns(struct line_cursor *cursor, uint32_t columns)
{
    while (columns > 0 && cursor->at < cursor->end) {
        bool tab = cursor->data[cursor->at] == '\t';
        uint32_t width = tab ? columns_to_stop(cursor->column) : 1;
        uint32_t taken = width < columns ? width : columns;

        cursor->column += taken;
        cursor->indent -= taken;
        columns -= taken;
        cursor->split = taken < width;
        cursor->at += taken == width;
    }
}

/* Columns that are left of the tab at `at` when a part of it is taken, else 0. */
static inline uint32_t cursor_tab_rest(const struct line_cursor *cursor)
{
    return cursor->split ? columns_to_stop(cursor->column) : 0;
}

#endif
