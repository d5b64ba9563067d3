/* output.h - the report on its way out, past a progress bar */
#ifndef LINT_COMMAND_OUTPUT_H
#define LINT_COMMAND_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/command/progress.h"
#include "lint/files/write.h"

struct output {
    int fd;
    struct file_writer file; /* what fd is of, unless that is standard output */
    bool reaches_terminal;   /* what is written may appear on the terminal */
    bool mid_line;           /* what was written does not end a line */
    bool closed;             /* nothing more can be written: a broken pipe, a full disk */
    struct progress progress;
};

/*
 * Opens the file, or takes standard output for NULL. False after saying on stderr why
 * that is not possible. A file is what it was until output_finish(). Paths live in the
 * arena.
 */
bool output_open(struct output *output, struct arena *arena, const char *path);

/* Puts the file in its place. False after saying on stderr why that is not possible; then
 * it is what it was. Nothing is done for standard output. */
bool output_finish(struct output *output);

/* Leaves the file as it was, if it was not finished. */
void output_abandon(struct output *output);

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
