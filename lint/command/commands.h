/* commands.h - all commands, each defined in a file of its own */
#ifndef LINT_COMMAND_COMMANDS_H
#define LINT_COMMAND_COMMANDS_H

#include "lint/command/cli.h"

extern const struct command command_check;
extern const struct command command_fix;
extern const struct command command_baseline;
extern const struct command command_init;
extern const struct command command_rules;
extern const struct command command_explain;
extern const struct command command_lsp;
extern const struct command command_schema;
extern const struct command command_schema_check;
extern const struct command command_schema_infer;
extern const struct command command_completions;
extern const struct command command_help;
extern const struct command command_version;

/* The whole program: runs the command that argv[1] names and returns its exit status. */
enum exit_status commands_run(const struct rule_table *rules, int argc, char **argv);

#endif
