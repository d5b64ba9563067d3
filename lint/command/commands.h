/* commands.h - what each command's file offers to the table in commands.c */
#ifndef LINT_COMMAND_COMMANDS_H
#define LINT_COMMAND_COMMANDS_H

#include "lint/command/cli.h"

extern const struct command command_check;
extern const struct command command_rules;
extern const struct command command_explain;
extern const struct command command_schema;
extern const struct command command_schema_check;
extern const struct command command_schema_infer;
extern const struct command command_version;

#endif
