/* teamcity.c - the service messages of TeamCity: inspections */

#include "lint/base/utf8.h"
#include "lint/report/report.h"
#include "lint/report/server_path.h"

struct state {
    bool told[RULES_MAX]; /* the type of the rule, which comes before its first finding */
};

static void begin(struct report *report)
{
    (void)report;
}

/* TeamCity's documentation, "Escaped values". */
static void add_value(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t len;
        uint32_t point = utf8_decode((struct str){text.data + i, text.len - i}, &len);

        i += len;
        if (point == '\n')
            buf_puts(out, "|n");
        else if (point == '\r')
            buf_puts(out, "|r");
        else if (point == '\'' || point == '|' || point == '[' || point == ']')
            buf_printf(out, "|%c", (int)point);
        else if (point >= 0x20 && point < 0x7F)
            buf_putc(out, (char)point);
        else if (point <= 0xFFFF)
            buf_printf(out, "|0x%04X", (unsigned)point);
        else /* a pair of UTF-16 */
            buf_printf(out, "|0x%04X|0x%04X", (unsigned)(0xD7C0 + (point >> 10)),
                       (unsigned)(0xDC00 + (point & 0x3FF)));
    }
}

static void add_attribute(struct buf *out, const char *name, struct str text)
{
    buf_printf(out, " %s='", name);
    add_value(out, text);
    buf_putc(out, '\'');
}

static void tell_type(struct report *report, const struct result *result)
{
    struct state *state = report->state;
    struct buf *out = &report->out;

    if (state->told[result->rule_index])
        return;
    state->told[result->rule_index] = true;
    buf_puts(out, "##teamcity[inspectionType");
    add_attribute(out, "id", str_from(result->rule->code));
    add_attribute(out, "name", str_from(result->rule->name));
    add_attribute(out, "category", STR("stet"));
    add_attribute(out, "description", str_from(result->rule->summary));
    buf_puts(out, "]\n");
}

static const char *severity_of(const struct result *result)
{
    if (result->severity == SEVERITY_ERROR)
        return "ERROR";
    return result->severity == SEVERITY_WARNING ? "WARNING" : "INFO";
}

static void write_result(struct buf *out, struct str path, const struct result *result)
{
    buf_puts(out, "##teamcity[inspection");
    add_attribute(out, "typeId", str_from(result->rule->code));
    add_attribute(out, "message", result->message);
    add_attribute(out, "file", path);
    buf_printf(out, " line='%u'", result->start.line);
    add_attribute(out, "SEVERITY", str_from(severity_of(result)));
    buf_puts(out, "]\n");
}

static void file(struct report *report, const struct file_results *results)
{
    struct buf path = BUF_INIT;

    if (!results->count)
        return;
    server_path_add(&path, results->path, report->context.folder, report->context.below);
    for (uint32_t i = 0; i < results->count; i++) {
        tell_type(report, &results->results[i]);
        write_result(&report->out, buf_str(&path), &results->results[i]);
    }
    buf_release(&path);
}

static void end(struct report *report)
{
    (void)report;
}

const struct reporter reporter_teamcity = {
    .name = "teamcity",
    .by_parts = true,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
};
