/* commands.c - the table of commands, and the start of the program */

#include "lint/command/commands.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/command/dispatch.h"
#include "lint/command/say.h"
#include "lint/files/glob.h"
#include "lint/files/path.h"

/* One per line, so that changes to this list rarely conflict. */
/* clang-format off */
static const struct command *const table[] = {
    &command_check,
    &command_fix,
    &command_baseline,
    &command_init,
    &command_rules,
    &command_explain,
    &command_lsp,
    &command_schema,
    &command_completions,
    &command_help,
    &command_version,
    NULL,
};
/* clang-format on */

/* What people type before they know the commands. */
static const char *command_name(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

/*
 * A file that is opened later must not take the place of standard output or error because
 * that was closed. The descriptors opened here cannot be used, so that using one is still
 * an error.
 */
static bool reserve_standard_descriptors(void)
{
    static const int unusable[] = {O_WRONLY, O_RDONLY, O_RDONLY};

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", unusable[fd]) != fd)
            return false;
    return true;
}

/* `stet docs` is short for `stet check docs`. */
static bool is_path(const char *word)
{
    const char *reason;

    return strcmp(word, "-") == 0 || glob_has_marks(str_from(word)) ||
           path_presence(word, &reason) != PRESENCE_NO;
}

enum exit_status commands_run(const struct rule_table *rules, int argc, char **argv)
{
    const struct program program = {rules, table};
    const struct command *command;

    memory_at_end((struct memory_end){.status = EXIT_TROUBLE});
    if (!reserve_standard_descriptors())
        return cli_error("standard input, output or error is closed, and there is no "
                         "/dev/null to take its place");
    rule_table_require(rules);
    /* A reader that stops early (`stet check … | head`) must not kill the process. */
    signal(SIGPIPE, SIG_IGN);
    /* Nor is a report that grows over `ulimit -f`: writing it fails with a reason. */
    signal(SIGXFSZ, SIG_IGN);
    if (argc < 2)
        return cli_error("no command; `stet help` lists them");
    command = command_find(table, command_name(argv[1]));
    if (command)
        return command_run(command, &program, argc - 1, argv + 1);
    if (is_path(argv[1]))
        return command_run(&command_check, &program, argc, argv);
    return command_unknown(table, NULL, argv[1]);
}
