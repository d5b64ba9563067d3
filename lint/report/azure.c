/* azure.c - the logging commands of Azure Pipelines */

#include "lint/report/escape.h"
#include "lint/report/report.h"
#include "lint/report/server_path.h"

/* What would end a command, or one of its values (azure-pipelines-agent, Command.cs). */
static const struct escape in_message[] = {
    {'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"}, {0, NULL}};
static const struct escape in_value[] = {{'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"},
                                         {';', "%3B"},    {']', "%5D"},  {0, NULL}};

static void begin(struct report *report)
{
    (void)report;
}

static void write_result(struct buf *out, struct str path, const struct result *result)
{
    const char *type = result->severity == SEVERITY_ERROR ? "error" : "warning";

    buf_printf(out, "##vso[task.logissue type=%s;sourcepath=", type);
    escape_add(out, path, in_value);
    buf_printf(out, ";linenumber=%u;columnnumber=%u;code=%s;]", result->start.line,
               result->start.column, result->rule->code);
    escape_add(out, result->message, in_message);
    buf_putc(out, '\n');
}

static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    if (!results->count)
        return;
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
    .by_parts = true,
    .begin = begin,
    .file = file,
    .end = end,
};
