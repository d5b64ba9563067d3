/* text.c - the report as text for people */

#include "lint/report/excerpt.h"
#include "lint/report/report.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"
#include "lint/value/json_write.h"

static void begin(struct report *report)
{
    if (!report->context.width)
        report->context.width = TERMINAL_DEFAULT_WIDTH;
}

static void add_place(struct buf *out, struct str path, const struct position *position)
{
    display_add_path(out, path);
    buf_putc(out, ':');
    json_add_uint(out, position->line);
    buf_putc(out, ':');
    json_add_uint(out, position->column);
    buf_add(out, ": ", 2);
}

/* path:line:column: severity: message [CODE/name] */
static void add_headline(struct report *report, struct str path,
                         const struct result *result)
{
    struct buf *out = &report->out;
    bool colour = report->context.colour;

    buf_puts(out, style_start(STYLE_BOLD, colour));
    add_place(out, path, &result->start);
    buf_puts(out, style_end(colour));
    style_add(out, style_of_severity(result->severity), colour,
              severity_name(result->severity));
    buf_add(out, ": ", 2);
    display_add(out, result->message);
    buf_puts(out, style_start(STYLE_DIM, colour));
    buf_add(out, " [", 2);
    buf_puts(out, result->rule->code);
    buf_putc(out, '/');
    buf_puts(out, result->rule->name);
    buf_putc(out, ']');
    buf_puts(out, style_end(colour));
    buf_putc(out, '\n');
}

static const char *fix_remark(const struct result *result)
{
    if (!result->edit_count)
        return "";
    return result->fix_safe ? "can be fixed" : "can be fixed (unsafe)";
}

static void add_related(struct buf *out, struct str path,
                        const struct result_related *related)
{
    buf_puts(out, "    see ");
    add_place(out, path, &related->start);
    display_add(out, related->message);
    buf_putc(out, '\n');
}

static void add_result(struct report *report, struct str path,
                       const struct result *result)
{
    struct buf *out = &report->out;
    struct excerpt_style style = {report->context.width, report->context.colour,
                                  fix_remark(result)};

    add_headline(report, path, result);
    if (!excerpt_add(out, result, &style) && result->edit_count) {
        buf_puts(out, "    ");
        style_add(out, STYLE_DIM, report->context.colour, style.remark);
        buf_putc(out, '\n');
    }
    for (uint32_t i = 0; i < result->related_count; i++)
        add_related(out, path, &result->related[i]);
    buf_putc(out, '\n');
}

static void file(struct report *report, const struct file_results *results)
{
    for (uint32_t i = 0; i < results->count; i++)
        add_result(report, results->path, &results->results[i]);
}

/* "3 errors", after ", " unless it is the first; nothing for none. */
static void add_count(struct report *report, enum severity severity, uint32_t count,
                      bool *first)
{
    struct buf *out = &report->out;
    bool colour = report->context.colour;

    if (!count)
        return;
    buf_puts(out, *first ? "" : ", ");
    buf_printf(out, "%s%u %s%s%s", style_start(style_of_severity(severity), colour),
               count, severity_name(severity), count == 1 ? "" : "s", style_end(colour));
    *first = false;
}

static void end(struct report *report)
{
    const struct report_summary *summary = &report->summary;
    struct buf *out = &report->out;
    bool first = true;

    if (report->context.quiet)
        return;
    add_count(report, SEVERITY_ERROR, summary->errors, &first);
    add_count(report, SEVERITY_WARNING, summary->warnings, &first);
    add_count(report, SEVERITY_NOTE, summary->notes, &first);
    buf_printf(out, "%s in %u file%s", first ? "no findings" : "", summary->files,
               summary->files == 1 ? "" : "s");
    if (summary->fixable && report->context.fix_command)
        buf_printf(out, "; %u can be fixed with `%s`", summary->fixable,
                   report->context.fix_command);
    if (summary->ignored_comments)
        buf_printf(out, "; %u suppression comment%s ignored", summary->ignored_comments,
                   summary->ignored_comments == 1 ? "" : "s");
    buf_putc(out, '\n');
}

const struct reporter reporter_text = {
    .name = "text",
    .want = WANT_EXCERPT,
    .for_people = true,
    .begin = begin,
    .file = file,
    .end = end,
};
