/* sample.h - sample results for the tests of the output formats */
#ifndef LINT_REPORT_SAMPLE_H
#define LINT_REPORT_SAMPLE_H

#include <string.h>

#include "lint/report/report.h"

/* Their names are not those of rules, so that they have no page. */
static const struct rule sample_heading = {
    .code = "MD001",
    .name = "sample-heading",
    .tags = "headings",
    .summary = "heading levels should only increment by one level at a time",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_RECOMMENDED,
};

static const struct rule sample_spaces = {
    .code = "MD009",
    .name = "sample-spaces",
    .tags = "whitespace",
    .summary = "trailing spaces",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
};

static const struct rule sample_unreadable = {
    .code = "ST001",
    .name = "sample-unreadable",
    .tags = "document",
    .summary = "the file cannot be read",
    .severity = SEVERITY_ERROR,
    .role = ROLE_UNREADABLE,
};

static const struct rule *const sample_rules[] = {&sample_heading, &sample_spaces,
                                                  &sample_unreadable};
static const struct rule_table sample_table = {sample_rules, 3};

enum { SAMPLE_MAX = 8 };

struct sample {
    struct arena arena;
    struct source source;
    struct result results[SAMPLE_MAX];
    struct file_results file;
};

static inline void sample_init(struct sample *sample, const char *path, const char *text)
{
    arena_init(&sample->arena);
    source_init(&sample->source, &sample->arena, path, text, strlen(text));
    sample->file = (struct file_results){.path = str_from(path),
                                         .size = sample->source.size,
                                         .line_count = sample->source.line_count,
                                         .results = sample->results};
}

static inline void sample_release(struct sample *sample)
{
    arena_release(&sample->arena);
}

/* The whole lines of the span, at most as many as a worker sends. */
static inline void sample_cut_excerpt(struct sample *sample, struct result *result)
{
    const struct source *source = &sample->source;
    uint32_t last = result->end.line - 1;

    if (last > result->start.line - 1 + EXCERPT_MAX_LINES - 1)
        last = result->start.line - 1 + EXCERPT_MAX_LINES - 1;
    result->excerpt_start = source->lines[result->start.line - 1].start;
    result->excerpt =
        source_text(source, span_make(result->excerpt_start, source->lines[last].end));
    result->context = results_context(source, &result->start, &result->end);
}

/* Adds a finding at the first place where `marked` is in the text. */
static inline struct result *sample_add(struct sample *sample, const struct rule *rule,
                                        const char *marked, const char *message)
{
    struct result *result = &sample->results[sample->file.count++];
    const char *found = strstr(sample->source.data, marked);
    uint32_t start = (uint32_t)(found - sample->source.data);
    uint32_t end = start + (uint32_t)strlen(marked);

    *result = (struct result){.rule = rule,
                              .rule_index = rule_table_index(&sample_table, rule),
                              .severity = rule->severity,
                              .start = source_position(&sample->source, start),
                              .end = source_position(&sample->source, end),
                              .message = str_from(message)};
    sample_cut_excerpt(sample, result);
    return result;
}

static inline struct report_context sample_context(void)
{
    return (struct report_context){.rules = &sample_table,
                                   .version = "1.2.3",
                                   .homepage = "https://example.org/stet",
                                   .file_count = 1,
                                   .width = 60,
                                   .fix_command = "stet fix"};
}

/* The report on the only file of the sample, as a string in its arena. */
static inline const char *sample_report(struct sample *sample,
                                        const struct reporter *reporter,
                                        const struct report_context *context)
{
    struct report report;
    const char *text;

    report_begin(&report, reporter, context);
    report_file(&report, &sample->file);
    report_end(&report);
    text = arena_str(&sample->arena, buf_str(&report.out)).data;
    report_release(&report);
    return text;
}

#endif
