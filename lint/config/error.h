/* error.h - what is wrong with a config, and how it is told */
#ifndef LINT_CONFIG_ERROR_H
#define LINT_CONFIG_ERROR_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/source/mistake.h"
#include "lint/source/source.h"

/* A mistake in a config, in a schema it names, or on the command line. */
struct config_error {
    struct str path;             /* empty for the command line */
    const struct source *source; /* what is at path; NULL: the span says nothing */
    bool in_schema;              /* told by its place alone, without its lines */
    struct mistake mistake;
};

/* Appends "path:line:column: error: message", or "stet: message" when it is the command
 * line's, and a line feed. */
void config_error_write(struct buf *out, const struct config_error *error);

#endif
