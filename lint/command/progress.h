/* progress.h - a progress bar in one line on a terminal */
#ifndef LINT_COMMAND_PROGRESS_H
#define LINT_COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"

enum {
    /* Milliseconds before a bar is shown: shorter work needs none. */
    PROGRESS_DELAY = 500,
    /* Milliseconds between two drawings: more often, the bar flickers. */
    PROGRESS_PAUSE = 100,
};

/* Times are in milliseconds, by a clock of the caller that never goes back but may wrap
 * around. */
struct progress {
    int fd;         /* -1: nothing is ever drawn */
    bool shown;     /* there is a bar in the current line of the terminal */
    uint32_t drawn; /* when it was drawn, or when drawing may begin */
};

/* Nothing is drawn unless fd is a terminal that can erase it again: TERM is set and not
 * "dumb". */
void progress_init(struct progress *progress, int fd, uint32_t now);

/* Draws the bar unless it is too early. The cursor must be at the start of a line, or
 * after the last bar. */
void progress_show(struct progress *progress, uint32_t now, uint32_t done,
                   uint32_t count);

/* Erases the bar, if there is one. To be called before anything else is written that may
 * go to the same terminal. */
void progress_erase(struct progress *progress);

/* Appends the line as it is drawn: at most columns - 1 wide, because some terminals start
 * a new line at the last column. */
void progress_add_line(struct buf *out, uint32_t done, uint32_t count, unsigned columns);

#endif
