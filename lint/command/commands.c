/* commands.c - the table of commands, and the way into it */

#include "lint/command/commands.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

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

/*
 * What is opened later must not become standard output or the place for messages because
 * that was closed. The stand-ins cannot be used, so that using one is an error as before.
 */
static bool reserve_standard_descriptors(void)
{
    static const int unusable[] = {O_WRONLY, O_RDONLY, O_RDONLY};

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", unusable[fd]) != fd)
            return false;
    return true;
}

enum exit_status commands_run(const struct rule_table *rules, int argc, char **argv)
{
    const struct program program = {rules, table};
    const struct command *command;

    if (!reserve_standard_descriptors())
        return cli_error("standard input, output or error is closed, and there is no "
                         "/dev/null to take its place");
    rule_table_require(rules);
    /* A reader that stops early (`stet check … | head`) is nothing to die of. */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return cli_error("no command; `stet help` lists them");
    command = command_find(table, command_name(argv[1]));
    if (!command)
        return command_unknown(table, NULL, argv[1]);
    return command_run(command, &program, argc - 1, argv + 1);
}
