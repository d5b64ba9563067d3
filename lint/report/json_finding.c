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

static void prepare_rule(struct json_findings *findings,
                         const struct report_context *context, uint32_t index)
{
    const struct rule *rule = context->rules->rules[index];
    struct json_writer json = {&findings->common, true};
    size_t start = findings->common.len;

    json_member(&json, "rule", str_from(rule->code));
    json_member(&json, "name", str_from(rule->name));
    findings->names[index] = since(findings, start);
    start = findings->common.len;
    findings->scratch.len = 0;
    rule_page_add_url(&findings->scratch, context->homepage, rule);
    json_member(&json, "url", buf_str(&findings->scratch));
    findings->urls[index] = since(findings, start);
}

static void prepare_severity(struct json_findings *findings, enum severity severity)
{
    struct json_writer json = {&findings->common, true};
    size_t start = findings->common.len;

    json_member(&json, "severity", str_from(severity_name(severity)));
    json_key(&json, "message");
    findings->severities[severity] = since(findings, start);
}

void json_findings_init(struct json_findings *findings,
                        const struct report_context *context)
{
    for (uint32_t i = 0; i < context->rules->count; i++)
        prepare_rule(findings, context, i);
    for (int i = SEVERITY_OFF; i <= SEVERITY_ERROR; i++)
        prepare_severity(findings, (enum severity)i);
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

static void add_common(const struct json_findings *findings, struct buf *out,
                       struct span piece)
{
    buf_add(out, findings->common.data + piece.start, span_length(piece));
}

/* JSON that is a literal, whose length is known therefore. */
static inline void add(struct buf *out, const char *json)
{
    buf_add(out, json, strlen(json));
}

/* Puts a literal, and after it a number, where there is room for both; returns where they
 * end. */
static inline char *put_number(char *to, const char *json, uint32_t number)
{
    size_t len = strlen(json);

    memcpy(to, json, len);
    return to + len + format_uint(to + len, number);
}

void json_place_add(struct buf *out, const struct position *start,
                    const struct position *end)
{
    enum { ROOM = 6 * (sizeof(",\"endColumn\":") + FORMAT_DIGITS) };
    char *to = buf_reserve(out, ROOM);

    to = put_number(to, ",\"line\":", start->line);
    to = put_number(to, ",\"column\":", start->column);
    to = put_number(to, ",\"endLine\":", end->line);
    to = put_number(to, ",\"endColumn\":", end->column);
    to = put_number(to, ",\"start\":", start->offset);
    to = put_number(to, ",\"end\":", end->offset);
    out->len = (size_t)(to - out->data);
}

static void add_edit(struct buf *out, const struct edit *edit)
{
    enum { ROOM = 2 * (sizeof("{\"start\":") + FORMAT_DIGITS) };
    char *to = buf_reserve(out, ROOM);

    to = put_number(to, "{\"start\":", edit->span.start);
    to = put_number(to, ",\"end\":", edit->span.end);
    out->len = (size_t)(to - out->data);
    add(out, ",\"text\":");
    json_add_string(out, edit->text);
    buf_putc(out, '}');
}

static void add_fix(struct json_findings *findings, struct buf *out,
                    const struct result *result)
{
    findings->scratch.len = 0;
    report_add_fix_title(&findings->scratch, result);
    if (result->fix_safe)
        add(out, ",\"fix\":{\"safe\":true,\"description\":");
    else
        add(out, ",\"fix\":{\"safe\":false,\"description\":");
    json_add_string(out, buf_str(&findings->scratch));
    add(out, ",\"edits\":[");
    for (uint32_t i = 0; i < result->edit_count; i++) {
        if (i)
            buf_putc(out, ',');
        add_edit(out, &result->edits[i]);
    }
    add(out, "]}");
}

static void add_related(struct buf *out, const struct result_related *related)
{
    add(out, "{\"message\":");
    json_add_string(out, related->message);
    json_place_add(out, &related->start, &related->end);
    buf_putc(out, '}');
}

void json_finding_add(struct json_findings *findings, struct buf *out,
                      const struct result *result)
{
    buf_add(out, findings->path.data, findings->path.len);
    add_common(findings, out, findings->names[result->rule_index]);
    add_common(findings, out, findings->severities[result->severity]);
    json_add_string(out, result->message);
    json_place_add(out, &result->start, &result->end);
    add_common(findings, out, findings->urls[result->rule_index]);
    if (result->edit_count)
        add_fix(findings, out, result);
    add(out, ",\"related\":[");
    for (uint32_t i = 0; i < result->related_count; i++) {
        if (i)
            buf_putc(out, ',');
        add_related(out, &result->related[i]);
    }
    add(out, "]}");
}
