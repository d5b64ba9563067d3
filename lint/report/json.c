/* json.c - the report as one JSON object; schemas/diagnostics.schema.json describes it */

#include "lint/value/json_write.h"

#include "lint/manual/rule_page.h"
#include "lint/report/report.h"

/* Written file by file, so that a long report takes no memory. What all findings of a
 * rule, a severity or a file have in common is written once and copied. */
struct state {
    struct json_writer json;
    struct buf scratch;
    struct buf rules; /* two pieces for each rule: members rule and name; member url */
    size_t piece_ends[2 * RULES_MAX];
    struct buf path; /* of the current file: a brace and member path */
};

/* Members by severity. */
static const char *const severities[] = {
    [SEVERITY_OFF] = "\"severity\":\"off\"",
    [SEVERITY_NOTE] = "\"severity\":\"note\"",
    [SEVERITY_WARNING] = "\"severity\":\"warning\"",
    [SEVERITY_ERROR] = "\"severity\":\"error\"",
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

static void add_rule(struct state *state, const struct report *report, uint32_t index)
{
    const struct rule *rule = report->context.rules->rules[index];
    struct json_writer names = {&state->rules, false};
    struct json_writer link = {&state->rules, false};
    struct buf url = BUF_INIT;

    json_member(&names, "rule", str_from(rule->code));
    json_member(&names, "name", str_from(rule->name));
    state->piece_ends[2 * index] = state->rules.len;
    rule_page_add_url(&url, report->context.homepage, rule);
    json_member(&link, "url", buf_str(&url));
    state->piece_ends[2 * index + 1] = state->rules.len;
    buf_release(&url);
}

static struct str piece(const struct state *state, uint32_t number)
{
    size_t start = number ? state->piece_ends[number - 1] : 0;

    return (struct str){state->rules.data + start, state->piece_ends[number] - start};
}

static void begin_lines(struct report *report)
{
    struct state *state = report->state;

    state->json = (struct json_writer){&report->out, false};
    for (uint32_t i = 0; i < report->context.rules->count; i++)
        add_rule(state, report, i);
}

static void begin(struct report *report)
{
    struct state *state = report->state;

    begin_lines(report);
    write_head(&state->json, report);
}

static void write_place(struct json_writer *json, const struct position *start,
                        const struct position *end)
{
    json_member_uint(json, "line", start->line);
    json_member_uint(json, "column", start->column);
    json_member_uint(json, "endLine", end->line);
    json_member_uint(json, "endColumn", end->column);
    json_member_uint(json, "start", start->offset);
    json_member_uint(json, "end", end->offset);
}

static void write_fix(struct state *state, const struct result *result)
{
    struct json_writer *json = &state->json;

    state->scratch.len = 0;
    report_add_fix_title(&state->scratch, result);
    json_key(json, "fix");
    json_open(json, '{');
    json_member_bool(json, "safe", result->fix_safe);
    json_member(json, "description", buf_str(&state->scratch));
    json_key(json, "edits");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->edit_count; i++) {
        json_open(json, '{');
        json_member_uint(json, "start", result->edits[i].span.start);
        json_member_uint(json, "end", result->edits[i].span.end);
        json_member(json, "text", result->edits[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_related(struct json_writer *json, const struct result *result)
{
    if (!result->related_count) {
        json_raw(json, STR("\"related\":[]"));
        return;
    }
    json_key(json, "related");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->related_count; i++) {
        const struct result_related *related = &result->related[i];

        json_open(json, '{');
        json_member(json, "message", related->message);
        write_place(json, &related->start, &related->end);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_result(struct report *report, const struct result *result)
{
    struct state *state = report->state;
    struct json_writer *json = &state->json;
    uint32_t rule = result->rule_index;

    json_raw(json, buf_str(&state->path));
    json_raw(json, piece(state, 2 * rule));
    json_raw(json, str_from(severities[result->severity]));
    json_member(json, "message", result->message);
    write_place(json, &result->start, &result->end);
    json_raw(json, piece(state, 2 * rule + 1));
    if (result->edit_count)
        write_fix(state, result);
    write_related(json, result);
    json_close(json, '}');
}

static void set_path(struct state *state, const struct file_results *results)
{
    struct json_writer path = {&state->path, false};

    state->path.len = 0;
    json_open(&path, '{');
    json_member(&path, "path", results->path);
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    set_path(state, results);
    for (uint32_t i = 0; i < results->count; i++) {
        json_newline(&state->json);
        write_result(report, &results->results[i]);
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

    write_place(json, &start, &end);
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

    buf_release(&state->scratch);
    buf_release(&state->rules);
    buf_release(&state->path);
}

const struct reporter reporter_json = {
    .name = "json",
    .notifies = true,
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

    set_path(state, results);
    for (uint32_t i = 0; i < results->count; i++) {
        state->json.comma = false;
        write_result(report, &results->results[i]);
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
    .state_size = sizeof(struct state),
    .begin = begin_lines,
    .file = file_lines,
    .end = end_lines,
    .release = release,
};
