/* commands.c - the table of commands, and the ones that need no file of their own */

#include "lint/command/commands.h"

#include <signal.h>
#include <string.h>

#include "lint/command/version.h"

static int run_version(const struct rule_table *rules, int argc, char **argv)
{
    struct cli_list rest;
    struct buf out = BUF_INIT;

    (void)rules;
    if (!cli_parse(&command_version, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    if (rest.count)
        return cli_error("`stet version` takes no arguments, not `%s`", rest.items[0]);
    buf_printf(&out, "stet %s\n", stet_version());
    return cli_write(&out);
}

static int run_help(const struct rule_table *rules, int argc, char **argv);

static const struct command command_help = {
    .name = "help",
    .usage = "[COMMAND]",
    .summary = "how to use stet or one of its commands",
    .run = run_help,
};

const struct command command_version = {
    .name = "version",
    .usage = "",
    .summary = "print the version",
    .run = run_version,
};

static int run_help(const struct rule_table *rules, int argc, char **argv)
{
    const struct command *command = NULL;
    const struct command *part = NULL;
    struct cli_list rest;
    struct buf out = BUF_INIT;

    (void)rules;
    if (!cli_parse(&command_help, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    if (rest.count)
        command = command_find(rest.items[0]);
    if (rest.count && !command)
        return command_unknown(NULL, rest.items[0]);
    if (rest.count == 2 && command->parts)
        part = command_part(command, rest.items[1]);
    else if (rest.count > 1)
        return cli_error("`stet help` takes one command, not %u", rest.count);
    if (rest.count == 2 && !part)
        return command_unknown(command, rest.items[1]);
    cli_help(&out, part ? part : command);
    return cli_write(&out);
}

static const struct command *const table[] = {
    &command_check,   &command_rules, &command_explain, &command_schema, &command_help,
    &command_version, NULL,
};

const struct command *const *commands_all(void)
{
    return table;
}

/* What people type before they know a tool's commands. */
static const char *command_name(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

int cli_run(const struct rule_table *rules, int argc, char **argv)
{
    const struct command *command;
    struct buf help = BUF_INIT;

    /* A reader that stops early (`stet check … | head`) is nothing to die of. */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return cli_error("no command; `stet help` lists them");
    command = command_find(command_name(argv[1]));
    if (!command)
        return command_unknown(NULL, argv[1]);
    if (argc == 3 && strcmp(argv[2], "--help") == 0) {
        cli_help(&help, command);
        return cli_write(&help);
    }
    return command->run(rules, argc - 1, argv + 1);
}
