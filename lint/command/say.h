/* say.h - what a command says itself: errors on stderr, its answer on stdout */
#ifndef LINT_COMMAND_SAY_H
#define LINT_COMMAND_SAY_H

#include <stddef.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/command/exit_status.h"

/* `stet: …` on stderr, in one line: control characters and what is not UTF-8 are escaped.
 * Returns EXIT_TROUBLE. */
enum exit_status cli_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for what is no error: a user should know of it. */
void cli_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says that there is no such `what` as the word, with the nearest of the choices, or with
 * the hint when none is near. Returns EXIT_TROUBLE. */
enum exit_status cli_unknown(const char *what, struct str word, const struct str *choices,
                             size_t count, const char *hint);

/* Writes all of out to stdout and releases it. Returns EXIT_CLEAN, or EXIT_TROUBLE after
 * saying why not; of a closed pipe it says nothing. */
enum exit_status cli_write(struct buf *out);

#endif
