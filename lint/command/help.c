/* help.c - stet help and stet version: what there is to know before work */

#include "lint/command/commands.h"
#include "lint/command/dispatch.h"
#include "lint/command/say.h"
#include "lint/command/usage.h"
#include "lint/command/version.h"

static enum exit_status help_part(const struct command *command, const char *word)
{
    const struct command *part = command_find(command->parts, word);
    struct buf out = BUF_INIT;

    if (!part)
        return command_unknown(command->parts, command, word);
    usage_add(&out, part);
    return cli_write(&out);
}

static enum exit_status run_help(const struct program *program, int argc, char **argv)
{
    const struct command *command;
    struct cli_list rest;
    struct buf out = BUF_INIT;

    if (!cli_parse(&command_help, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    if (!rest.count) {
        usage_add_all(&out, program->commands);
        return cli_write(&out);
    }
    command = command_find(program->commands, rest.items[0]);
    if (!command)
        return command_unknown(program->commands, NULL, rest.items[0]);
    if (rest.count == 2 && command->parts)
        return help_part(command, rest.items[1]);
    if (rest.count > 1)
        return cli_error("`stet help` takes one command, not %u", rest.count);
    usage_add(&out, command);
    return cli_write(&out);
}

const struct command command_help = {
    .name = "help",
    .usage = "[COMMAND]",
    .summary = "how to use stet or one of its commands",
    .run = run_help,
};

static enum exit_status run_version(const struct program *program, int argc, char **argv)
{
    struct buf out = BUF_INIT;

    (void)program;
    if (!cli_parse_options(&command_version, argc, argv, NULL))
        return EXIT_TROUBLE;
    buf_printf(&out, "stet %s\n", stet_version());
    return cli_write(&out);
}

const struct command command_version = {
    .name = "version",
    .usage = "",
    .summary = "print the version",
    .run = run_version,
};
