/* azure.c - the logging commands of Azure Pipelines */

#include "lint/report/report.h"
#include "lint/report/server_path.h"

static void begin(struct report *report)
{
    (void)report;
}

/* What would end a command or one of its values (azure-pipelines-agent, Command.cs). */
static void add_escaped(struct buf *out, struct str text, bool in_value)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (c == '%')
            buf_puts(out, "%AZP25");
        else if (c == '\r')
            buf_puts(out, "%0D");
        else if (c == '\n')
            buf_puts(out, "%0A");
        else if (c == ';' && in_value)
            buf_puts(out, "%3B");
        else if (c == ']' && in_value)
            buf_puts(out, "%5D");
        else
            buf_putc(out, c);
    }
}

static void write_result(struct buf *out, struct str path, const struct result *result)
{
    const char *type = result->severity == SEVERITY_ERROR ? "error" : "warning";

    buf_printf(out, "##vso[task.logissue type=%s;sourcepath=", type);
    add_escaped(out, path, true);
    buf_printf(out, ";linenumber=%u;columnnumber=%u;code=%s;]", result->start.line,
               result->start.column, result->rule->code);
    add_escaped(out, result->message, false);
    buf_putc(out, '\n');
}

static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    server_path_add(&path, results->path, report->context.folder, report->context.below);
    for (uint32_t i = 0; i < results->count; i++)
        write_result(&report->out, buf_str(&path), &results->results[i]);
    buf_release(&path);
}

static void end(struct report *report)
{
    (void)report;
}

const struct reporter reporter_azure = {
    .name = "azure",
    .begin = begin,
    .file = file,
    .end = end,
};
