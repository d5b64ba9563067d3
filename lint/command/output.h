/* output.h - writes the report, and draws a progress bar meanwhile */
#ifndef LINT_COMMAND_OUTPUT_H
#define LINT_COMMAND_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/command/progress.h"
#include "lint/files/write.h"

struct output {
    int fd;
    struct file_writer file; /* what fd belongs to, unless it is standard output */
    unsigned number;         /* of the report: 0, or that of a copy of it */
    bool reaches_terminal;   /* what is written may appear on the terminal */
    bool mid_line;           /* what was written does not end a line */
    bool closed;             /* nothing more can be written: a broken pipe, a full disk */
    bool reader_gone;        /* that is why */
    struct progress progress;
};

/*
 * Opens the file, or takes `standard`, a descriptor, for NULL. False, after saying on
 * stderr why, when that fails. A file is unchanged until output_finish(), also when a
 * signal ends the process; only SIGKILL leaves a temporary file beside it. Paths live in
 * the arena.
 */
bool output_open(struct output *output, struct arena *arena, const char *path,
                 int standard);

/* The same for a further report to a file, numbered from 1 on and below FORMATS_MAX. */
bool output_open_copy(struct output *output, struct arena *arena, const char *path,
                      unsigned number);

/* Moves the file into place. False, after saying on stderr why, when that fails; then the
 * file is unchanged. Does nothing for standard output. */
bool output_finish(struct output *output);

/* Leaves the file unchanged, unless it has been finished. */
void output_abandon(struct output *output);

/* Work begins: when it takes long, a bar is shown on stderr, if that is a terminal. */
void output_begin_progress(struct output *output);

/* To be called from time to time during the work. */
void output_progress(struct output *output, uint32_t done, uint32_t count);

/* Removes the bar: the work is done, or something is to be written to stderr. */
void output_end_progress(struct output *output);

/* Writes all of the text, unless a signal ends the run. When that fails, says why on
 * stderr, unless the reader has gone, and writes nothing from then on. */
void output_write(struct output *output, struct str text);

#endif
