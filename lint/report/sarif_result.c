/* sarif_result.c - one finding as a SARIF result */

#include <inttypes.h>
#include <stdio.h>

#include "lint/report/sarif.h"

static void write_region_lines(struct json_writer *json, const struct position *start,
                               const struct position *end)
{
    json_member_uint(json, "startLine", start->line);
    json_member_uint(json, "startColumn", start->utf16);
    json_member_uint(json, "endLine", end->line);
    json_member_uint(json, "endColumn", end->utf16);
}

static void write_region_bytes(struct json_writer *json, uint32_t start, uint32_t end)
{
    json_member_uint(json, "byteOffset", start);
    json_member_uint(json, "byteLength", end - start);
}

static void write_snippet(struct json_writer *json, struct str text)
{
    json_key(json, "snippet");
    json_open(json, '{');
    json_member(json, "text", text);
    json_close(json, '}');
}

/* Does the excerpt contain the whole range? For long ranges it is only the beginning. */
static bool excerpt_is_whole(const struct result *result)
{
    return result->excerpt_start <= result->start.offset &&
           result->end.offset - result->excerpt_start <= result->excerpt.len;
}

static struct str marked_text(const struct result *result)
{
    return (struct str){result->excerpt.data +
                            (result->start.offset - result->excerpt_start),
                        result->end.offset - result->start.offset};
}

static void write_region(struct json_writer *json, const struct result *result)
{
    json_key(json, "region");
    json_open(json, '{');
    write_region_lines(json, &result->start, &result->end);
    write_region_bytes(json, result->start.offset, result->end.offset);
    if (excerpt_is_whole(result))
        write_snippet(json, marked_text(result));
    json_close(json, '}');
}

/* Is there more in the context than the range (SARIF 3.29.5)? */
static bool has_context(const struct result *result)
{
    const struct result_context *context = &result->context;

    if (!context->last_line)
        return false;
    return context->first_line < result->start.line ||
           context->last_line > result->end.line ||
           context->text.len > result->end.offset - result->start.offset;
}

static void write_context_region(struct json_writer *json,
                                 const struct result_context *context)
{
    json_key(json, "contextRegion");
    json_open(json, '{');
    json_member_uint(json, "startLine", context->first_line);
    json_member_uint(json, "endLine", context->last_line);
    if (context->text.len)
        write_snippet(json, context->text);
    json_close(json, '}');
}

static void write_locations(struct json_writer *json,
                            const struct sarif_artifact *artifact,
                            const struct result *result)
{
    json_key(json, "locations");
    json_open(json, '[');
    json_open(json, '{');
    sarif_open_place(json, artifact->location);
    write_region(json, result);
    if (has_context(result))
        write_context_region(json, &result->context);
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

static void write_related(struct json_writer *json, const struct sarif_artifact *artifact,
                          const struct result *result)
{
    json_key(json, "relatedLocations");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->related_count; i++) {
        const struct result_related *related = &result->related[i];

        json_open(json, '{');
        json_member_uint(json, "id", i + 1);
        sarif_open_place(json, artifact->location);
        json_key(json, "region");
        json_open(json, '{');
        write_region_lines(json, &related->start, &related->end);
        json_close(json, '}');
        json_close(json, '}');
        json_key(json, "message");
        sarif_write_message(json, related->message);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_replacement(struct json_writer *json, const struct edit *edit,
                              const struct edit_place *place)
{
    json_open(json, '{');
    json_key(json, "deletedRegion");
    json_open(json, '{');
    write_region_lines(json, &place->from, &place->to);
    write_region_bytes(json, edit->span.start, edit->span.end);
    json_close(json, '}');
    if (edit->text.len) {
        json_key(json, "insertedContent");
        json_open(json, '{');
        json_member(json, "text", edit->text);
        json_close(json, '}');
    }
    json_close(json, '}');
}

static void write_fix_description(struct json_writer *json, const struct result *result)
{
    struct buf title = BUF_INIT;

    report_add_fix_title(&title, result);
    if (!result->fix_safe)
        buf_puts(&title, " (this may change what the text says)");
    json_key(json, "description");
    sarif_write_message(json, buf_str(&title));
    buf_release(&title);
}

static void write_fixes(struct json_writer *json, const struct sarif_artifact *artifact,
                        const struct result *result)
{
    json_key(json, "fixes");
    json_open(json, '[');
    json_open(json, '{');
    write_fix_description(json, result);
    json_key(json, "artifactChanges");
    json_open(json, '[');
    json_open(json, '{');
    json_key(json, "artifactLocation");
    json_raw(json, artifact->location);
    json_key(json, "replacements");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->edit_count; i++)
        write_replacement(json, &result->edits[i], &result->edit_places[i]);
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
}

/* GitHub recognises an alert by the first; the second is for tools that merge logs. */
static void write_fingerprints(struct json_writer *json, const struct result *result)
{
    char text[40];
    int len;

    if (!result->line_hash_turn)
        return;
    json_key(json, "partialFingerprints");
    json_open(json, '{');
    len = snprintf(text, sizeof(text), "%" PRIx64 ":%" PRIu32, result->line_hash,
                   result->line_hash_turn);
    json_member(json, "primaryLocationLineHash", (struct str){text, (size_t)len});
    len = snprintf(text, sizeof(text), "%016" PRIx64, result->context_hash);
    json_member(json, "contextHash/v1", (struct str){text, (size_t)len});
    json_close(json, '}');
}

static void write_comment(struct json_writer *json, const struct sarif_artifact *artifact,
                          const struct result_suppression *comment)
{
    json_open(json, '{');
    json_member(json, "kind", STR("inSource"));
    json_member(json, "status", STR("accepted"));
    if (comment->reason.len)
        json_member(json, "justification", comment->reason);
    json_key(json, "location");
    json_open(json, '{');
    sarif_open_place(json, artifact->location);
    json_key(json, "region");
    json_open(json, '{');
    write_region_lines(json, &comment->start, &comment->end);
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, '}');
}

/* SARIF 3.27.23: on every result or on none; empty means "not suppressed". */
static void write_suppressions(struct json_writer *json,
                               const struct sarif_artifact *artifact,
                               const struct result *result, enum sarif_standing standing)
{
    json_key(json, "suppressions");
    json_open(json, '[');
    if (standing == SARIF_KNOWN)
        json_raw(json, STR("{\"kind\":\"external\",\"status\":\"accepted\","
                           "\"justification\":\"It is in the baseline.\"}"));
    else if (standing == SARIF_SUPPRESSED)
        write_comment(json, artifact, result->suppression);
    json_close(json, ']');
}

void sarif_write_result(struct json_writer *json, const struct sarif_artifact *artifact,
                        const struct result *result, enum sarif_standing standing)
{
    json_open(json, '{');
    json_member(json, "ruleId", str_from(result->rule->code));
    json_member_uint(json, "ruleIndex", result->rule_index);
    json_member(json, "kind", STR("fail"));
    json_member(json, "level", str_from(severity_name(result->severity)));
    json_key(json, "message");
    sarif_write_parted_message(json, artifact->strings, result);
    write_locations(json, artifact, result);
    write_fingerprints(json, result);
    if (result->edit_count)
        write_fixes(json, artifact, result);
    if (result->related_count)
        write_related(json, artifact, result);
    write_suppressions(json, artifact, result, standing);
    /* What a comment suppresses is not looked for in the baseline. */
    if (artifact->report->context.has_baseline && standing != SARIF_SUPPRESSED)
        json_member(json, "baselineState",
                    standing == SARIF_KNOWN ? STR("unchanged") : STR("new"));
    json_close(json, '}');
}
