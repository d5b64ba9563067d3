/* single-trailing-newline.c - MD047: a file ends with a line end */

#include "lint/rule.h"

static void finish(struct pass *pass)
{
    const struct source *source = pass_source(pass);
    uint32_t last = source->line_count - 1;
    struct span span = source_line_span(source, last);

    if (document_line_is_blank(pass_document(pass), last))
        return;
    span.start = span.end - (uint32_t)utf8_last(source_text(source, span)).len;
    fix_replace(report(pass, span, "no line end after the last line; press Enter there"),
                span_make(span.end, span.end), source->newline);
}

const struct rule rule_single_trailing_newline = {
    .code = "MD047",
    .name = "single-trailing-newline",
    .tags = "blank_lines",
    .summary = "the last line of a file has no line end",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .finish = finish,
};
