/* checkstyle.c - the XML of Checkstyle, which many CI servers read */

#include "lint/report/report.h"
#include "lint/report/server_path.h"
#include "lint/report/xml.h"

static void begin(struct report *report)
{
    buf_puts(&report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<checkstyle version=\"4.3\">\n");
}

static const char *severity_of(const struct result *result)
{
    return result->severity == SEVERITY_NOTE ? "info" : severity_name(result->severity);
}

static void write_result(struct buf *out, const struct result *result)
{
    buf_puts(out, "    <error");
    xml_add_number(out, "line", result->start.line);
    xml_add_number(out, "column", result->start.column);
    xml_add_attribute(out, "severity", str_from(severity_of(result)));
    xml_add_attribute(out, "message", result->message);
    buf_puts(out, " source=\"stet.");
    buf_puts(out, result->rule->code);
    buf_putc(out, '.');
    buf_puts(out, result->rule->name);
    buf_puts(out, "\"/>\n");
}

/* Files without findings are part of the report: they were checked. */
static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    server_path_add(&path, results->path, report->context.folder, report->context.below);
    buf_puts(&report->out, "  <file");
    xml_add_attribute(&report->out, "name", buf_str(&path));
    buf_release(&path);
    if (!results->count) {
        buf_puts(&report->out, "/>\n");
        return;
    }
    buf_puts(&report->out, ">\n");
    for (uint32_t i = 0; i < results->count; i++)
        write_result(&report->out, &results->results[i]);
    buf_puts(&report->out, "  </file>\n");
}

static void end(struct report *report)
{
    buf_puts(&report->out, "</checkstyle>\n");
}

const struct reporter reporter_checkstyle = {
    .name = "checkstyle",
    .begin = begin,
    .file = file,
    .end = end,
};
