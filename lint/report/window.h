/* window.h - the stretch of a line that there is room for */
#ifndef LINT_REPORT_WINDOW_H
#define LINT_REPORT_WINDOW_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* The columns of a line that are drawn, from first on, before last. */
struct window {
    unsigned first;
    unsigned last;
    bool cut_left; /* text before is left out: the first column is for an ellipsis */
    bool cut_right;
};

/* Columns of a line's parts. */
struct measure {
    unsigned mark_start;
    unsigned mark_end;
    unsigned total;
};

/* The part of text from start on, before end, in bytes. */
static inline struct str window_part(struct str text, size_t start, size_t end)
{
    return (struct str){text.data + start, end - start};
}

/* Measures a line of which the bytes from mark_start on, before mark_end, matter. */
struct measure window_measure(struct str line, size_t mark_start, size_t mark_end);

/*
 * At most `room` columns: the whole line; or its start when the mark ends there; else the
 * mark in the middle, or, when the mark is too long for that, a third of the room before
 * its start. cut: text before the line was left out already.
 */
struct window window_choose(const struct measure *measure, unsigned room, bool cut);

/* Appends what is in the window, in three steps: window_open() before the text,
 * window_add() for each part of it, *column being where it starts, and window_close(). */
void window_open(struct buf *out, struct window *window);
void window_add(struct buf *out, struct str text, unsigned *column,
                const struct window *window);
void window_close(struct buf *out, const struct window *window);

#endif
