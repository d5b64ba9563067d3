/* json.c - the report as one JSON object; schemas/diagnostics.schema.json describes it */

#include "lint/report/json_finding.h"
#include "lint/report/report.h"

/* Written file by file, so that a long report takes no memory. */
struct state {
    struct json_writer json;
    struct json_findings findings;
};

static void write_head(struct json_writer *json, const struct report *report)
{
    json_open(json, '{');
    json_member_uint(json, "version", 1);
    json_key(json, "tool");
    json_open(json, '{');
    json_member(json, "name", STR("stet"));
    json_member(json, "version", str_from(report->context.version));
    json_close(json, '}');
    json_member_uint(json, "files", report->context.file_count);
    json_key(json, "diagnostics");
    json_open(json, '[');
}

static void begin_lines(struct report *report)
{
    struct state *state = report->state;

    state->json = (struct json_writer){&report->out, false};
    json_findings_init(&state->findings, &report->context);
}

static void begin(struct report *report)
{
    struct state *state = report->state;

    begin_lines(report);
    write_head(&state->json, report);
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    json_findings_path(&state->findings, results->path);
    for (uint32_t i = 0; i < results->count; i++) {
        json_newline(&state->json);
        json_finding_add(&state->findings, &report->out, &results->results[i]);
        state->json.comma = true;
    }
}

static void write_summary(struct json_writer *json, const struct report *report)
{
    const struct report_summary *summary = &report->summary;

    json_key(json, "summary");
    json_open(json, '{');
    json_member_uint(json, "errors", summary->errors);
    json_member_uint(json, "warnings", summary->warnings);
    json_member_uint(json, "notes", summary->notes);
    json_member_uint(json, "fixable", summary->fixable);
    if (report->context.ignores_comments)
        json_member_uint(json, "ignoredComments", summary->ignored_comments);
    if (report->context.has_baseline) {
        json_member_uint(json, "baselined", summary->known);
        json_member_uint(json, "stale", report->context.stale);
    }
    json_close(json, '}');
}

static void write_place_of(struct json_writer *json, const struct source *source,
                           struct span span)
{
    struct position start = source_position(source, span.start);
    struct position end = source_position(source, span.end);

    json_place_add(json->out, &start, &end);
}

/* Only where there is one: what went wrong with the run, on lines of its own or not. */
static void write_notifications(struct json_writer *json,
                                const struct report_context *context, bool lines)
{
    if (!context->notification_count)
        return;
    json_key(json, "notifications");
    json_open(json, '[');
    for (uint32_t i = 0; i < context->notification_count; i++) {
        const struct report_notification *notification = &context->notifications[i];
        const struct mistake *mistake = &notification->mistake;

        if (lines)
            json_newline(json);
        json_open(json, '{');
        if (notification->path.len)
            json_member(json, "path", notification->path);
        if (notification->rule) {
            json_member(json, "rule", str_from(notification->rule->code));
            json_member(json, "name", str_from(notification->rule->name));
        }
        json_member(json, "severity", str_from(severity_name(mistake->severity)));
        json_member(json, "message", mistake->message);
        if (notification->source)
            write_place_of(json, notification->source, mistake->span);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void end(struct report *report)
{
    struct state *state = report->state;
    struct json_writer *json = &state->json;

    if (report->summary.errors + report->summary.warnings + report->summary.notes)
        buf_putc(json->out, '\n');
    json_close(json, ']');
    write_summary(json, report);
    write_notifications(json, &report->context, true);
    json_close(json, '}');
    buf_putc(json->out, '\n');
}

static void release(struct report *report)
{
    struct state *state = report->state;

    json_findings_release(&state->findings);
}

const struct reporter reporter_json = {
    .name = "json",
    .notifies = true,
    .by_parts = true,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};

/* Each line is a finding as above; the last one has the summary, and what went wrong. */
static void file_lines(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    json_findings_path(&state->findings, results->path);
    for (uint32_t i = 0; i < results->count; i++) {
        json_finding_add(&state->findings, &report->out, &results->results[i]);
        buf_putc(&report->out, '\n');
    }
}

static void end_lines(struct report *report)
{
    struct state *state = report->state;
    struct json_writer *json = &state->json;

    json->comma = false;
    json_open(json, '{');
    write_summary(json, report);
    write_notifications(json, &report->context, false);
    json_close(json, '}');
    buf_putc(&report->out, '\n');
}

const struct reporter reporter_ndjson = {
    .name = "ndjson",
    .notifies = true,
    .by_parts = true,
    .state_size = sizeof(struct state),
    .begin = begin_lines,
    .file = file_lines,
    .end = end_lines,
    .release = release,
};
