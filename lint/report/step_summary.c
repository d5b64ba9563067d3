/* step_summary.c - findings as a Markdown table, for the page of a run on GitHub */

#include "lint/report/step_summary.h"

#include <string.h>

#include "lint/base/utf8.h"
#include "lint/manual/rule_page.h"
#include "lint/report/escape.h"
#include "lint/terminal/display.h"

/* Of one cell: a path has more only to fill the page. */
enum { CELL_MAX_BYTES = 2000 };

/* What is Markdown to GitHub somewhere inside a line. After a reference it is text, also
 * for the readers of links (`www.`, `://`) and of formulas. */
static const struct escape markdown[] = {
    {'!', "&#33;"}, {'#', "&#35;"},  {'$', "&#36;"},  {'&', "&amp;"},  {'*', "&#42;"},
    {'.', "&#46;"}, {':', "&#58;"},  {'<', "&lt;"},   {'>', "&gt;"},   {'@', "&#64;"},
    {'[', "&#91;"}, {'\\', "&#92;"}, {']', "&#93;"},  {'^', "&#94;"},  {'_', "&#95;"},
    {'`', "&#96;"}, {'{', "&#123;"}, {'|', "&#124;"}, {'}', "&#125;"}, {'~', "&#126;"},
    {0, NULL}};

/* Appends a message, with `words` between back-ticks as code. */
static void add_message(struct buf *out, struct str text)
{
    bool code = false;

    while (text.len) {
        const char *tick = memchr(text.data, '`', text.len);
        size_t len = tick ? (size_t)(tick - text.data) : text.len;
        bool pair = tick && (code || memchr(tick + 1, '`', text.len - len - 1));

        escape_add(out, (struct str){text.data, len + (tick && !pair)}, markdown);
        if (pair) {
            buf_puts(out, code ? "</code>" : "<code>");
            code = !code;
        }
        text = (struct str){text.data + len + (tick != NULL),
                            text.len - len - (tick != NULL)};
    }
}

static struct str cut(struct buf *cell)
{
    if (cell->len > CELL_MAX_BYTES) {
        cell->len = CELL_MAX_BYTES;
        while (utf8_is_continuation(cell->data[cell->len]))
            cell->len--;
    }
    return buf_str(cell);
}

static void add_place(struct buf *row, struct str path, const struct result *result)
{
    struct buf place = BUF_INIT;

    display_add_path(&place, path);
    cut(&place);
    if (result)
        buf_printf(&place, ":%u:%u", result->start.line, result->start.column);
    if (place.len) {
        buf_puts(row, "<code>");
        escape_add(row, buf_str(&place), markdown);
        buf_puts(row, "</code>");
    }
    buf_release(&place);
}

/* A row without its last cell. */
static void begin_row(struct buf *row, enum severity severity, struct str path,
                      const struct result *result, struct str message)
{
    struct buf text = BUF_INIT;

    buf_printf(row, "| %s | ", severity_name(severity));
    add_place(row, path, result);
    buf_puts(row, " | ");
    display_add(&text, message);
    add_message(row, cut(&text));
    buf_puts(row, " | ");
    buf_release(&text);
}

/* Is there a use for another row? A row more than has room shows that rows are missing.
 */
static bool wants_row(struct step_summary *summary, enum severity severity)
{
    summary->count++;
    return summary->rows[severity].len <= STEP_SUMMARY_BYTES;
}

void step_summary_add(struct step_summary *summary, struct str path,
                      const struct result *result, const char *homepage)
{
    struct buf *row = &summary->rows[result->severity];

    if (!wants_row(summary, result->severity))
        return;
    begin_row(row, result->severity, path, result, result->message);
    buf_printf(row, "[%s](", result->rule->code);
    rule_page_add_url(row, homepage, result->rule);
    buf_puts(row, ") |\n");
}

void step_summary_add_notification(struct step_summary *summary,
                                   const struct report_notification *notification)
{
    enum severity severity = notification->mistake.severity;
    struct buf *row = &summary->rows[severity];

    if (!wants_row(summary, severity))
        return;
    begin_row(row, severity, notification->path, NULL, notification->mistake.message);
    buf_puts(row, "|\n");
}

static void write_head(const struct report *report, struct buf *out)
{
    const struct report_summary *found = &report->summary;

    buf_printf(out, "### stet: %u errors, %u warnings and %u notes in %u of %u files\n\n",
               found->errors, found->warnings, found->notes, found->files_with_findings,
               found->files);
}

/* Appends rows up to `limit` bytes of out; their number. */
static uint32_t write_rows(const struct step_summary *summary, size_t limit,
                           struct buf *out)
{
    uint32_t written = 0;

    for (int severity = STEP_SUMMARY_SEVERITIES - 1; severity >= 0; severity--) {
        struct str rows = buf_str(&summary->rows[severity]);

        while (rows.len) {
            const char *end = memchr(rows.data, '\n', rows.len);
            size_t len = (size_t)(end - rows.data) + 1;

            if (out->len + len > limit)
                return written;
            buf_add(out, rows.data, len);
            rows = (struct str){rows.data + len, rows.len - len};
            written++;
        }
    }
    return written;
}

void step_summary_write(const struct step_summary *summary, const struct report *report,
                        size_t room, struct buf *out)
{
    /* The counts, the head of the table and the line below it. */
    enum { FRAME_BYTES = 400 };
    size_t limit = out->len + room;
    uint32_t written;

    if (room < FRAME_BYTES)
        return;
    write_head(report, out);
    if (!summary->count)
        return;
    buf_puts(out, "| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n");
    written = write_rows(summary, limit - FRAME_BYTES / 2, out);
    if (written < summary->count)
        buf_printf(out, "\n… and %u more, which had no room here.\n",
                   summary->count - written);
    buf_putc(out, '\n');
}

void step_summary_release(struct step_summary *summary)
{
    for (int i = 0; i < STEP_SUMMARY_SEVERITIES; i++)
        buf_release(&summary->rows[i]);
}
