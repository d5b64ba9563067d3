/* targets.h - the paths that a command line names, in lists and one by one */
#ifndef LINT_COMMAND_TARGETS_H
#define LINT_COMMAND_TARGETS_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/command/cli.h"

/*
 * Adds the paths in a file, or on standard input for `-`: one a line, or, if there is a
 * NUL in it, one up to each NUL. Empty ones do not count. The paths live in the arena.
 * False, after saying on stderr why, when the file cannot be read.
 */
bool targets_read(struct arena *arena, const char *file, struct cli_list *paths);

/* The items of a list, each of which may be several with commas between them: `A,B`. In
 * the arena. */
struct str_list targets_split(struct arena *arena, const struct cli_list *list);

/* Removes `-` from the paths; false when it is not there. */
bool targets_take_input(struct cli_list *paths);

#endif
