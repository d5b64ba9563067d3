/* usage.h - the help, from the tables of commands and options */
#ifndef LINT_COMMAND_USAGE_H
#define LINT_COMMAND_USAGE_H

#include "lint/base/buf.h"
#include "lint/command/cli.h"

/* Appends the help of one command and of its parts. */
void usage_add(struct buf *out, const struct command *command);

/* Appends a list of all commands. */
void usage_add_all(struct buf *out, const struct command *const *commands);

#endif
