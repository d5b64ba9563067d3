/* dispatch.h - from a word of the command line to the command it names */
#ifndef LINT_COMMAND_DISPATCH_H
#define LINT_COMMAND_DISPATCH_H

#include "lint/command/cli.h"

/* The command of a list, or the part of a command, whose name ends with this word; NULL
 * when there is none. */
const struct command *command_find(const struct command *const *commands,
                                   const char *word);

/* Says that there is no such command in the list, which are the parts of `above` (NULL:
 * all commands), with the nearest name. Returns EXIT_TROUBLE. */
enum exit_status command_unknown(const struct command *const *commands,
                                 const struct command *above, const char *word);

/* Runs a command by argv[0] …, or prints its help when that is all that is asked for. */
enum exit_status command_run(const struct command *command, const struct program *program,
                             int argc, char **argv);

/* Runs the part of the command that argv[1] names. */
enum exit_status command_run_part(const struct command *command,
                                  const struct program *program, int argc, char **argv);

#endif
