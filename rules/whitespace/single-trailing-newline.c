/* single-trailing-newline.c - MD047: a file's last line ends like all others */

#include "lint/rule.h"

/* Where the last character of text starts. */
static uint32_t last_character(struct str text)
{
    size_t at = text.len - 1;

    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    return (uint32_t)at;
}

static void finish(struct pass *pass)
{
    const struct source *source = pass_source(pass);
    uint32_t last = source->line_count - 1;
    struct span span = source_line_span(source, last);

    if (document_line_is_blank(pass_document(pass), last))
        return;
    span.start += last_character(source_text(source, span));
    fix_replace(report(pass, span, "no line end after the last line, expected one"),
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
    .finish = finish,
};
