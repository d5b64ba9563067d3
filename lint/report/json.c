/* json.c - the report as one JSON object; schemas/diagnostics.schema.json describes it */

#include "lint/json_write.h"

#include "lint/report/report.h"
#include "lint/rule_page.h"

/* The number of files stands before the diagnostics but is known after them. */
struct state {
    struct buf diagnostics;
    struct json_writer json;
    struct buf scratch;
    struct buf urls; /* of all rules, one after the other */
    size_t url_ends[RULES_MAX];
};

static void begin(struct report *report)
{
    struct state *state = report->state;

    const struct rule_table *table = report->context.rules;

    state->json = (struct json_writer){&state->diagnostics, false};
    for (uint32_t i = 0; i < table->count; i++) {
        rule_page_add_url(&state->urls, report->context.homepage, table->rules[i]);
        state->url_ends[i] = state->urls.len;
    }
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
        json_member_uint(json, "start", result->edits[i].start);
        json_member_uint(json, "end", result->edits[i].end);
        json_member(json, "text", result->edits[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_related(struct json_writer *json, const struct result *result)
{
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

static struct str url_of(const struct state *state, uint32_t rule)
{
    size_t start = rule ? state->url_ends[rule - 1] : 0;

    return (struct str){state->urls.data + start, state->url_ends[rule] - start};
}

static void write_result(struct report *report, struct str path,
                         const struct result *result)
{
    struct state *state = report->state;
    struct json_writer *json = &state->json;

    json_newline(json);
    json_open(json, '{');
    json_member(json, "path", path);
    json_member(json, "rule", str_from(result->rule->code));
    json_member(json, "name", str_from(result->rule->name));
    json_member(json, "severity", str_from(severity_name(result->severity)));
    json_member(json, "message", result->message);
    write_place(json, &result->start, &result->end);
    json_member(json, "url",
                url_of(state, rule_table_index(report->context.rules, result->rule)));
    if (result->edit_count)
        write_fix(state, result);
    write_related(json, result);
    json_close(json, '}');
}

static void file(struct report *report, const struct file_results *results)
{
    for (uint32_t i = 0; i < results->count; i++)
        write_result(report, results->path, &results->results[i]);
}

static void write_head(struct json_writer *json, const struct report *report)
{
    json_member_uint(json, "version", 1);
    json_key(json, "tool");
    json_open(json, '{');
    json_member(json, "name", STR("stet"));
    json_member(json, "version", str_from(report->context.version));
    json_close(json, '}');
    json_member_uint(json, "files", report->summary.files);
}

static void write_summary(struct json_writer *json, const struct report_summary *summary)
{
    json_key(json, "summary");
    json_open(json, '{');
    json_member_uint(json, "errors", summary->errors);
    json_member_uint(json, "warnings", summary->warnings);
    json_member_uint(json, "notes", summary->notes);
    json_member_uint(json, "fixable", summary->fixable);
    json_close(json, '}');
}

static void end(struct report *report)
{
    const struct state *state = report->state;
    struct json_writer json = {&report->out, false};

    json_open(&json, '{');
    write_head(&json, report);
    json_key(&json, "diagnostics");
    json_open(&json, '[');
    buf_add_str(json.out, buf_str(&state->diagnostics));
    if (state->diagnostics.len)
        buf_putc(json.out, '\n');
    json_close(&json, ']');
    write_summary(&json, &report->summary);
    json_close(&json, '}');
    buf_putc(json.out, '\n');
}

static void release(struct report *report)
{
    struct state *state = report->state;

    buf_release(&state->diagnostics);
    buf_release(&state->scratch);
    buf_release(&state->urls);
}

const struct reporter reporter_json = {
    .name = "json",
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};
