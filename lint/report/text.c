/* text.c - the report as text for people */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/manual/page_text.h"
#include "lint/manual/rule_page.h"
#include "lint/report/excerpt.h"
#include "lint/report/remedy.h"
#include "lint/report/report.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"
#include "lint/value/json_write.h"

enum {
    INDENT = 2,        /* of a finding below the path of its file */
    INDENT_MORE = 4,   /* of what belongs to it */
    SHOWN_OF_RULE = 3, /* of the findings of a rule in a file: the others are folded */
};

/* After a fix that may change what the article says. */
static const char check[] = " (suggested, please check)";

struct text_state {
    uint32_t *seen; /* findings in the file so far, by the index of the rule */
    struct buf words;
    struct buf remark;
};

/* What is wrong in front matter or a schema differs from finding to finding, although a
 * rule has all of it. */
static bool repeats(const struct rule *rule)
{
    return !rule_has_tag(rule, STR("front-matter")) && !rule_has_tag(rule, STR("schema"));
}

static void begin(struct report *report)
{
    const struct rule_table *rules = report->context.rules;
    struct text_state *state = report->state;

    if (!report->context.width)
        report->context.width = TERMINAL_DEFAULT_WIDTH;
    state->seen = memory_zeroed(rules->count, sizeof(*state->seen));
}

static void release(struct report *report)
{
    struct text_state *state = report->state;

    free(state->seen);
    buf_release(&state->words);
    buf_release(&state->remark);
}

static void add_path(struct report *report, struct str path)
{
    bool colour = report->context.colour;

    buf_puts(&report->out, style_start(STYLE_BOLD, colour));
    display_add_path(&report->out, path);
    buf_puts(&report->out, style_end(colour));
    buf_putc(&report->out, '\n');
}

static void add_place(struct buf *out, const struct position *position)
{
    json_add_uint(out, position->line);
    buf_putc(out, ':');
    json_add_uint(out, position->column);
    buf_putc(out, ' ');
}

/* [CODE/name], which leads to the page of the rule. */
static void add_label(struct report *report, const struct rule *rule)
{
    struct buf *out = &report->out;
    const struct report_context *context = &report->context;

    buf_puts(out, style_start(STYLE_DIM, context->colour));
    buf_putc(out, '[');
    if (context->links) {
        buf_puts(out, LINK_START);
        rule_page_add_url(out, context->homepage, rule);
        buf_puts(out, LINK_TEXT);
    }
    buf_printf(out, "%s/%s", rule->code, rule->name);
    if (context->links)
        buf_puts(out, LINK_END);
    buf_putc(out, ']');
    buf_puts(out, style_end(context->colour));
}

/* Appends words, and the label of the rule unless it is NULL, after what fills `columns`
 * of the line; further lines are indented. */
static void add_words(struct report *report, struct str message, const struct rule *rule,
                      unsigned columns)
{
    struct buf *words = &((struct text_state *)report->state)->words;
    unsigned width = report->context.wrap ? report->context.width : UINT_MAX;
    size_t label = 0;
    struct str rest;

    words->len = 0;
    display_add(words, message);
    if (rule) {
        buf_printf(words, " [%s/%s]", rule->code, rule->name);
        label = strlen(rule->code) + strlen(rule->name) + 3;
    }
    for (rest = buf_str(words);;) {
        struct str line = page_text_line(&rest, width - columns, false);

        buf_add(&report->out, line.data, line.len - (rest.len ? 0 : label));
        if (!rest.len)
            break;
        columns = INDENT_MORE;
        buf_putc(&report->out, '\n');
        buf_repeat(&report->out, ' ', columns);
    }
    if (rule)
        add_label(report, rule);
    buf_putc(&report->out, '\n');
}

