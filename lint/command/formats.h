/* formats.h - the forms of a report that the command line asks for */
#ifndef LINT_COMMAND_FORMATS_H
#define LINT_COMMAND_FORMATS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/command/cli.h"

/* There are no more formats that anyone needs at once. */
enum { FORMATS_MAX = 8 };

/* One report. */
struct format_choice {
    int format;       /* of reporter_at() */
    const char *path; /* the file to write to; NULL: standard output */
};

/* The first is the one for people, or for the reader of standard output. */
struct format_choices {
    struct format_choice items[FORMATS_MAX];
    uint32_t count; /* at least 1 */
};

/*
 * Reads `--format NAME`, `--format NAME=FILE`, any number of them, and `--output FILE`,
 * which is the file of the one without; NULL: not given. Without formats there is text.
 * False, after saying on stderr why, when a format is not known, two are for standard
 * output, or two for the same file.
 */
bool formats_read(const struct cli_list *given, const char *output,
                  struct format_choices *choices);

#endif
