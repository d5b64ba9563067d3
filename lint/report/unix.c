/* unix.c - one line for each finding, as compilers write them */

#include "lint/report/report.h"
#include "lint/terminal/display.h"
#include "lint/value/json_write.h"

static void begin(struct report *report)
{
    (void)report;
}

/* path: as it is shown, and a colon. */
static void write_result(struct buf *out, struct str path, const struct result *result)
{
    buf_add_str(out, path);
    json_add_uint(out, result->start.line);
    buf_putc(out, ':');
    json_add_uint(out, result->start.column);
    buf_add(out, ": ", 2);
    buf_puts(out, severity_name(result->severity));
    buf_add(out, ": ", 2);
    display_add(out, result->message);
    buf_add(out, " [", 2);
    buf_puts(out, result->rule->code);
    buf_putc(out, '/');
    buf_puts(out, result->rule->name);
    buf_add(out, "]\n", 2);
}

static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    if (!results->count)
        return;
    display_add_path(&path, results->path);
    buf_putc(&path, ':');
    for (uint32_t i = 0; i < results->count; i++)
        write_result(&report->out, buf_str(&path), &results->results[i]);
    buf_release(&path);
}

static void end(struct report *report)
{
    (void)report;
}

const struct reporter reporter_unix = {
    .name = "unix",
    .by_parts = true,
    .begin = begin,
    .file = file,
    .end = end,
};
