/* check.c - stet check: what is wrong with these files */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/base/message.h"
#include "lint/command/commands.h"
#include "lint/command/output.h"
#include "lint/command/say.h"
#include "lint/command/version.h"
#include "lint/command/work.h"
#include "lint/config/config.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/pool.h"
#include "lint/report/excerpt.h"
#include "lint/report/report.h"
#include "lint/terminal/terminal.h"

static const char *const formats[] = {"text", "unix", "json", "sarif", NULL};
static const char *const presets[] = {"recommended", "markdownlint", "all", NULL};
static const char *const levels[] = {"error", "warning", "note", "never", NULL};
static const char *const whens[] = {"auto", "always", "never", NULL};

/* Places in levels and presets. */
enum { FAIL_ON_WARNING = 1, FAIL_ON_NEVER = 3, PRESET_UNSET = -1 };

enum {
    MAX_JOBS = 256,
    DEFAULT_TIMEOUT = 10, /* seconds a file may take: a thousand times what it should */
    MAX_TIMEOUT = 3600,
    DEFAULT_MEMORY = 1024, /* MiB a file may take */
    MAX_MEMORY = 65536,
};

struct check_options {
    int format;
    const char *output;
    const char *config;
    bool no_config;
    int preset;
    struct cli_list rules;
    struct cli_list disabled;
    const char *schema;
    int fail_on;
    int jobs;
    int timeout;
    int memory;
    int color;
    bool quiet;
    bool force_exclude;
    const char *stdin_filename;
};

static const struct cli_option options[] = {
    {"format", CLI_CHOICE, offsetof(struct check_options, format), NULL, formats, 0, 0,
     "form of the report (text)"},
    {"output", CLI_VALUE, offsetof(struct check_options, output), "FILE", NULL, 0, 0,
     "write the report to FILE"},
    {"config", CLI_VALUE, offsetof(struct check_options, config), "FILE", NULL, 0, 0,
     "use this config for all files"},
    {"no-config", CLI_FLAG, offsetof(struct check_options, no_config), NULL, NULL, 0, 0,
     "use no config"},
    {"preset", CLI_CHOICE, offsetof(struct check_options, preset), NULL, presets, 0, 0,
     "rules to start from"},
    {"rule", CLI_LIST, offsetof(struct check_options, rules), "NAME", NULL, 0, 0,
     "run only this rule (repeatable)"},
    {"disable", CLI_LIST, offsetof(struct check_options, disabled), "NAME", NULL, 0, 0,
     "do not run this rule (repeatable)"},
    {"schema", CLI_VALUE, offsetof(struct check_options, schema), "FILE", NULL, 0, 0,
     "hold front matter against this schema"},
    {"fail-on", CLI_CHOICE, offsetof(struct check_options, fail_on), NULL, levels, 0, 0,
     "least severity that makes the exit status 1 (warning)"},
    {"jobs", CLI_NUMBER, offsetof(struct check_options, jobs), "N", NULL, 1, MAX_JOBS,
     "files checked at once (number of processors)"},
    {"timeout", CLI_NUMBER, offsetof(struct check_options, timeout), "SECONDS", NULL, 1,
     MAX_TIMEOUT, "most processor time for one file (10)"},
    {"memory", CLI_NUMBER, offsetof(struct check_options, memory), "MIB", NULL, 16,
     MAX_MEMORY, "most memory for one file (1024)"},
    {"color", CLI_CHOICE, offsetof(struct check_options, color), NULL, whens, 0, 0,
     "colours in the output (auto)"},
    {"quiet", CLI_FLAG, offsetof(struct check_options, quiet), NULL, NULL, 0, 0,
     "no summary, no progress"},
    {"force-exclude", CLI_FLAG, offsetof(struct check_options, force_exclude), NULL, NULL,
     0, 0, "leave out ignored files even when they are named"},
    {"stdin-filename", CLI_VALUE, offsetof(struct check_options, stdin_filename), "PATH",
     NULL, 0, 0, "name of the text on standard input"},
    {.type = CLI_END},
};

/* All that one run of the command holds. */
struct run_check {
    struct check_options chosen;
    const struct rule_table *rules;
    struct arena arena;
    struct config *config;
    struct discovery discovery;
    struct check check;
    struct buf standard_input;
    struct check_worker worker; /* in the workers only */
    struct report report;
    struct arena results; /* of the file being reported */
    struct output output;
    bool trouble; /* something could not be done: a file was not read */
};

static struct str_list list_of(struct arena *arena, const struct cli_list *from)
{
    struct str *items = arena_array(arena, from->count, sizeof(*items));

