/* blank-after-front-matter.c - ST131: a blank line parts front matter from text */

#include "lint/rule.h"

static void check(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    struct span close = document->front_matter.close;
    uint32_t below;

    if (document->front_matter.syntax == FRONT_MATTER_NONE || span_empty(close))
        return;
    below = source_line(source, close.start) + 1;
    if (below >= source->line_count || source->lines[below].start >= source->size ||
        source->lines[below].flags & LINE_BLANK)
        return;
    fix_replace(report(pass, close,
                       "the text needs a blank line between it and the `%s` "
                       "that ends the front matter",
                       message_text(pass_arena(pass), source_text(source, close))),
                span_make(source->lines[below].start, source->lines[below].start),
                source->newline);
}

const struct rule rule_blank_after_front_matter = {
    .code = "ST131",
    .name = "blank-after-front-matter",
    .aliases = "MD071 blank-line-after-frontmatter",
    .tags = "front-matter blank_lines",
    .summary = "no blank line stands between front matter and text",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .every_dialect = true,
    .front_matter = check,
};
