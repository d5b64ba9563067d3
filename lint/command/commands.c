/* commands.c - the table of commands, and the way into it */

#include "lint/command/commands.h"

#include <signal.h>
#include <string.h>

#include "lint/command/dispatch.h"
#include "lint/command/say.h"

/* One a line, so that changes to this list seldom meet. */
/* clang-format off */
static const struct command *const table[] = {
    &command_check,
    &command_rules,
    &command_explain,
    &command_schema,
    &command_help,
    &command_version,
    NULL,
};
/* clang-format on */

/* What people type before they know a tool's commands. */
static const char *command_name(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

enum exit_status commands_run(const struct rule_table *rules, int argc, char **argv)
{
    const struct program program = {rules, table};
    const struct command *command;

    /* A reader that stops early (`stet check … | head`) is nothing to die of. */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return cli_error("no command; `stet help` lists them");
    command = command_find(table, command_name(argv[1]));
    if (!command)
        return command_unknown(table, NULL, argv[1]);
    return command_run(command, &program, argc - 1, argv + 1);
}
