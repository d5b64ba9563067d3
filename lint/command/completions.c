/* completions.c - stet completions: the script by which a shell completes stet */

#include <stdlib.h>

#include "lint/command/commands.h"
#include "lint/command/completion.h"
#include "lint/command/say.h"

struct shell {
    const char *name;
    void (*write)(struct buf *out, const struct program *program);
};

static const struct shell shells[] = {
    {"bash", completion_bash},
    {"zsh", completion_zsh},
    {"fish", completion_fish},
};

enum { SHELL_COUNT = sizeof(shells) / sizeof(shells[0]) };

static enum exit_status unknown_shell(const char *word)
{
    struct str names[SHELL_COUNT];

    for (size_t i = 0; i < SHELL_COUNT; i++)
        names[i] = str_from(shells[i].name);
    return cli_unknown("shell", str_from(word), names, SHELL_COUNT,
                       "there are bash, zsh and fish");
}

static enum exit_status write_for(const struct program *program, const char *word)
{
    struct buf out = BUF_INIT;

    for (size_t i = 0; i < SHELL_COUNT; i++) {
        if (!str_is(str_from(word), shells[i].name))
            continue;
        shells[i].write(&out, program);
        return cli_write(&out);
    }
    return unknown_shell(word);
}

static enum exit_status run_completions(const struct program *program, int argc,
                                        char **argv)
{
    enum exit_status status;
    struct cli_list rest;

    if (!cli_parse(&command_completions, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    status = rest.count == 1
                 ? write_for(program, rest.items[0])
                 : cli_error("`stet completions` takes one shell: bash, zsh or fish");
    free(rest.items);
    return status;
}

const struct command command_completions = {
    .name = "completions",
    .usage = "bash|zsh|fish",
    .summary = "print the script by which a shell completes commands and options",
    .run = run_completions,
};
