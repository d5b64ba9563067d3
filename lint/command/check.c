/* check.c - stet check: checks articles */

#include <stdlib.h>
#include <unistd.h>

#include "lint/command/check_run.h"
#include "lint/command/commands.h"
#include "lint/command/gather.h"
#include "lint/command/say.h"
#include "lint/command/targets.h"
#include "lint/files/file.h"
#include "lint/terminal/terminal.h"

static const struct cli_option options[] = {
    {.type = CLI_TABLE, .shared = check_options},
    {
        .name = "fix",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, fix.on),
        .help = "mend what is safe to mend, as `stet fix` does",
    },
    {.type = CLI_TABLE, .shared = fix_options},
    {.type = CLI_TABLE, .shared = news_options},
    {.type = CLI_END},
};

static void start_config(struct run_check *run)
{
    const struct check_options *chosen = &run->chosen;
    struct config_options wanted = {
        .file = chosen->project.config,
        .none = chosen->project.no_config,
        .preset = chosen->preset == PRESET_UNSET ? NULL : preset_names[chosen->preset],
        .only = targets_split(&run->arena, &chosen->rules),
        .disabled = targets_split(&run->arena, &chosen->disabled),
        .schema = chosen->schema,
        .allowed = project_allowed(&run->arena, &chosen->project),
        .allowance = &run->allowance,
    };

    run->config = config_new(&run->arena, run->rules, &wanted);
}

/* A report must not overwrite an article, a config or a schema. */
static bool is_read(void *context, const char *output)
{
    struct run_check *run = context;
    struct file_log articles = {.arena = &run->arena};

    for (uint32_t i = 0; i < run->discovery.count; i++)
        if (run->discovery.items[i].kind == FOUND_FILE)
            file_log_add(&articles, found_of(&run->discovery.items[i], &run->arena).real);
    if (file_log_has(&articles, output))
        cli_error("cannot write `%s`: it is one of the files to be checked", output);
    else if (file_log_has(config_files(run->config), output))
        cli_error("cannot write `%s`: it is read as a config, a schema or data", output);
    else
        return false;
    return true;
}

static bool output_is_read(struct run_check *run)
{
    return session_any_output(&run->chosen.session, is_read, run);
}

static bool any_path(void *context, const char *path)
{
    (void)context;
    return path;
}

static enum exit_status refuse_config(struct run_check *run)
{
    const struct session *session = &run->session;
    struct excerpt_style style = {
        .width = terminal_width(STDERR_FILENO),
        .indent = 2,
        .colour =
            terminal_colour((enum colour_when)session->chosen.color, STDERR_FILENO)};
    uint32_t count;
    const struct config_error *errors = config_errors(run->config, &count);
    struct report_notification *reasons =
        arena_array(&run->arena, (size_t)count + 1, sizeof(*reasons));

    project_say_errors(run->config,
                       session_reporter(session)->for_people ? &style : NULL);
    for (uint32_t i = 0; i < count; i++)
        reasons[i] = (struct report_notification){true, errors[i].path, errors[i].source,
                                                  errors[i].mistake, errors[i].rule};
    if (config_errors_left_out(run->config))
        reasons[count++] = (struct report_notification){
            .mistake = {.severity = SEVERITY_ERROR,
                        .message = project_left_out(&run->arena, run->config)}};
    if (output_is_read(run))
        return EXIT_TROUBLE;
    return session_refuse(&run->session, reasons, count);
}

/* There is no way back from where the memory for configs was used up. */
static void refuse_memory(void *context)
{
    struct run_check *run = context;
    struct str message = limits_message(&run->arena, &run->chosen.limits);
    struct report_notification reason = {
        .mistake = {.severity = SEVERITY_ERROR, .message = message}};

    cli_error("%s", message.data);
    /* While the config of the command line is read, it is not known what it names. */
    if (run->config ? output_is_read(run)
                    : session_any_output(&run->chosen.session, any_path, NULL))
        exit(EXIT_TROUBLE);
    exit(session_refuse(&run->session, &reason, 1));
}

static bool passes(const void *context, const struct file_results *file,
                   const struct result *result)
{
    const struct run_check *run = context;

    return result->severity >= SEVERITY_NOTE + (enum severity)run->chosen.min_severity &&
           news_passes(&run->news, file, result);
}

/* A person who is asked takes the time that it takes, and one question at a time. */
static bool start_fixing(struct run_check *run)
{
    run->fixing.chosen = run->chosen.fix;
    run->fixing.least = SEVERITY_NOTE + (enum severity)run->chosen.min_severity;
    if (run->chosen.fix.interactive) {
        run->chosen.limits.jobs = 1;
        run->chosen.limits.timeout = 0;
        run->session.asks = true;
    }
    return fixing_start(&run->fixing, &run->check, &run->session);
}

static bool is_named(const struct rule_table *rules, const struct str_list *words,
                     uint32_t rule)
{
    for (uint32_t i = 0; i < words->count; i++) {
        struct rule_set named = rule_set_named(rules, words->items[i]);

        if (rule_set_has(&named, rule))
            return true;
    }
    return false;
}

/* The rules that --rule and --disable leave out. */
static struct rule_set left_out(struct run_check *run)
{
    struct str_list only = targets_split(&run->arena, &run->chosen.rules);
    struct str_list disabled = targets_split(&run->arena, &run->chosen.disabled);
    struct rule_set set = {{0}};

