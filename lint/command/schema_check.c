/* schema_check.c - stet schema check: checks schemas */

#include <stdlib.h>
#include <unistd.h>

#include "lint/command/commands.h"
#include "lint/command/gather.h"
#include "lint/command/project.h"
#include "lint/command/say.h"
#include "lint/command/session.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/run/article_schema.h"
#include "lint/run/schema_rules.h"

/* The largest schemas in use have a few megabytes. */
enum { MAX_BYTES = 16 * 1024 * 1024 };

struct schema_check_options {
    struct session_options session;
    struct project_options project;
    struct limits limits;
};

static const struct cli_option options[] = {
    {
        .type = CLI_SHARED,
        .shared = &session_format,
        .offset = offsetof(struct schema_check_options, session.formats),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_fail_on,
        .offset = offsetof(struct schema_check_options, session.fail_on),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_config,
        .offset = offsetof(struct schema_check_options, project.config),
        .help = "take remotes from this config",
    },
    {
        .type = CLI_SHARED,
        .shared = &project_no_config,
        .offset = offsetof(struct schema_check_options, project.no_config),
    },
    {
        .type = CLI_SHARED,
        .shared = &project_allow_outside,
        .offset = offsetof(struct schema_check_options, project.allowed),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_jobs,
        .offset = offsetof(struct schema_check_options, limits.jobs),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_timeout,
        .offset = offsetof(struct schema_check_options, limits.timeout),
    },
    {
        .type = CLI_SHARED,
        .shared = &limits_memory,
        .offset = offsetof(struct schema_check_options, limits.memory),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_color,
        .offset = offsetof(struct schema_check_options, session.color),
    },
    {
        .type = CLI_SHARED,
        .shared = &session_quiet,
        .offset = offsetof(struct schema_check_options, session.quiet),
    },
    {.type = CLI_END},
};

/* The state of one run of the command. */
struct run_schemas {
    struct schema_check_options chosen;
    struct arena arena;
    struct config_allowance allowance;
    struct config *config;
    struct check check;
    struct session session;
};

/* Reads the config of every schema. False, after saying on stderr why, when one is
 * wrong. */
static bool read_configs(struct run_schemas *run, const struct cli_list *paths)
{
    for (uint32_t i = 0; i < paths->count; i++)
        config_profile(run->config, path_real(&run->arena, paths->items[i]));
    project_say_notices(run->config);
    project_say_errors(run->config, NULL);
    return !project_is_wrong(run->config);
}

/* A schema, in its worker. */
static void examine(const struct check *check, const struct check_file *file,
                    struct check_worker *worker, const struct buf *text, struct buf *out)
{
    struct arena *arena = &worker->arena;
    struct schema_options wanted = schema_options_for(file->profile, file->real, arena);
    struct diagnostics found;
    struct source source;

    source_init(&source, arena, file->path, text->data, text->len);
    found = run_schema(&source, file->real.data, &wanted, arena);
    results_make_packed(&check->codec, found, &source, arena, out);
}

/* Says that a file cannot be read, with the nearest name when it does not exist. */
static enum exit_status cannot_read(struct arena *arena, const char *path,
                                    const char *reason)
{
    struct str nearest = STR("");

    if (access(path, F_OK) != 0)
        nearest = path_nearest(arena, str_from(path));
    if (!nearest.len)
        return cli_error("cannot read `%s`: %s", path, reason);
    return cli_error("cannot read `%s`: %s; did you mean `%s`?", path, reason,
                     nearest.data);
}

/* Takes the schemas that can be read. */
static void take_files(struct run_schemas *run, const struct cli_list *paths)
{
    struct found_item *found = arena_array(&run->arena, paths->count, sizeof(*found));
    struct buf text = BUF_INIT;
    const char *reason;

    run->check.files = arena_array(&run->arena, paths->count, sizeof(*run->check.files));
    for (uint32_t i = 0; i < paths->count; i++) {
        const char *path = paths->items[i];
        struct str real = path_real(&run->arena, path);

        if (file_read(path, MAX_BYTES, &text, &reason)) {
            found[run->check.count] = (struct found_item){
                .name = path, .real = real.data, .kind = FOUND_FILE, .named = true};
            run->check.files[run->check.count] = (struct check_item){
                &found[run->check.count], config_profile(run->config, real), NULL};
            run->check.count++;
        } else {
            cannot_read(&run->arena, path, reason);
            run->session.trouble = true;
        }
    }
    buf_release(&text);
}

static enum exit_status check_schemas(struct run_schemas *run,
                                      const struct rule_table *rules,
                                      const struct cli_list *paths)
{
    struct session *session = &run->session;
    struct config_options wanted = {
        .file = run->chosen.project.config,
        .none = run->chosen.project.no_config,
        .without_schemas = true,
        .allowed = project_allowed(&run->arena, &run->chosen.project),
        .allowance = &run->allowance};

    run->config = config_new(&run->arena, rules, &wanted);
    if (!read_configs(run, paths) || !session_begin(session, paths->count))
        return EXIT_TROUBLE;
    take_files(run, paths);
    run->check.examine = examine;
    codec_init(&run->check.codec, &schema_rules, session_want(session));
    if (!gather(&run->check, &run->chosen.limits, session))
        return EXIT_TROUBLE;
    return session_end(session);
}

/* There is no way back from where the memory for configs was used up. */
static void refuse_memory(void *context)
{
    struct run_schemas *run = context;

    cli_error("%s", limits_message(&run->arena, &run->chosen.limits).data);
    exit(EXIT_TROUBLE);
}

static enum exit_status run_schema_check(const struct program *program, int argc,
                                         char **argv)
{
    struct run_schemas run = {
        .chosen = {.session = SESSION_OPTIONS_INIT, .limits = LIMITS_INIT}};
    struct config_limits limits;
    struct cli_list paths;
    enum exit_status status;

    if (!cli_parse(&command_schema_check, argc, argv, &run.chosen, &paths) ||
        !session_choose(&run.chosen.session) ||
        !project_options_agree(&run.chosen.project))
        return EXIT_TROUBLE;
    if (!paths.count)
        return cli_error("no schema to check: name one or more files");
    arena_init(&run.arena);
    limits = limits_of_configs(&run.chosen.limits, refuse_memory, &run);
    allowance_init(&run.allowance, &limits);
    session_init(&run.session, &run.chosen.session, &schema_rules, &run.arena);
    status = check_schemas(&run, program->rules, &paths);
    session_release(&run.session);
    allowance_release(&run.allowance);
    arena_release(&run.arena);
    return status;
}

const struct command command_schema_check = {
    .name = "schema check",
    .usage = "[options] FILE…",
    .summary = "say what is wrong with schemas, by their dialect and by what they say",
    .options = options,
    .run = run_schema_check,
};
