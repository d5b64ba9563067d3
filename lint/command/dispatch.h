/* dispatch.h - finds and runs the command that a word names */
#ifndef LINT_COMMAND_DISPATCH_H
#define LINT_COMMAND_DISPATCH_H

#include "lint/command/cli.h"

/* The command in a list whose name ends with this word; NULL when there is none. */
const struct command *command_find(const struct command *const *commands,
                                   const char *word);

/* Says on stderr that there is no such command in the list, the parts of `above` (NULL:
 * all commands), with the nearest name. Returns EXIT_TROUBLE. */
enum exit_status command_unknown(const struct command *const *commands,
                                 const struct command *above, const char *word);

/* Runs a command with argv[0] …, or prints its help if that is requested. Returns the
 * exit status. */
enum exit_status command_run(const struct command *command, const struct program *program,
                             int argc, char **argv);

/* Runs the part of the command that argv[1] names. Returns the exit status. */
enum exit_status command_run_part(const struct command *command,
                                  const struct program *program, int argc, char **argv);

#endif