    for (uint32_t i = 0; i < from->count; i++)
        items[i] = str_from(from->items[i]);
    return (struct str_list){items, from->count};
}

static void start_config(struct run_check *run)
{
    const struct check_options *chosen = &run->chosen;
    struct config_options wanted = {
        .file = chosen->config,
        .none = chosen->no_config,
        .preset = chosen->preset == PRESET_UNSET ? NULL : presets[chosen->preset],
        .only = list_of(&run->arena, &chosen->rules),
        .disabled = list_of(&run->arena, &chosen->disabled),
        .schema = chosen->schema,
    };

    run->config = config_new(&run->arena, run->rules, &wanted);
}

/* The lines of a config that are wrong, as those of an article are shown. */
static void add_config_excerpt(struct buf *out, const struct check_options *chosen,
                               const struct config_error *error)
{
    struct result place = {
        .severity = SEVERITY_ERROR, .start = error->position, .end = error->end};
    struct excerpt_style style = {
        terminal_width(STDERR_FILENO),
        terminal_colour((enum colour_when)chosen->color, STDERR_FILENO), ""};
    struct span lines;

    if (!error->source || strcmp(formats[chosen->format], "text") != 0)
        return;
    lines = results_excerpt(error->source, &error->position, &error->end);
    place.excerpt = source_text(error->source, lines);
    place.excerpt_start = lines.start;
    excerpt_add(out, &place, &style);
}

static void say_config_errors(const struct run_check *run,
                              const struct config_error *errors, uint32_t count)
{
    struct buf out = BUF_INIT;

    for (uint32_t i = 0; i < count; i++) {
        config_error_write(&out, &errors[i]);
        add_config_excerpt(&out, &run->chosen, &errors[i]);
    }
    fwrite(out.data, 1, out.len, stderr);
    buf_release(&out);
}

static bool ignored(void *context, struct str real, bool is_folder)
{
    return config_ignores(context, real, is_folder);
}

/* Standard input is a file of its own, in the place of `-`. */
static void add_standard_input(struct run_check *run)
{
    const char *given = run->chosen.stdin_filename;
    const char *name = given && *given ? given : NULL;
    const char *reason = file_read(NULL, SOURCE_MAX_BYTES, &run->standard_input);
    struct check_file *file = &run->check.files[run->check.count++];

    file->path = name ? name : SOURCE_STANDARD_INPUT;
    file->text = &run->standard_input;
    file->trouble = reason;
    file->profile =
        config_profile(run->config, path_real(&run->arena, name ? name : "stdin.md"));
}

static void add_found(struct run_check *run, const struct found *found)
{
    struct check_file *file = &run->check.files[run->check.count++];

    file->path = found->path.data;
    if (found->kind == FOUND_UNREADABLE)
        file->trouble = found->reason;
    else
        file->profile = config_profile(run->config, found->real);
}

/* That a path is not there, with the nearest that is. */
static struct str missing_path(struct arena *arena, struct str path)
{
    struct str nearest = path_nearest(arena, path);

    if (!nearest.len)
        return arena_format(arena, "no such file or folder: `%s`",
                            message_text(arena, path));
    return arena_format(arena, "no such file or folder: `%s`; did you mean `%s`?",
                        message_text(arena, path), message_text(arena, nearest));
}

/* `-` apart, paths become files. The first that is not there is returned. */
static struct str find_files(struct run_check *run, struct cli_list *paths)
{
    struct discover_options wanted = {.force_exclude = run->chosen.force_exclude,
                                      .ignored = ignored,
                                      .context = run->config};
    bool standard_input = false;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < paths->count; i++) {
        if (strcmp(paths->items[i], "-") == 0)
            standard_input = true;
        else
            paths->items[kept++] = paths->items[i];
    }
    discover(&run->arena, paths->items, kept, &wanted, &run->discovery);
    run->check.files =
        arena_array(&run->arena, run->discovery.count + 1, sizeof(*run->check.files));
    if (standard_input)
        add_standard_input(run);
    for (uint32_t i = 0; i < run->discovery.count; i++) {
        const struct found *found = &run->discovery.items[i];

        if (found->kind == FOUND_MISSING)
            return found->path;
        add_found(run, found);
    }
    return (struct str){NULL, 0};
}

static void flush(struct run_check *run)
{
    output_write(&run->output, buf_str(&run->report.out));
    run->report.out.len = 0;
}

/* Counts a file's packed results in, in the order of the report. False when they make no
 * sense. */