/* line:column severity message [CODE/name] */
static void add_headline(struct report *report, const struct result *result)
{
    struct buf *out = &report->out;
    size_t start = out->len;
    bool colour = report->context.colour;
    enum style style = style_of_severity(result->severity);

    buf_repeat(out, ' ', INDENT);
    add_place(out, &result->start);
    style_add(out, style, colour, severity_name(result->severity));
    buf_putc(out, ' ');
    add_words(report, result->message, result->rule,
              (unsigned)(out->len - start - strlen(style_start(style, colour)) -
                         strlen(style_end(colour))));
}

static void add_related(struct report *report, const struct result_related *related)
{
    struct buf *out = &report->out;
    size_t start = out->len;

    buf_repeat(out, ' ', INDENT_MORE);
    buf_puts(out, "see ");
    add_place(out, &related->start);
    add_words(report, related->message, NULL, (unsigned)(out->len - start));
}

/* What to do, on a line of its own. */
static void add_remark(struct report *report, struct str remark, bool safe)
{
    struct buf *out = &report->out;
    unsigned columns = INDENT_MORE + display_columns(remark) + sizeof(check) - 1;

    buf_repeat(out, ' ', INDENT_MORE);
    buf_add(out, remark.data, remark.len);
    if (!safe && report->context.wrap && columns > report->context.width) {
        buf_putc(out, '\n');
        buf_repeat(out, ' ', INDENT_MORE - 1);
    }
    buf_puts(out, safe ? "" : check);
    buf_putc(out, '\n');
}

/* Appends the excerpt, and what to do after its last mark when there is room. */
static void add_excerpt(struct report *report, const struct result *result)
{
    struct buf *remark = &((struct text_state *)report->state)->remark;
    struct excerpt_style style = {.width = report->context.width,
                                  .indent = INDENT_MORE,
                                  .colour = report->context.colour};
    struct str remedy;

    remark->len = 0;
    remedy_add(remark, result, style.width - INDENT_MORE);
    remedy = buf_str(remark);
    if (remedy.len && !result->fix_safe)
        buf_puts(remark, check);
    style.remark = buf_str(remark);
    if (!excerpt_add(&report->out, result, &style) && remedy.len)
        add_remark(report, (struct str){remark->data, remedy.len}, result->fix_safe);
}

static void add_result(struct report *report, const struct result *result)
{
    add_headline(report, result);
    add_excerpt(report, result);
    for (uint32_t i = 0; i < result->related_count; i++)
        add_related(report, &result->related[i]);
}

static void add_folded(struct report *report, const struct rule *rule, uint32_t count)
{
    struct buf *out = &report->out;

    buf_repeat(out, ' ', INDENT);
    buf_printf(out, "… %u more of ", count);
    add_label(report, rule);
    buf_puts(out, ", `--no-fold` shows ");
    buf_puts(out, count == 1 ? "it\n" : "them\n");
}

static void file(struct report *report, const struct file_results *results)
{
    const struct rule_table *rules = report->context.rules;
    const struct text_state *state = report->state;
    uint32_t *seen = state->seen;

    if (!results->count)
        return;
    memset(seen, 0, rules->count * sizeof(*seen));
    add_path(report, results->path);
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];

        if (++seen[result->rule_index] <= SHOWN_OF_RULE || report->context.no_fold ||
            !repeats(result->rule))
            add_result(report, result);
    }
    for (uint32_t i = 0; i < rules->count && !report->context.no_fold; i++)
        if (seen[i] > SHOWN_OF_RULE && repeats(rules->rules[i]))
            add_folded(report, rules->rules[i], seen[i] - SHOWN_OF_RULE);
    buf_putc(&report->out, '\n');
}

/* Appends "3 errors", after ", " unless it is the first, or nothing for none. Returns how
 * many columns that fills. */
static unsigned add_count(struct report *report, enum severity severity, uint32_t count,
                          bool first)
{
    struct buf *out = &report->out;
    const char *start = style_start(style_of_severity(severity), report->context.colour);
    const char *end = style_end(report->context.colour);
    size_t before = out->len;

    if (!count)
        return 0;
    buf_printf(out, "%s%s%u %s%s%s", first ? "" : ", ", start, count,
               severity_name(severity), count == 1 ? "" : "s", end);
    return (unsigned)(out->len - before - strlen(start) - strlen(end));
}

