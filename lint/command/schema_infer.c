/* schema_infer.c - stet schema infer: drafts a schema from articles */

#include "lint/command/commands.h"
#include "lint/command/draft.h"
#include "lint/command/say.h"

enum infer_format { INFER_YAML, INFER_JSON };

struct infer_options {
    int format; /* enum infer_format */
    struct draft_options draft;
};

static const char *format_name(int format)
{
    static const char *const names[] = {"yaml", "json", NULL};

    return names[format];
}

static const struct cli_option options[] = {
    {
        .name = "format",
        .type = CLI_CHOICE,
        .offset = offsetof(struct infer_options, format),
        .choice = format_name,
        .help = "form of the schema (yaml)",
    },
    {
        .name = "strict",
        .type = CLI_FLAG,
        .offset = offsetof(struct infer_options, draft.form.strict),
        .help = "a schema that all articles pass, outliers as well",
    },
    {
        .type = CLI_SHARED,
        .shared = &project_config,
        .offset = offsetof(struct infer_options, draft.project.config),
        .help = "leave out what this config ignores",
    },
    {
        .type = CLI_SHARED,
        .shared = &project_no_config,
        .offset = offsetof(struct infer_options, draft.project.no_config),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_allow_outside,
        .offset = offsetof(struct infer_options, draft.project.allowed),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_jobs,
        .offset = offsetof(struct infer_options, draft.limits.jobs),
        .help = "files read at once (number of processors)",
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_timeout,
        .offset = offsetof(struct infer_options, draft.limits.timeout),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_memory,
        .offset = offsetof(struct infer_options, draft.limits.memory),
    },
    {.type = CLI_END},
};

static enum exit_status infer(const struct program *program,
                              const struct draft_options *chosen,
                              const struct cli_list *paths)
{
    struct draft draft;
    enum exit_status status = draft_schema(program, chosen, paths, &draft);

    if (status == EXIT_CLEAN && draft.count)
        return cli_write(&draft.schema);
    buf_release(&draft.schema);
    if (status != EXIT_CLEAN)
        return status;
    return cli_error("no article with front matter to infer a schema from");
}

static enum exit_status run_infer(const struct program *program, int argc, char **argv)
{
    struct infer_options chosen = {.draft.limits = LIMITS_INIT};
    struct cli_list paths;

    if (!cli_parse(&command_schema_infer, argc, argv, &chosen, &paths) ||
        !project_options_agree(&chosen.draft.project))
        return EXIT_TROUBLE;
    if (!paths.count)
        return cli_error("no articles: name files or folders");
    chosen.draft.form.json = chosen.format == INFER_JSON;
    return infer(program, &chosen.draft, &paths);
}

const struct command command_schema_infer = {
    .name = "schema infer",
    .usage = "[options] PATH…",
    .summary = "draft a schema from the front matter of articles, on stdout",
    .options = options,
    .run = run_infer,
};
