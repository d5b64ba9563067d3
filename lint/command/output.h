/* output.h - the report on its way out, past a progress bar */
#ifndef LINT_COMMAND_OUTPUT_H
#define LINT_COMMAND_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/command/progress.h"

struct output {
    int fd;
    bool reaches_terminal; /* what is written may appear on the terminal */
    bool mid_line;         /* what was written does not end a line */
    bool closed;           /* nothing more can be written: a broken pipe, a full disk */
    struct progress progress;
};

/* Opens the file, or takes standard output for NULL. False after saying on stderr why
 * that is not possible. */
bool output_open(struct output *output, const char *path);

/* Work begins: when it takes long, stderr shows a bar, if that is a terminal. */
void output_begin_progress(struct output *output);

/* To be called from time to time during the work. */
void output_progress(struct output *output, uint32_t done, uint32_t count);

/* The work is done, or something is to be said on stderr: no bar any more. */
void output_end_progress(struct output *output);

/* Writes all of the text, unless a signal ends the run. When that fails, it says why on
 * stderr unless the reader is gone, and writes nothing any more. */
void output_write(struct output *output, struct str text);

#endif
