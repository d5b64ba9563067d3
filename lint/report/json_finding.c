/* json_finding.c - one finding as a JSON object, for the formats json and ndjson */

/* A report has many, all of one form: where the commas are is known, and room is made for
 * several members at once. */

#include "lint/report/json_finding.h"

#include "lint/manual/rule_page.h"

/* What was added to the common text since its length was `start`. */
static struct span since(const struct json_findings *findings, size_t start)
{
    return span_make((uint32_t)start, (uint32_t)findings->common.len);
}

static void prepare_lead(struct json_findings *findings, const struct rule *rule,
                         enum severity severity, struct span *lead)
{
    struct json_writer json = {&findings->common, true};
    size_t start = findings->common.len;

    json_member(&json, "rule", str_from(rule->code));
    json_member(&json, "name", str_from(rule->name));
    json_member(&json, "severity", str_from(severity_name(severity)));
    json_key(&json, "message");
    *lead = since(findings, start);
}

static void prepare_rule(struct json_findings *findings,
                         const struct report_context *context, uint32_t index)
{
    const struct rule *rule = context->rules->rules[index];
    struct json_writer json = {&findings->common, true};
    size_t start;

    for (int i = SEVERITY_OFF; i <= SEVERITY_ERROR; i++)
        prepare_lead(findings, rule, (enum severity)i, &findings->leads[index][i]);
    findings->scratch.len = 0;
    rule_page_add_url(&findings->scratch, context->homepage, rule);
    start = findings->common.len;
    json_member(&json, "url", buf_str(&findings->scratch));
    findings->urls[index] = since(findings, start);
}

void json_findings_init(struct json_findings *findings,
                        const struct report_context *context)
{
    for (uint32_t i = 0; i < context->rules->count; i++)
        prepare_rule(findings, context, i);
}

void json_findings_release(struct json_findings *findings)
{
    buf_release(&findings->common);
    buf_release(&findings->path);
    buf_release(&findings->scratch);
}

void json_findings_path(struct json_findings *findings, struct str path)
{
    struct json_writer json = {&findings->path, false};

    findings->path.len = 0;
    json_open(&json, '{');
    json_member(&json, "path", path);
}

/* Each of these puts something where there is room for it, and returns where it ends. */
static char *put_str(char *to, struct str json)
{
    memcpy(to, json.data, json.len);
    return to + json.len;
}

/* Inline, because the length of a literal is known then. */
static inline char *put(char *to, const char *json)
{
    return put_str(to, str_from(json));
}

static inline char *put_number(char *to, const char *json, uint32_t number)
{
    return format_uint(put(to, json), number);
}

/* The room that a place needs at most. */
enum { PLACE_ROOM = 6 * (sizeof(",\"endColumn\":") + FORMAT_DIGITS) };

static char *put_place(char *to, const struct position *start, const struct position *end)
{
    to = put_number(to, ",\"line\":", start->line);
    to = put_number(to, ",\"column\":", start->column);
    to = put_number(to, ",\"endLine\":", end->line);
    to = put_number(to, ",\"endColumn\":", end->column);
    to = put_number(to, ",\"start\":", start->offset);
    return put_number(to, ",\"end\":", end->offset);
}

void json_place_add(struct buf *out, const struct position *start,
                    const struct position *end)
{
    buf_written(out, put_place(buf_reserve(out, PLACE_ROOM), start, end));
}

static void add_edit(struct buf *out, const struct edit *edit)
{
    enum { ROOM = sizeof("{\"start\":,\"end\":,\"text\":}") + 2 * FORMAT_DIGITS };
    char *to = buf_reserve(out, ROOM + json_string_room(edit->text));

    to = put_number(to, "{\"start\":", edit->span.start);
    to = put_number(to, ",\"end\":", edit->span.end);
    to = json_put_string(put(to, ",\"text\":"), edit->text);
    buf_written(out, put(to, "}"));
}

static void add_title(struct json_findings *findings, struct buf *out,
                      const struct result *result)
{
    enum { ROOM = sizeof(",\"fix\":{\"safe\":false,\"description\":,\"edits\":[") };
    struct str title;
    char *to;

    findings->scratch.len = 0;
    report_add_fix_title(&findings->scratch, result);
    title = buf_str(&findings->scratch);
    to = buf_reserve(out, ROOM + json_string_room(title));
    if (result->fix_safe)
        to = put(to, ",\"fix\":{\"safe\":true,\"description\":");
    else
        to = put(to, ",\"fix\":{\"safe\":false,\"description\":");
    buf_written(out, put(json_put_string(to, title), ",\"edits\":["));
}

static void add_fix(struct json_findings *findings, struct buf *out,
                    const struct result *result)
{
    add_title(findings, out, result);
    for (uint32_t i = 0; i < result->edit_count; i++) {
        if (i)
            buf_putc(out, ',');
        add_edit(out, &result->edits[i]);
    }
    buf_puts(out, "]}");
}

static void add_related(struct buf *out, const struct result_related *related)
{
    buf_puts(out, "{\"message\":");
    json_add_string(out, related->message);
    json_place_add(out, &related->start, &related->end);
    buf_putc(out, '}');
}

static struct str common(const struct json_findings *findings, struct span piece)
{
    return (struct str){findings->common.data + piece.start, span_length(piece)};
}

/* What each finding has. */
static void add_head(const struct json_findings *findings, struct buf *out,
                     const struct result *result)
{
    struct str path = buf_str(&findings->path);
    struct str lead =
        common(findings, findings->leads[result->rule_index][result->severity]);
    struct str url = common(findings, findings->urls[result->rule_index]);
    char *to = buf_reserve(out, path.len + lead.len + json_string_room(result->message) +
                                    PLACE_ROOM + url.len);

    to = put_str(put_str(to, path), lead);
    to = json_put_string(to, result->message);
    to = put_place(to, &result->start, &result->end);
    buf_written(out, put_str(to, url));
}

/* What ends each finding. */
static void add_related_list(struct buf *out, const struct result *result)
{
    if (!result->related_count) {
        buf_puts(out, ",\"related\":[]}");
        return;
    }
    buf_puts(out, ",\"related\":[");
    for (uint32_t i = 0; i < result->related_count; i++) {
        if (i)
            buf_putc(out, ',');
        add_related(out, &result->related[i]);
    }
    buf_puts(out, "]}");
}

void json_finding_add(struct json_findings *findings, struct buf *out,
                      const struct result *result)
{
    add_head(findings, out, result);
    if (result->edit_count)
        add_fix(findings, out, result);
    add_related_list(out, result);
}
