/* junit.c - the XML of JUnit: each file is a test suite */

#include "lint/report/report.h"
#include "lint/report/server_path.h"
#include "lint/report/xml.h"

static void begin(struct report *report)
{
    buf_puts(&report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<testsuites name=\"stet\">\n");
}

/* "12:3", so that each case of a file has another name. */
static void write_name(struct buf *out, const struct result *result)
{
    buf_printf(out, " name=\"%s/%s at %u:%u\"", result->rule->code, result->rule->name,
               result->start.line, result->start.column);
}

static void write_case(struct buf *out, struct str path, const struct result *result)
{
    const char *element = result->rule->role == ROLE_ORDINARY ||
                                  result->rule->role == ROLE_UNUSED_SUPPRESSION
                              ? "failure"
                              : "error";

    buf_puts(out, "    <testcase");
    xml_add_attribute(out, "classname", path);
    write_name(out, result);
    xml_add_attribute(out, "file", path);
    xml_add_number(out, "line", result->start.line);
    buf_printf(out, ">\n      <%s", element);
    xml_add_attribute(out, "type", str_from(severity_name(result->severity)));
    xml_add_attribute(out, "message", result->message);
    buf_putc(out, '>');
    xml_add(out, path);
    buf_printf(out, ":%u:%u: %s: ", result->start.line, result->start.column,
               severity_name(result->severity));
    xml_add(out, result->message);
    buf_printf(out, "</%s>\n    </testcase>\n", element);
}

/* A file without findings is a case that passes. */
static void write_pass(struct buf *out, struct str path)
{
    buf_puts(out, "    <testcase");
    xml_add_attribute(out, "classname", path);
    xml_add_attribute(out, "name", STR("no findings"));
    xml_add_attribute(out, "file", path);
    buf_puts(out, "/>\n");
}

static uint32_t count_errors(const struct file_results *results)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < results->count; i++)
        count += results->results[i].rule->role != ROLE_ORDINARY &&
                 results->results[i].rule->role != ROLE_UNUSED_SUPPRESSION;
    return count;
}

static void write_suite(struct buf *out, struct str path,
                        const struct file_results *results)
{
    uint32_t errors = count_errors(results);

    buf_puts(out, "  <testsuite");
    xml_add_attribute(out, "name", path);
    xml_add_number(out, "tests", results->count ? results->count : 1);
    xml_add_number(out, "failures", results->count - errors);
    xml_add_number(out, "errors", errors);
    buf_puts(out, ">\n");
    for (uint32_t i = 0; i < results->count; i++)
        write_case(out, path, &results->results[i]);
    if (!results->count)
        write_pass(out, path);
    buf_puts(out, "  </testsuite>\n");
}

static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    server_path_add(&path, results->path, report->context.folder, report->context.below);
    write_suite(&report->out, buf_str(&path), results);
    buf_release(&path);
}

/* What went wrong with the run is a suite of its own. */
static void end(struct report *report)
{
    const struct report_context *context = &report->context;
    struct buf *out = &report->out;

    if (context->notification_count) {
        buf_puts(out, "  <testsuite name=\"stet\"");
        xml_add_number(out, "tests", context->notification_count);
        xml_add_number(out, "failures", 0);
        xml_add_number(out, "errors", context->notification_count);
        buf_puts(out, ">\n");
    }
    for (uint32_t i = 0; i < context->notification_count; i++) {
        const struct report_notification *notification = &context->notifications[i];

        buf_printf(out, "    <testcase classname=\"stet\" name=\"run %u\">\n      <error",
                   i + 1);
        xml_add_attribute(out, "message", notification->mistake.message);
        buf_putc(out, '>');
        xml_add(out, notification->path);
        buf_puts(out, "</error>\n    </testcase>\n");
    }
    buf_puts(out, context->notification_count ? "  </testsuite>\n</testsuites>\n"
                                              : "</testsuites>\n");
}

const struct reporter reporter_junit = {
    .name = "junit",
    .notifies = true,
    .begin = begin,
    .file = file,
    .end = end,
};
