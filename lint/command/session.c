/* session.c - one run of a command that reports: its options, output and exit status */

#include "lint/command/session.h"

#include <time.h>

#include "lint/command/version.h"
#include "lint/files/path.h"
#include "lint/terminal/terminal.h"

static const char *format_name(int index)
{
    const struct reporter *reporter = reporter_at((size_t)index);

    return reporter ? reporter->name : NULL;
}

/* The severity that --fail-on stands for; SEVERITY_OFF for FAIL_ON_NEVER. */
static enum severity failing_severity(int fail_on)
{
    return (enum severity)(SEVERITY_ERROR - fail_on);
}

static const char *fail_on_name(int index)
{
    if (index == FAIL_ON_NEVER)
        return "never";
    return index < FAIL_ON_NEVER ? severity_name(failing_severity(index)) : NULL;
}

const struct cli_option session_format = {
    .name = "format",
    .type = CLI_CHOICE,
    .choice = format_name,
    .help = "form of the report (text)",
};

const struct cli_option session_output = {
    .name = "output",
    .type = CLI_VALUE,
    .argument = "FILE",
    .help = "write the report to FILE",
};

const struct cli_option session_fail_on = {
    .name = "fail-on",
    .type = CLI_CHOICE,
    .choice = fail_on_name,
    .help = "least severity that makes the exit status 1 (warning)",
};

const struct cli_option session_color = {
    .name = "color",
    .type = CLI_CHOICE,
    .choice = colour_when_name,
    .help = "colours in the output (auto)",
};

const struct cli_option session_quiet = {
    .name = "quiet",
    .type = CLI_FLAG,
    .help = "no summary",
};

void session_init(struct session *session, const struct session_options *chosen,
                  const struct rule_table *rules, struct arena *arena)
{
    *session = (struct session){
        .chosen = *chosen, .rules = rules, .arena = arena, .output.file.fd = -1};
}

void session_release(struct session *session)
{
    output_abandon(&session->output);
    if (session->report.reporter)
        report_release(&session->report);
}

const struct reporter *session_reporter(const struct session *session)
{
    return reporter_at((size_t)session->chosen.format);
}

bool session_begin(struct session *session, uint32_t file_count)
{
    const struct session_options *chosen = &session->chosen;
    struct report_context context = {
        .rules = session->rules,
        .version = stet_version(),
        .homepage = stet_homepage(),
        .file_count = file_count,
        .quiet = chosen->quiet,
        .folder = path_real(session->arena, ".").data,
    };

    if (!output_open(&session->output, session->arena, chosen->output))
        return false;
    context.width = terminal_width(session->output.fd);
    context.colour = terminal_colour((enum colour_when)chosen->color, session->output.fd);
    clock_gettime(CLOCK_REALTIME, &context.started);
    report_begin(&session->report, session_reporter(session), &context);
    return true;
}

static void flush(struct session *session)
{
    output_write(&session->output, buf_str(&session->report.out));
    session->report.out.len = 0;
}

void session_file(struct session *session, const struct file_results *results)
{
    enum { FLUSH_BYTES = 64 * 1024 };

    session->trouble |= results->unreadable;
    report_file(&session->report, results);
    if (session->report.out.len > FLUSH_BYTES)
        flush(session);
}

/* Is any finding as severe as --fail-on says? */
static bool fails(const struct session *session)
{
    const struct report_summary *found = &session->report.summary;

    switch (failing_severity(session->chosen.fail_on)) {
    case SEVERITY_ERROR:
        return found->errors;
    case SEVERITY_WARNING:
        return found->errors || found->warnings;
    case SEVERITY_NOTE:
        return found->errors || found->warnings || found->notes;
    case SEVERITY_OFF:
        break;
    }
    return false;
}

static enum exit_status status_of(const struct session *session)
{
    if (session->trouble || session->output.closed)
        return EXIT_TROUBLE;
    return fails(session) ? EXIT_FINDINGS : EXIT_CLEAN;
}

enum exit_status session_end(struct session *session)
{
    struct report_context *context = &session->report.context;

    context->exit_code = status_of(session);
    clock_gettime(CLOCK_REALTIME, &context->ended);
    report_end(&session->report);
    flush(session);
    if (!output_finish(&session->output))
        return EXIT_TROUBLE;
    return status_of(session);
}

enum exit_status session_refuse(struct session *session,
                                const struct report_notification *reasons, uint32_t count)
{
    session->trouble = true;
    if (!session_reporter(session)->notifies || !session_begin(session, 0))
        return EXIT_TROUBLE;
    session->report.context.notifications = reasons;
    session->report.context.notification_count = count;
    return session_end(session);
}
