/* rdjson.c - Reviewdog's diagnostics, as one JSON object or one in each line */

#include "lint/manual/rule_page.h"
#include "lint/report/report.h"
#include "lint/report/server_path.h"
#include "lint/value/json_write.h"

/* Columns are bytes from 1 on, ends exclusive (reviewdog's DiagnosticResult). */
struct state {
    struct json_writer json;
    struct buf path;
};

/* Of the line as the file has it: a byte order mark, which is no column anywhere else,
 * has bytes as well. */
static uint32_t column_of(const struct position *place)
{
    return place->line == 1 ? place->offset + 1 : place->byte;
}

static void write_position(struct json_writer *json, const char *key,
                           const struct position *place)
{
    json_key(json, key);
    json_open(json, '{');
    json_member_uint(json, "line", place->line);
    json_member_uint(json, "column", column_of(place));
    json_close(json, '}');
}

static void write_range(struct json_writer *json, const struct position *start,
                        const struct position *end)
{
    json_key(json, "range");
    json_open(json, '{');
    write_position(json, "start", start);
    write_position(json, "end", end);
    json_close(json, '}');
}

static void write_location(struct state *state, const struct position *start,
                           const struct position *end)
{
    json_key(&state->json, "location");
    json_open(&state->json, '{');
    json_member(&state->json, "path", buf_str(&state->path));
    write_range(&state->json, start, end);
    json_close(&state->json, '}');
}

static const char *severity_of(const struct result *result)
{
    if (result->severity == SEVERITY_ERROR)
        return "ERROR";
    return result->severity == SEVERITY_WARNING ? "WARNING" : "INFO";
}

static void write_code(struct json_writer *json, const struct report *report,
                       const struct rule *rule)
{
    struct buf url = BUF_INIT;

    rule_page_add_url(&url, report->context.homepage, rule);
    json_key(json, "code");
    json_open(json, '{');
    json_member(json, "value", str_from(rule->code));
    json_member(json, "url", buf_str(&url));
    json_close(json, '}');
    buf_release(&url);
}

/* A suggestion is one edit: a fix of several is not shown as parts that mean nothing. */
static void write_suggestions(struct json_writer *json, const struct result *result)
{
    if (result->edit_count != 1)
        return;
    json_key(json, "suggestions");
    json_open(json, '[');
    json_open(json, '{');
    write_range(json, &result->edit_places[0].from, &result->edit_places[0].to);
    json_member(json, "text", result->edits[0].text);
    json_close(json, '}');
    json_close(json, ']');
}

static void write_related(struct state *state, const struct result *result)
{
    struct json_writer *json = &state->json;

    if (!result->related_count)
        return;
    json_key(json, "related_locations");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->related_count; i++) {
        json_open(json, '{');
        json_member(json, "message", result->related[i].message);
        write_location(state, &result->related[i].start, &result->related[i].end);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_result(struct report *report, const struct result *result)
{
    struct state *state = report->state;
    struct json_writer *json = &state->json;

    json_open(json, '{');
    json_member(json, "message", result->message);
    write_location(state, &result->start, &result->end);
    json_member(json, "severity", str_from(severity_of(result)));
    write_code(json, report, result->rule);
    write_suggestions(json, result);
    write_related(state, result);
    json_close(json, '}');
}

static void write_source(struct json_writer *json, const struct report *report)
{
    json_key(json, "source");
    json_open(json, '{');
    json_member(json, "name", STR("stet"));
    json_member(json, "url", str_from(report->context.homepage));
    json_close(json, '}');
}

static void set_path(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    state->path.len = 0;
    server_path_add(&state->path, results->path, report->context.folder,
                    report->context.below);
}

static void begin(struct report *report)
{
    struct state *state = report->state;

    state->json = (struct json_writer){&report->out, false};
    json_open(&state->json, '{');
    write_source(&state->json, report);
    json_key(&state->json, "diagnostics");
    json_open(&state->json, '[');
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    set_path(report, results);
    for (uint32_t i = 0; i < results->count; i++) {
        json_newline(&state->json);
        write_result(report, &results->results[i]);
    }
}

static void end(struct report *report)
{
    struct state *state = report->state;

    json_close(&state->json, ']');
    json_close(&state->json, '}');
    buf_putc(&report->out, '\n');
}

static void release(struct report *report)
{
    struct state *state = report->state;

    buf_release(&state->path);
}

const struct reporter reporter_rdjson = {
    .name = "rdjson",
    .want = WANT_EDIT_PLACES,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};

static void begin_lines(struct report *report)
{
    struct state *state = report->state;

    state->json = (struct json_writer){&report->out, false};
}

/* Each line stands alone, so each names its source. */
static void file_lines(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;
    struct buf *out = &report->out;

    set_path(report, results);
    for (uint32_t i = 0; i < results->count; i++) {
        state->json.comma = false;
        write_result(report, &results->results[i]);
        out->len--; /* its last brace */
        write_source(&state->json, report);
        json_close(&state->json, '}');
        buf_putc(out, '\n');
    }
}

static void end_lines(struct report *report)
{
    (void)report;
}

const struct reporter reporter_rdjsonl = {
    .name = "rdjsonl",
    .want = WANT_EDIT_PLACES,
    .state_size = sizeof(struct state),
    .begin = begin_lines,
    .file = file_lines,
    .end = end_lines,
    .release = release,
};