/* "; 4 can be fixed with `stet fix`, 2 have a suggestion" */
static void add_fixable(const struct report *report, struct buf *out)
{
    const struct report_summary *summary = &report->summary;
    const char *command = report->context.fix_command;

    if (summary->fixable) {
        buf_printf(out, "; %u can be fixed", summary->fixable);
        if (command)
            buf_printf(out, " with `%s`", command);
    }
    if (summary->suggested)
        buf_printf(out, "%s%u %s a suggestion", summary->fixable ? ", " : "; ",
                   summary->suggested, summary->suggested == 1 ? "has" : "have");
}

/* "mended 3 findings in 2 of 5 files: 2 MD009/…, 1 MD047/…" */
static void add_mended(const struct report *report, struct buf *out)
{
    const struct report_summary *summary = &report->summary;
    const struct rule_table *rules = report->context.rules;
    bool done = report->context.fixes == REPORT_MENDED;
    const char *separator = ": ";

    if (!summary->mended) {
        buf_puts(out, done ? "mended nothing" : "nothing to mend");
        return;
    }
    buf_printf(out, "%s %u finding%s in %u of %u file%s",
               done ? "mended" : "to mend:", summary->mended,
               summary->mended == 1 ? "" : "s", summary->mended_files, summary->files,
               summary->files == 1 ? "" : "s");
    for (uint32_t i = 0; i < rules->count; i++) {
        if (!report->mended[i])
            continue;
        buf_printf(out, "%s%u %s/%s", separator, report->mended[i], rules->rules[i]->code,
                   rules->rules[i]->name);
        separator = ", ";
    }
}

/* What follows the numbers of findings. */
static void add_rest_of_summary(const struct report *report, struct buf *out)
{
    const struct report_summary *summary = &report->summary;
    bool left = report->context.fixes == REPORT_MENDED;

    if (summary->files_with_findings)
        buf_printf(out, "%s in %u of ", left ? " left" : "",
                   summary->files_with_findings);
    else
        buf_printf(out, "%s in ", left ? "nothing left" : "no findings");
    buf_printf(out, "%u file%s", summary->files, summary->files == 1 ? "" : "s");
    add_fixable(report, out);
    if (summary->ignored_comments)
        buf_printf(out, "; %u suppression comment%s ignored", summary->ignored_comments,
                   summary->ignored_comments == 1 ? "" : "s");
    if (report->context.stale)
        buf_printf(out, "; %u of the baseline %s gone", report->context.stale,
                   report->context.stale == 1 ? "is" : "are");
}

static void end(struct report *report)
{
    const struct report_summary *summary = &report->summary;
    struct buf *rest = &((struct text_state *)report->state)->remark;
    unsigned columns = 0;

    if (report->context.quiet)
        return;
    if (report->context.nothing.len) {
        add_words(report, report->context.nothing, NULL, 0);
        return;
    }
    rest->len = 0;
    if (report->context.fixes != REPORT_CHECKED) {
        add_mended(report, rest);
        add_words(report, buf_str(rest), NULL, 0);
    }
    if (report->context.fixes == REPORT_TO_MEND && !summary->files_with_findings)
        return;
    columns += add_count(report, SEVERITY_ERROR, summary->errors, !columns);
    columns += add_count(report, SEVERITY_WARNING, summary->warnings, !columns);
    columns += add_count(report, SEVERITY_NOTE, summary->notes, !columns);
    rest->len = 0;
    add_rest_of_summary(report, rest);
    add_words(report, buf_str(rest), NULL, columns);
}

const struct reporter reporter_text = {
    .name = "text",
    .want = WANT_EXCERPT | WANT_EDIT_PLACES,
    .for_people = true,
    .state_size = sizeof(struct text_state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};