    for (uint32_t i = 0; i < run->rules->count; i++)
        if ((only.count && !is_named(run->rules, &only, i)) ||
            is_named(run->rules, &disabled, i))
            rule_set_add(&set, i);
    return set;
}

/* Without an answer of git, or a baseline, nothing is checked. */
static bool find_changes(struct run_check *run, struct report_notification *reason)
{
    struct str why;

    run->chosen.news.left_out = left_out(run);
    if (news_start(&run->news, &run->chosen.news, &run->check, &run->arena, &why))
        return true;
    cli_error("%s", why.data);
    *reason = (struct report_notification){
        .mistake = {.severity = SEVERITY_ERROR, .message = why}};
    return false;
}

static enum exit_status check_files(struct run_check *run)
{
    struct session *session = &run->session;
    struct report_notification reason;

    if (!find_changes(run, &reason))
        return output_is_read(run) ? EXIT_TROUBLE : session_refuse(session, &reason, 1);
    if (output_is_read(run) || !session_begin(session, run->check.count))
        return EXIT_TROUBLE;
    run->check.examine = check_article;
    codec_init(&run->check.codec, run->rules,
               session_want(session) | news_want(&run->chosen.news));
    session->report.context.has_baseline = run->chosen.news.baseline;
    run->check.now = instant_now(session->report.context.started.tv_sec);
    run->check.ignore_comments = run->chosen.no_inline_config;
    session->report.context.fix_command = "stet fix";
    session->report.context.ignores_comments = run->chosen.no_inline_config;
    run->check.filter.passes = passes;
    run->check.filter.context = run;
    if (run->chosen.fix.on && !start_fixing(run))
        return EXIT_TROUBLE;
    if (!gather(&run->check, &run->chosen.limits, session))
        return EXIT_TROUBLE;
    if (run->chosen.fix.on)
        fixing_finish(&run->fixing);
    if (!news_finish(&run->news, session, run->chosen.session.quiet))
        session->trouble = true;
    session_blame(session, run->wrong, run->wrong_count);
    session_excuse(session, check_why_nothing(run));
    return session_end(session);
}

/* In a file, a report of a part seems to be one of all, unless it says otherwise. */
static bool shows_what_is_missing(const struct run_check *run)
{
    return !session_any_output(&run->chosen.session, any_path, NULL) ||
           session_reporter(&run->session)->notifies;
}

static enum exit_status check_paths(struct run_check *run, struct cli_list *paths)
{
    start_config(run);
    if (project_is_wrong(run->config))
        return refuse_config(run);
    check_find_files(run, paths);
    project_say_notices(run->config);
    if (project_is_wrong(run->config))
        return refuse_config(run);
    check_refuse_paths(run);
    if (!run->wrong_count || (run->check.count && shows_what_is_missing(run)))
        return check_files(run);
    if (output_is_read(run))
        return EXIT_TROUBLE;
    return session_refuse(&run->session, run->wrong, run->wrong_count);
}

/* Standard output may belong to the mended text, or to what changes. */
static void move_report(struct run_check *run, const struct cli_list *paths)
{
    const struct fix_options *fix = &run->chosen.fix;

    run->chosen.session.to_stderr = fix->on && (fix->diff || check_names_input(paths));
}

static enum exit_status run_paths(struct run_check *run, struct cli_list *paths)
{
    struct config_limits limits;
    enum exit_status status;

    arena_init(&run->arena);
    limits = limits_of_configs(&run->chosen.limits, refuse_memory, run);
    allowance_init(&run->allowance, &limits);
    session_init(&run->session, &run->chosen.session, run->rules, &run->arena);
    status = check_take_paths(run, paths) ? check_paths(run, paths) : EXIT_TROUBLE;
    session_release(&run->session);
    fixing_release(&run->fixing);
    buf_release(&run->standard_input);
    allowance_release(&run->allowance);
    arena_release(&run->arena);
    return status;
}

enum exit_status check_run(const struct command *command, const struct program *program,
                           int argc, char **argv, bool fix)
{
    struct run_check run = {
        .chosen = {.session = SESSION_OPTIONS_INIT,
                   .limits = LIMITS_INIT,
                   .preset = PRESET_UNSET,
                   .news.writes = command == &command_baseline,
                   .fix.on = fix},
        .rules = program->rules,
        .fixing.asking.terminal = -1,
    };
    struct cli_list paths;

    if (!cli_parse(command, argc, argv, &run.chosen, &paths) ||
        !session_choose(&run.chosen.session) ||
        !project_options_agree(&run.chosen.project) ||
        !fix_options_agree(&run.chosen.fix, paths.count, check_names_input(&paths)) ||
        !news_options_agree(&run.chosen.news, run.chosen.fix.on,
                            run.chosen.rules.count || run.chosen.disabled.count))
        return EXIT_TROUBLE;
    move_report(&run, &paths);
    return run_paths(&run, &paths);
}

static enum exit_status run_check(const struct program *program, int argc, char **argv)
{
    return check_run(&command_check, program, argc, argv, false);
}

const struct command command_check = {
    .name = "check",
    .usage = "[options] [PATH…]",
    .summary = "check files, folders, patterns, or standard input (-)",
    .options = options,
    .run = run_check,
};
