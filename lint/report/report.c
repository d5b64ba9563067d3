/* report.c - the common part of all output formats */

#include "lint/report/report.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/base/utf8.h"
#include "lint/terminal/display.h"
#include "lint/value/json_write.h"

/* One per line, so that changes to this list rarely conflict. */
/* clang-format off */
static const struct reporter *const reporters[] = {
    &reporter_text,
    &reporter_unix,
    &reporter_json,
    &reporter_sarif,
    &reporter_ndjson,
    &reporter_github,
    &reporter_gitlab,
    &reporter_junit,
    &reporter_checkstyle,
    &reporter_rdjson,
    &reporter_rdjsonl,
    &reporter_azure,
    &reporter_teamcity,
    &reporter_html,
    NULL,
};
/* clang-format on */

const struct reporter *reporter_at(size_t index)
{
    return reporters[index];
}

void report_begin(struct report *report, const struct reporter *reporter,
                  const struct report_context *context)
{
    *report = (struct report){.context = *context, .reporter = reporter, .out = BUF_INIT};
    report->by_rule = memory_zeroed(context->rules->count, sizeof(*report->by_rule));
    report->mended = memory_zeroed(context->rules->count, sizeof(*report->mended));
    if (reporter->state_size)
        report->state = memory_zeroed(1, reporter->state_size);
    reporter->begin(report);
}

static void count_result(struct report *report, const struct result *result)
{
    struct report_summary *summary = &report->summary;

    report->by_rule[result->rule_index]++;
    if (result->severity == SEVERITY_ERROR)
        summary->errors++;
    else if (result->severity == SEVERITY_WARNING)
        summary->warnings++;
    else
        summary->notes++;
    if (result_fixable(result))
        summary->fixable++;
    else if (result->edit_count)
        summary->suggested++;
}

/* A file is counted once, in however many parts it comes. */
static void count_file(struct report *report, const struct file_results *results)
{
    struct report_summary *summary = &report->summary;

    if (!results->continues) {
        summary->files++;
        summary->ignored_comments += results->ignored_comments;
        report->has_findings = false;
    }
    summary->known += results->known_count;
    if (!results->count)
        return;
    summary->files_with_findings += !report->has_findings;
    report->has_findings = true;
}

void report_file(struct report *report, const struct file_results *results)
{
    count_file(report, results);
    for (uint32_t i = 0; i < results->count; i++)
        count_result(report, &results->results[i]);
    report->reporter->file(report, results);
}

void report_mended(struct report *report, const uint32_t *counts)
{
    uint32_t before = report->summary.mended;

    for (uint32_t i = 0; i < report->context.rules->count; i++) {
        report->mended[i] += counts[i];
        report->summary.mended += counts[i];
    }
    report->summary.mended_files += report->summary.mended > before;
}

/* The rules with findings, the most frequent first. */
static void add_statistics(struct report *report)
{
    const struct rule_table *rules = report->context.rules;
    uint32_t last = UINT32_MAX;

    while (last) {
        uint32_t most = 0;

        for (uint32_t i = 0; i < rules->count; i++)
            if (report->by_rule[i] < last && report->by_rule[i] > most)
                most = report->by_rule[i];
        for (uint32_t i = 0; most && i < rules->count; i++)
            if (report->by_rule[i] == most)
                buf_printf(&report->out, "%7u %s/%s\n", most, rules->rules[i]->code,
                           rules->rules[i]->name);
        last = most;
    }
}

void report_end(struct report *report)
{
    if (report->context.statistics && report->reporter->for_people)
        add_statistics(report);
    report->reporter->end(report);
}

void report_release(struct report *report)
{
    if (report->reporter->release)
        report->reporter->release(report);
    free(report->state);
    free(report->by_rule);
    free(report->mended);
    report->by_rule = NULL;
    report->mended = NULL;
    report->state = NULL;
    buf_release(&report->out);
}

/* The most code points of the text of an edit in a title: enough to recognise it. */
enum { TITLE_TEXT_MAX = 40 };

/* With the back-tick after it. */
static void add_title_text(struct buf *out, struct str text)
{
    size_t end = text.len <= TITLE_TEXT_MAX ? text.len : 0;

    for (int i = 0; i < TITLE_TEXT_MAX && end < text.len; i++) {
        size_t len;

        utf8_decode((struct str){text.data + end, text.len - end}, &len);
        end += len;
    }
    display_add_path(out, (struct str){text.data, end});
    if (end < text.len)
        buf_puts(out, "…");
    buf_putc(out, '`');
}

void report_add_fix_title(struct buf *out, const struct result *result)
{
    const struct edit *edit = result->edits;
    uint32_t removed = span_length(edit->span);

    if (result->edit_count != 1) {
        buf_printf(out, "make %u edits", result->edit_count);
    } else if (!edit->text.len) {
        buf_puts(out, "delete ");
        json_add_uint(out, removed);
        buf_puts(out, " byte");
        if (removed != 1)
            buf_putc(out, 's');
    } else {
        if (removed)
            buf_puts(out, "replace with `");
        else
            buf_puts(out, "insert `");
        add_title_text(out, edit->text);
    }
}
