/* error.h - a mistake in a config, and how it is written to stderr */
#ifndef LINT_CONFIG_ERROR_H
#define LINT_CONFIG_ERROR_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/rule/table.h"
#include "lint/source/mistake.h"
#include "lint/source/source.h"

/* More than anyone reads: a file that is no config at all has one on every line. */
enum { CONFIG_MAX_ERRORS = 100 };

/* A mistake in a config, in a schema it names, or on the command line. */
struct config_error {
    struct str path;             /* empty for the command line */
    const struct source *source; /* the file at path; NULL: the span means nothing */
    const struct rule *rule;     /* for one in a schema, what it breaks; else NULL */
    struct mistake mistake;
};

/* Appends "path:line:column: error: message" or, for the command line, "stet: message",
 * with " [CODE/name]" for one in a schema, and a line feed. */
void config_error_write(struct buf *out, const struct config_error *error);

#endif
