/* init.c - stet init: what a project needs to begin */

#include <stdlib.h>
#include <unistd.h>

#include "lint/base/message.h"
#include "lint/command/commands.h"
#include "lint/command/init.h"
#include "lint/command/init_project.h"
#include "lint/command/letter.h"
#include "lint/command/limits.h"
#include "lint/command/output.h"
#include "lint/command/say.h"
#include "lint/files/path.h"

static const char *source_name(int source)
{
    static const char *const names[] = {"markdownlint", NULL};

    return names[source];
}

static const struct cli_option options[] = {
    {
        .name = "from",
        .type = CLI_CHOICE,
        .offset = offsetof(struct init_options, from),
        .choice = source_name,
        .help = "only a config, of what those of another program say",
    },
    {
        .name = "yes",
        .letter = 'y',
        .type = CLI_FLAG,
        .offset = offsetof(struct init_options, yes),
        .help = "write without asking",
    },
    {
        .name = "force",
        .type = CLI_FLAG,
        .offset = offsetof(struct init_options, force),
        .help = "with --from: replace a config that is there",
    },
    {.type = CLI_END},
};

/* The config that must not be lost; false, after saying so, when there is one. */
static bool is_free(struct run_init *run)
{
    struct str own = config_own_in(&run->arena, run->folder);

    if (!own.len || run->chosen.force)
        return true;
    cli_error("`%s` is there already; `--force` writes `stet.yaml` all the same",
              message_text(&run->arena, path_shown(&run->arena, own)));
    return false;
}

static enum exit_status write_config(struct run_init *run)
{
    struct output output;

    if (!output_open(&output, &run->arena, "stet.yaml", STDOUT_FILENO))
        return EXIT_TROUBLE;
    output_write(&output, buf_str(&run->text));
    if (!output_finish(&output))
        return EXIT_TROUBLE;
    cli_note("`stet.yaml` is written");
    return EXIT_CLEAN;
}

static enum exit_status show_and_write(struct run_init *run)
{
    struct buf shown = BUF_INIT;
    enum exit_status status;

    buf_add_str(&shown, buf_str(&run->text));
    status = cli_write(&shown);
    if (status == EXIT_CLEAN && !run->chosen.yes)
        status = letter_confirm("this file");
    if (status == EXIT_FINDINGS)
        return EXIT_CLEAN;
    return status == EXIT_CLEAN ? write_config(run) : status;
}

/* There is no way back from where the memory for configs was used up. */
static void refuse_memory(void *context)
{
    struct run_init *run = context;
    struct limits limits = LIMITS_INIT;

    cli_error("%s", limits_message(&run->arena, &limits).data);
    exit(EXIT_TROUBLE);
}

static enum exit_status begin(struct run_init *run, const struct program *program)
{
    run->folder = path_real(&run->arena, ".");
    run->rules = program->rules;
    if (run->chosen.from == INIT_FROM_NOTHING && run->chosen.force)
        return cli_error("`--force` goes with `--from`; else nothing is replaced");
    if (run->chosen.from == INIT_FROM_NOTHING)
        return init_project(run, program);
    if (!is_free(run) || !init_from_markdownlint(run))
        return EXIT_TROUBLE;
    return show_and_write(run);
}

static enum exit_status run_init(const struct program *program, int argc, char **argv)
{
    struct run_init run = {.chosen.from = INIT_FROM_NOTHING, .text = BUF_INIT};
    struct limits limits = LIMITS_INIT;
    struct config_limits allowed = limits_of_configs(&limits, refuse_memory, &run);
    enum exit_status status;

    if (!cli_parse_options(&command_init, argc, argv, &run.chosen))
        return EXIT_TROUBLE;
    arena_init(&run.arena);
    allowance_init(&run.allowance, &allowed);
    status = begin(&run, program);
    buf_release(&run.text);
    allowance_release(&run.allowance);
    arena_release(&run.arena);
    return status;
}

const struct command command_init = {
    .name = "init",
    .usage = "[options]",
    .summary = "propose a config, a schema, hooks and a job for CI, and write them",
    .options = options,
    .run = run_init,
};
