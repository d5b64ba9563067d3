/* progress.h - how far long work is, in one line on a terminal */
#ifndef LINT_COMMAND_PROGRESS_H
#define LINT_COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"

enum {
    /* Work that ends before that, in milliseconds, needs no bar. */
    PROGRESS_DELAY = 500,
    /* Milliseconds between two drawings: more of them only flicker. */
    PROGRESS_PAUSE = 100,
};

/* Times are milliseconds of a clock of the caller's that only goes forward and may wrap
 * around. */
struct progress {
    int fd;         /* -1: nothing is ever drawn */
    bool shown;     /* there is a bar in the terminal's current line */
    uint32_t drawn; /* when, or when drawing may begin */
};

/* Draws on fd only when it is a terminal that can erase what was drawn: TERM is set and
 * not "dumb". */
void progress_init(struct progress *progress, int fd, uint32_t now);

/* Draws the bar unless it is too early. The cursor must be at the start of a line, or
 * behind the last bar. */
void progress_show(struct progress *progress, uint32_t now, uint32_t done,
                   uint32_t count);

/* Erases the bar, if there is one. To be called before anything else is written to what
 * may be the same terminal. */
void progress_erase(struct progress *progress);

/* The line as it is drawn: at most columns - 1 wide, because in the last column some
 * terminals start a new line. */
void progress_add_line(struct buf *out, uint32_t done, uint32_t count, unsigned columns);

#endif
