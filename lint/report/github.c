/* github.c - the workflow commands of GitHub Actions, which annotate a change */

#include "lint/report/escape.h"
#include "lint/report/report.h"
#include "lint/report/server_path.h"
#include "lint/report/step_summary.h"

enum {
    /* Of each severity: GitHub shows 10 of a step and 50 of a job, but all are in the
     * log. */
    GITHUB_MAX_COMMANDS = 1000,
    SEVERITIES = SEVERITY_ERROR + 1,
};

/* Kept to the end, for the worst come first. */
struct state {
    struct buf commands[SEVERITIES];
    uint32_t count[SEVERITIES];
    struct step_summary table;
};

/* What would end a command, or one of its values (actions/toolkit, command.ts). */
static const struct escape in_message[] = {
    {'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {0, NULL}};
static const struct escape in_value[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"},
                                         {':', "%3A"}, {',', "%2C"},  {0, NULL}};

static void begin(struct report *report)
{
    (void)report;
}

static const char *command_of(enum severity severity)
{
    return severity == SEVERITY_NOTE ? "notice" : severity_name(severity);
}

/* The runner drops columns when a range has several lines. */
static void write_result(struct buf *out, struct str path, const struct result *result)
{
    buf_printf(out, "::%s file=", command_of(result->severity));
    escape_add(out, path, in_value);
    buf_printf(out, ",line=%u,endLine=%u", result->start.line, result->end.line);
    if (result->start.line == result->end.line)
        buf_printf(out, ",col=%u,endColumn=%u", result->start.column, result->end.column);
    buf_printf(out, ",title=%s/%s::", result->rule->code, result->rule->name);
    escape_add(out, result->message, in_message);
    buf_putc(out, '\n');
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;
    struct buf path = BUF_INIT;

    if (!results->count)
        return;
    server_path_add(&path, results->path, report->context.folder, report->context.below);
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];

        if (state->count[result->severity]++ < GITHUB_MAX_COMMANDS)
            write_result(&state->commands[result->severity], buf_str(&path), result);
        step_summary_add(&state->table, buf_str(&path), result, report->context.homepage);
    }
    buf_release(&path);
}

static void write_notifications(struct report *report)
{
    const struct report_context *context = &report->context;
    struct state *state = report->state;

    for (uint32_t i = 0; i < context->notification_count; i++) {
        const struct report_notification *notification = &context->notifications[i];

        buf_printf(&report->out,
                   "::%s title=stet::", command_of(notification->mistake.severity));
        if (notification->path.len) {
            escape_add(&report->out, notification->path, in_message);
            buf_puts(&report->out, ": ");
        }
        escape_add(&report->out, notification->mistake.message, in_message);
        buf_putc(&report->out, '\n');
        step_summary_add_notification(&state->table, notification);
    }
}

static void end(struct report *report)
{
    struct state *state = report->state;
    const struct report_summary *summary = &report->summary;

    write_notifications(report);
    for (int severity = SEVERITIES - 1; severity > SEVERITY_OFF; severity--) {
        uint32_t count = state->count[severity];

        buf_add_str(&report->out, buf_str(&state->commands[severity]));
        if (count > GITHUB_MAX_COMMANDS)
            buf_printf(&report->out, "… and %u more of severity %s\n",
                       count - GITHUB_MAX_COMMANDS,
                       severity_name((enum severity)severity));
    }
    buf_printf(&report->out,
               "stet: %u errors, %u warnings and %u notes in %u of %u files\n",
               summary->errors, summary->warnings, summary->notes,
               summary->files_with_findings, summary->files);
}

static void add_aside(struct report *report, size_t room, struct buf *out)
{
    struct state *state = report->state;

    step_summary_write(&state->table, report, room, out);
}

static void release(struct report *report)
{
    struct state *state = report->state;

    for (int severity = 0; severity < SEVERITIES; severity++)
        buf_release(&state->commands[severity]);
    step_summary_release(&state->table);
}

const struct reporter reporter_github = {
    .name = "github",
    .notifies = true,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .aside = "GITHUB_STEP_SUMMARY",
    .aside_bytes = STEP_SUMMARY_BYTES,
    .add_aside = add_aside,
    .release = release,
};
