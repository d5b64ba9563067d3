/* fix.c - stet fix: mends articles */

#include "lint/command/check.h"
#include "lint/command/commands.h"
#include "lint/command/say.h"

const struct cli_option fix_options[] = {
    {
        .name = "unsafe",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, fix.unsafe),
        .help = "mend also what may change what an article says",
    },
    {
        .name = "diff",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, fix.diff),
        .help = "mend nothing, print what would change",
    },
    {
        .name = "interactive",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, fix.interactive),
        .help = "ask about each fix on the terminal, `--unsafe` ones as well",
    },
    {
        .name = "no-verify",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, fix.no_verify),
        .help = "do not compare mended articles with what they were",
    },
    {.type = CLI_END},
};

static const struct cli_option options[] = {
    {.type = CLI_TABLE, .shared = fix_options},
    {.type = CLI_TABLE, .shared = check_options},
    {.type = CLI_END},
};

bool fix_options_agree(const struct fix_options *chosen, uint32_t paths, bool with_input)
{
    const char *alone = chosen->unsafe        ? "unsafe"
                        : chosen->diff        ? "diff"
                        : chosen->interactive ? "interactive"
                        : chosen->no_verify   ? "no-verify"
                                              : NULL;

    if (!chosen->on && alone)
        cli_error("`--%s` is for fixing: `stet fix`, or `stet check --fix`", alone);
    else if (chosen->on && with_input && paths > 1)
        cli_error("`-` is fixed alone: its mended text goes to standard output");
    else
        return true;
    return false;
}

static enum exit_status run_fix(const struct program *program, int argc, char **argv)
{
    return check_run(&command_fix, program, argc, argv, true);
}

const struct command command_fix = {
    .name = "fix",
    .usage = "[options] [PATH…]",
    .summary = "mend what is safe to mend, in files, folders, or standard input (-)",
    .options = options,
    .run = run_fix,
};
