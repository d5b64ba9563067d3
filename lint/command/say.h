/* say.h - what a command itself says: errors on stderr, its output on stdout */
#ifndef LINT_COMMAND_SAY_H
#define LINT_COMMAND_SAY_H

#include <stddef.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/command/exit_status.h"

/* Writes `stet: …` to stderr, in one line: control characters and bytes that are not
 * UTF-8 are escaped. Returns EXIT_TROUBLE. */
enum exit_status cli_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for what is not an error, but worth knowing. */
void cli_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says on stderr that word is not a `what`, with the nearest of the choices, or with the
 * hint when none is near. Returns EXIT_TROUBLE. */
enum exit_status cli_unknown(const char *what, struct str word, const struct str *choices,
                             size_t count, const char *hint);

/* Writes all of out to stdout and releases it. Returns EXIT_CLEAN, EXIT_READER_GONE or,
 * after saying why on stderr, EXIT_TROUBLE. */
enum exit_status cli_write(struct buf *out);

#endif
