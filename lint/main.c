/* main.c - arguments -> command -> exit status */

#include <signal.h>
#include <string.h>

#include "lint/cli.h"
#include "rules/rules.h"

/* What people type before they know a tool's commands. */
static const char *command_name(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

int main(int argc, char **argv)
{
    const struct command *command;

    /* A reader that stops early (`stet check … | head`) is not an error to shout about.
     */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return cli_error("no command; `stet help` lists them");
    command = command_find(command_name(argv[1]));
    if (!command)
        return command_unknown(argv[1]);
    if (argc > 2 && strcmp(argv[2], "--help") == 0) {
        struct buf out = BUF_INIT;
        cli_help(&out, command);
        return cli_write(&out);
    }
    return command->run(&rules_all, argc - 1, argv + 1);
}