static bool take_block(struct run_check *run, uint32_t index, struct str block)
{
    enum { FLUSH_BYTES = 64 * 1024 };
    struct file_results results;

    if (!results_unpack(block, run->rules, &run->results, &results))
        return false;
    results.path = str_from(run->check.files[index].path);
    for (uint32_t i = 0; i < results.count; i++)
        run->trouble |= results.results[i].rule->role == ROLE_UNREADABLE;
    report_file(&run->report, &results);
    if (run->report.out.len > FLUSH_BYTES)
        flush(run);
    arena_reset(&run->results);
    return true;
}

/* What a file's report says in place of the results its worker did not send. */
static void give_up(struct run_check *run, const struct pool_result *result)
{
    struct buf block = BUF_INIT;
    enum rule_role role = ROLE_CRASHED;
    struct str message;

    if (result->outcome == POOL_TIMED_OUT) {
        role = ROLE_TIMED_OUT;
        message = arena_format(&run->results, "checking took longer than %d second%s",
                               run->chosen.timeout, run->chosen.timeout == 1 ? "" : "s");
    } else if (result->outcome == POOL_OUT_OF_MEMORY) {
        role = ROLE_MEMORY;
        message =
            arena_format(&run->results, "checking needed more than %d MiB of memory",
                         run->chosen.memory);
    } else if (result->outcome == POOL_DONE || result->outcome == POOL_BROKEN) {
        message = STR("checking gave results that make no sense");
    } else if (result->signal == SIGKILL) {
        message = STR("checking was killed from outside, as the system does when it runs "
                      "out of memory");
    } else if (result->signal) {
        message = arena_format(&run->results, "checking crashed: %s",
                               strsignal(result->signal));
    } else {
        message = arena_format(&run->results, "checking ended early with status %d",
                               result->status);
    }
    check_give_up(&run->check, result->index, role, message, &block);
    if (!take_block(run, result->index, buf_str(&block)))
        bug("results that cannot be read");
    buf_release(&block);
}

static bool deliver(void *context, const struct pool_result *result)
{
    struct run_check *run = context;

    if (result->outcome != POOL_DONE || !take_block(run, result->index, result->block))
        give_up(run, result);
    return !run->output.closed && !interrupt_signal();
}

static void progress(void *context, uint32_t done, uint32_t count)
{
    struct run_check *run = context;

    output_progress(&run->output, done, count);
}

static void work(void *context, uint32_t index, struct buf *out)
{
    struct run_check *run = context;

    check_one(&run->check, index, &run->worker, out);
}

/* The exit status that the findings and the failing severity make. */
static enum exit_status status_of(const struct run_check *run)
{
    const struct report_summary *found = &run->report.summary;

    if (run->trouble || run->output.closed)
        return EXIT_TROUBLE;
    switch (run->chosen.fail_on) {
    case 0:
        return found->errors ? EXIT_FINDINGS : EXIT_CLEAN;
    case 1:
        return found->errors || found->warnings ? EXIT_FINDINGS : EXIT_CLEAN;
    case 2:
        return found->errors || found->warnings || found->notes ? EXIT_FINDINGS
                                                                : EXIT_CLEAN;
    default:
        return EXIT_CLEAN;
    }
}

static void begin_report(struct run_check *run)
{
    const struct reporter *reporter =
        reporter_find(str_from(formats[run->chosen.format]));
    struct report_context context = {
        .rules = run->rules,
        .version = stet_version(),
        .homepage = stet_homepage(),
        .file_count = run->check.count,
        .colour = terminal_colour((enum colour_when)run->chosen.color, run->output.fd),
        .quiet = run->chosen.quiet,
        .width = terminal_width(run->output.fd),
        .folder = path_real(&run->arena, ".").data,
    };

    clock_gettime(CLOCK_REALTIME, &context.started);
    report_begin(&run->report, reporter, &context);
    run->check.rules = run->rules;
    run->check.now = instant_now(context.started.tv_sec);
    run->check.want = reporter->want;
}

static enum exit_status end_report(struct run_check *run)
{
    enum exit_status status = status_of(run);

    clock_gettime(CLOCK_REALTIME, &run->report.context.ended);
    run->report.context.exit_code = status;
    report_end(&run->report);
    flush(run);
    return run->output.closed ? EXIT_TROUBLE : status;
}

static enum exit_status check_files(struct run_check *run)
{
    enum { MIB = 1024 * 1024 };
    struct pool_options wanted = {.jobs = (unsigned)run->chosen.jobs,
                                  .deadline = (unsigned)run->chosen.timeout,
                                  .memory = (size_t)run->chosen.memory * MIB};
    struct pool_work todo = {
        .count = run->check.count, .context = run, .work = work, .deliver = deliver};
    struct pool_trouble trouble;
    enum pool_end end;

