/* lsp.c - stet lsp: serves an editor */

#include <unistd.h>

#include "lint/command/commands.h"
#include "lint/command/version.h"
#include "lint/files/path.h"
#include "lint/lsp/lsp.h"

enum {
    SECONDS = 5, /* more than an author would wait for, less than looks like a hang */
    MEMORY_MIB = 1024, /* as `stet check` has it */
};

struct lsp_command_options {
    const char *config;
    bool stdio;
};

static const struct cli_option options[] = {
    {
        .name = "config",
        .type = CLI_VALUE,
        .offset = offsetof(struct lsp_command_options, config),
        .argument = "FILE",
        .help = "use this config for all files",
    },
    {
        .name = "stdio",
        .type = CLI_FLAG,
        .offset = offsetof(struct lsp_command_options, stdio),
        .help = "talk on standard input and output, as it always does",
    },
    {.type = CLI_END},
};

static enum exit_status run_lsp(const struct program *program, int argc, char **argv)
{
    struct lsp_command_options chosen = {.config = NULL};
    struct lsp_options wanted = {.rules = program->rules,
                                 .version = stet_version(),
                                 .homepage = stet_homepage(),
                                 .seconds = SECONDS,
                                 .memory = (size_t)MEMORY_MIB * 1024 * 1024,
                                 .in = STDIN_FILENO,
                                 .out = STDOUT_FILENO};
    struct arena arena;
    int status;

    if (!cli_parse_options(&command_lsp, argc, argv, &chosen))
        return EXIT_TROUBLE;
    arena_init(&arena);
    /* Workers are in the first workspace folder. */
    if (chosen.config)
        wanted.config = path_absolute(&arena, chosen.config).data;
    status = lsp_serve(&wanted);
    arena_release(&arena);
    return status == 0 ? EXIT_CLEAN : EXIT_FINDINGS;
}

const struct command command_lsp = {
    .name = "lsp",
    .usage = "[options]",
    .summary = "serve an editor: a language server on standard input and output",
    .options = options,
    .run = run_lsp,
};
