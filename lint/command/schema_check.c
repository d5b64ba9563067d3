/* schema_check.c - stet schema check: what is wrong with these schemas */

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/command/commands.h"
#include "lint/command/say.h"
#include "lint/command/version.h"
#include "lint/config/config.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/report/report.h"
#include "lint/run/schema_rules.h"
#include "lint/terminal/terminal.h"

static const char *const formats[] = {"text", "unix", "json", "sarif", NULL};
static const char *const levels[] = {"error", "warning", "note", "never", NULL};
static const char *const whens[] = {"auto", "always", "never", NULL};

enum { FAIL_ON_WARNING = 1 };

/* The largest schemas in use have some megabytes. */
enum { MAX_BYTES = 16 * 1024 * 1024 };

struct schema_check_options {
    int format;
    int fail_on;
    const char *config;
    bool no_config;
    int color;
    bool quiet;
};

static const struct cli_option options[] = {
    {"format", CLI_CHOICE, offsetof(struct schema_check_options, format), NULL, formats,
     0, 0, "form of the report (text)"},
    {"fail-on", CLI_CHOICE, offsetof(struct schema_check_options, fail_on), NULL, levels,
     0, 0, "least severity that makes the exit status 1 (warning)"},
    {"config", CLI_VALUE, offsetof(struct schema_check_options, config), "FILE", NULL, 0,
     0, "take remotes from this config"},
    {"no-config", CLI_FLAG, offsetof(struct schema_check_options, no_config), NULL, NULL,
     0, 0, "use no config"},
    {"color", CLI_CHOICE, offsetof(struct schema_check_options, color), NULL, whens, 0, 0,
     "colours in the output (auto)"},
    {"quiet", CLI_FLAG, offsetof(struct schema_check_options, quiet), NULL, NULL, 0, 0,
     "no summary"},
    {.type = CLI_END},
};

/* All that one run of the command holds. */
struct run_schemas {
    struct schema_check_options chosen;
    struct arena arena;
    struct config *config;
    struct report report;
    bool unreadable; /* a file */
};

static void begin_report(struct run_schemas *run)
{
    struct report_context context = {
        .rules = &schema_rules,
        .version = stet_version(),
        .homepage = stet_homepage(),
        .colour = terminal_colour((enum colour_when)run->chosen.color, STDOUT_FILENO),
        .quiet = run->chosen.quiet,
        .width = terminal_width(STDOUT_FILENO),
        .folder = path_real(&run->arena, ".").data,
    };

    clock_gettime(CLOCK_REALTIME, &context.started);
    report_begin(&run->report, reporter_find(str_from(formats[run->chosen.format])),
                 &context);
}

/* Reads the config of every schema; true after saying on stderr what is wrong with one.
 */
static bool config_is_wrong(struct run_schemas *run, const struct cli_list *paths)
{
    for (uint32_t i = 0; i < paths->count; i++)
        config_profile(run->config, path_real(&run->arena, paths->items[i]));
    return config_print_errors(run->config);
}

/* With the project and the remotes that the file's config says. */
static struct schema_options options_for(struct run_schemas *run, struct str real)
{
    const struct profile *profile = config_profile(run->config, real);
    struct schema_options plain = {.dialect = DIALECT_2020_12, .assert_format = true};

    if (profile->project != NULL)
        return *profile->project;
    plain.root = path_project(&run->arena, path_folder(real));
    return plain;
}

static void report_findings(struct run_schemas *run, const struct source *source,
                            struct diagnostics found, struct arena *arena)
{
    struct file_results results;
    struct buf block = BUF_INIT;

    results_pack(&block, &schema_rules, source, found.items, found.count,
                 run->report.reporter->want);
    if (!results_unpack(buf_str(&block), &schema_rules, arena, &results))
        bug("results that cannot be read");
    results.path = str_from(source->path);
    report_file(&run->report, &results);
    buf_release(&block);
}

/* Says that a file cannot be read, with the nearest name when it is not there. */
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

static void check_file(struct run_schemas *run, const char *path)
{
    struct buf text = BUF_INIT;
    const char *reason = file_read(path, MAX_BYTES, &text);
    struct str real = path_real(&run->arena, path);
    struct schema_options wanted = options_for(run, real);
    struct source source;
    struct arena arena;

    arena_init(&arena);
    if (reason) {
        cannot_read(&arena, path, reason);
        run->unreadable = true;
    } else {
        source_init(&source, &arena, path, text.data, text.len);
        report_findings(run, &source, run_schema(&source, real.data, &wanted, &arena),
                        &arena);
    }
    arena_release(&arena);
    buf_release(&text);
}

static enum exit_status status_of(const struct run_schemas *run)
{
    const struct report_summary *found = &run->report.summary;
    uint32_t counts[] = {found->errors, found->warnings, found->notes};

    if (run->unreadable)
        return EXIT_TROUBLE;
    for (int i = 0; i <= run->chosen.fail_on && i < 3; i++)
        if (counts[i] && run->chosen.fail_on < 3)
            return EXIT_FINDINGS;
    return EXIT_CLEAN;
}

static enum exit_status check_schemas(struct run_schemas *run,
                                      const struct rule_table *rules,
                                      const struct cli_list *paths)
{
    struct config_options wanted = {.file = run->chosen.config,
                                    .none = run->chosen.no_config};
    enum exit_status status;

    run->config = config_new(&run->arena, rules, &wanted);
    if (config_is_wrong(run, paths))
        return EXIT_TROUBLE;
    begin_report(run);
    for (uint32_t i = 0; i < paths->count; i++)
        check_file(run, paths->items[i]);
    status = status_of(run);
    clock_gettime(CLOCK_REALTIME, &run->report.context.ended);
    run->report.context.exit_code = status;
    report_end(&run->report);
    return cli_write(&run->report.out) == EXIT_CLEAN ? status : EXIT_TROUBLE;
}

static enum exit_status run_schema_check(const struct program *program, int argc,
                                         char **argv)
{
    struct run_schemas run = {.chosen = {.fail_on = FAIL_ON_WARNING}};
    struct cli_list paths;
    enum exit_status status;

    if (!cli_parse(&command_schema_check, argc, argv, &run.chosen, &paths))
        return EXIT_TROUBLE;
    if (!paths.count)
        return cli_error("no schema to check: name one or more files");
    arena_init(&run.arena);
    status = check_schemas(&run, program->rules, &paths);
    if (run.report.reporter)
        report_release(&run.report);
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