    if (!run->chosen.quiet) {
        output_begin_progress(&run->output);
        todo.progress = progress;
    }
    check_worker_init(&run->worker);
    end = pool_run(&wanted, &todo, &trouble);
    output_end_progress(&run->output);
    switch (end) {
    case POOL_FINISHED:
    case POOL_STOPPED:
        return EXIT_CLEAN;
    case POOL_INTERRUPTED:
        raise(trouble.signal);
        return EXIT_TROUBLE;
    case POOL_FAILED:
        break;
    }
    return cli_error("%s: %s", trouble.what,
                     trouble.code ? strerror(trouble.code) : "failed");
}

/* A report in place of an article: nobody wants that. */
static bool output_is_checked(struct run_check *run)
{
    const char *output = run->chosen.output;
    struct str real = output ? path_real(&run->arena, output) : STR("");

    for (uint32_t i = 0; output && i < run->discovery.count; i++) {
        if (!str_equal(run->discovery.items[i].real, real))
            continue;
        cli_error("cannot write `%s`: it is one of the files to be checked", output);
        return true;
    }
    return false;
}

/* Nothing can be checked. A report that shows notifications is written all the same. */
static enum exit_status refuse(struct run_check *run,
                               const struct report_notification *reasons, uint32_t count)
{
    const struct reporter *reporter =
        reporter_find(str_from(formats[run->chosen.format]));

    if (!reporter->notifies || output_is_checked(run) ||
        !output_open(&run->output, run->chosen.output))
        return EXIT_TROUBLE;
    begin_report(run);
    run->report.context.notifications = reasons;
    run->report.context.notification_count = count;
    run->trouble = true;
    return end_report(run);
}

static enum exit_status refuse_config(struct run_check *run)
{
    uint32_t count;
    const struct config_error *errors = config_errors(run->config, &count);
    struct report_notification *reasons =
        arena_array(&run->arena, count, sizeof(*reasons));

    say_config_errors(run, errors, count);
    for (uint32_t i = 0; i < count; i++)
        reasons[i] = (struct report_notification){true,
                                                  SEVERITY_ERROR,
                                                  errors[i].path,
                                                  errors[i].position.line,
                                                  errors[i].position.column,
                                                  errors[i].message};
    return refuse(run, reasons, count);
}

static enum exit_status refuse_path(struct run_check *run, struct str path)
{
    struct str message = missing_path(&run->arena, path);
    struct report_notification reason = {false, SEVERITY_ERROR, {NULL, 0}, 0, 0, message};

    cli_error("%s", message.data);
    return refuse(run, &reason, 1);
}

static bool config_is_wrong(const struct run_check *run)
{
    uint32_t count;

    config_errors(run->config, &count);
    return count > 0;
}

static enum exit_status check_paths(struct run_check *run, struct cli_list *paths)
{
    struct str missing;

    start_config(run);
    if (config_is_wrong(run))
        return refuse_config(run);
    missing = find_files(run, paths);
    if (missing.data)
        return refuse_path(run, missing);
    if (config_is_wrong(run))
        return refuse_config(run);
    if (output_is_checked(run) || !output_open(&run->output, run->chosen.output))
        return EXIT_TROUBLE;
    begin_report(run);
    if (check_files(run) != EXIT_CLEAN)
        return EXIT_TROUBLE;
    return end_report(run);
}

static enum exit_status run_check(const struct program *program, int argc, char **argv)
{
    struct run_check run = {
        .chosen = {.preset = PRESET_UNSET,
                   .fail_on = FAIL_ON_WARNING,
                   .timeout = DEFAULT_TIMEOUT,
                   .memory = DEFAULT_MEMORY},
        .rules = program->rules,
    };
    struct cli_list paths;
    enum exit_status status = EXIT_TROUBLE;

    arena_init(&run.arena);
    arena_init(&run.results);
    if (!cli_parse(&command_check, argc, argv, &run.chosen, &paths))
        return EXIT_TROUBLE;
    if (run.chosen.config && run.chosen.no_config)
        cli_error("`--config` and `--no-config` exclude each other");
    else if (!paths.count)
        cli_error("nothing to check: name files or folders, or `-` for standard input");
    else
        status = check_paths(&run, &paths);
    if (run.report.reporter)
        report_release(&run.report);
    buf_release(&run.standard_input);
    arena_release(&run.results);
    arena_release(&run.arena);
    return status;
}

const struct command command_check = {
    .name = "check",
    .usage = "[options] PATH…",
    .summary = "check files, folders, or standard input (-)",
    .options = options,
    .run = run_check,
};
