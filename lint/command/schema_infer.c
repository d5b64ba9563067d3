/* schema_infer.c - stet schema infer: drafts a schema from articles */

#include <stdio.h>

#include "lint/command/commands.h"
#include "lint/command/project.h"
#include "lint/command/say.h"
#include "lint/document/front_matter.h"
#include "lint/files/file.h"
#include "lint/schema/infer/infer.h"
#include "lint/terminal/display.h"

enum infer_format { INFER_YAML, INFER_JSON };

struct infer_options {
    int format; /* enum infer_format */
    bool strict;
    struct project_options project;
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
        .offset = offsetof(struct infer_options, strict),
        .help = "a schema that all articles pass, outliers as well",
    },
    {
        .type = CLI_SHARED,
        .shared = &project_config,
        .offset = offsetof(struct infer_options, project.config),
        .help = "leave out what this config ignores",
    },
    {
        .type = CLI_SHARED,
        .shared = &project_no_config,
        .offset = offsetof(struct infer_options, project.no_config),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_allow_outside,
        .offset = offsetof(struct infer_options, project.allowed),
    },
    {.type = CLI_END},
};

/* The state of one run of the command. */
struct run_infer {
    struct infer_options chosen;
    struct arena arena;
    struct arena article;
    struct buf text; /* of the article */
    struct config *config;
    struct inference *inference;
    struct inference_counts counts;
};

/* Says `path:line:column: message; skipped`. The place may be NULL. */
static void skip(struct run_infer *run, struct str path, const struct position *place,
                 struct str message)
{
    struct buf line = BUF_INIT;

    display_add_path(&line, path);
    if (place)
        buf_printf(&line, ":%u:%u", place->line, place->column);
    buf_puts(&line, ": ");
    display_add(&line, message);
    buf_puts(&line, "; skipped\n");
    fwrite(line.data, 1, line.len, stderr);
    buf_release(&line);
    run->counts.unreadable++;
}

static void take_front_matter(struct run_infer *run, const struct source *source)
{
    struct document document = {.source = source};
    const struct front_matter *block = &document.front_matter;
    const struct mistake *problem;
    struct position place;

    front_matter_read(&document, &run->article, READ_AS_PROGRAMS);
    if (block->miss) {
        place = source_position(source, block->miss->span.start);
        skip(run, str_from(source->path), &place, block->miss->message);
    } else if (block->tree.problem_count) {
        problem = &block->tree.problems[0].mistake;
        place = source_position(source, problem->span.start);
        skip(run, str_from(source->path), &place, problem->message);
    } else if (!block->tree.root) {
        run->counts.without++;
    } else {
        inference_add(run->inference, &block->tree, str_from(source->path));
    }
}

static void take_file(struct run_infer *run, const struct found *found)
{
    const char *reason = found->reason;
    struct source source;

    if (found->kind == FOUND_NOTHING)
        return;
    if (found->kind == FOUND_UNREADABLE ||
        !file_read_real(found->real, SOURCE_MAX_BYTES, &run->text, &reason)) {
        skip(run, found->path, NULL, str_from(reason));
        return;
    }
    source_init(&source, &run->article, found->path.data, run->text.data, run->text.len);
    take_front_matter(run, &source);
    arena_reset(&run->article);
}

static enum exit_status infer(struct run_infer *run, const struct cli_list *paths)
{
    struct project_search search = {paths, false,
                                    project_allowed(&run->arena, &run->chosen.project)};
    struct inference_form form = {run->chosen.format == INFER_JSON, run->chosen.strict};
    struct discovery discovery;
    const struct found *missing;
    struct str message;
    struct buf out = BUF_INIT;

    project_discover(&run->arena, run->config, &search, &discovery);
    missing = project_missing(&discovery);
    project_say_notices(run->config);
    project_say_errors(run->config, NULL);
    if (project_is_wrong(run->config))
        return EXIT_TROUBLE;
    if (missing) {
        message = project_missing_message(&run->arena, missing);
        return cli_error("%s", message.data);
    }
    for (uint32_t i = 0; i < discovery.count; i++)
        take_file(run, &discovery.items[i]);
    if (!inference_count(run->inference))
        return cli_error("no article with front matter to infer a schema from");
    inference_write(run->inference, &run->counts, form, &out);
    return cli_write(&out);
}

static enum exit_status run_infer(const struct program *program, int argc, char **argv)
{
    struct run_infer run = {.text = BUF_INIT};
    struct config_options wanted = {0};
    struct cli_list paths;
    enum exit_status status;

    if (!cli_parse(&command_schema_infer, argc, argv, &run.chosen, &paths) ||
        !project_options_agree(&run.chosen.project))
        return EXIT_TROUBLE;
    if (!paths.count)
        return cli_error("no articles: name files or folders");
    arena_init(&run.arena);
    arena_init(&run.article);
    wanted.file = run.chosen.project.config;
    wanted.none = run.chosen.project.no_config;
    wanted.allowed = project_allowed(&run.arena, &run.chosen.project);
    run.config = config_new(&run.arena, program->rules, &wanted);
    run.inference = inference_new(&run.arena);
    status = infer(&run, &paths);
    buf_release(&run.text);
    arena_release(&run.article);
    arena_release(&run.arena);
    return status;
}

const struct command command_schema_infer = {
    .name = "schema infer",
    .usage = "[options] PATH…",
    .summary = "draft a schema from the front matter of articles, on stdout",
    .options = options,
    .run = run_infer,
};
