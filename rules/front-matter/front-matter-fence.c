/* front-matter-fence.c - FM005: every program finds the front matter */

#include "lint/rule.h"

/* Many programs do not find the fence after a byte order mark. */
static void check_byte_order_mark(struct pass *pass)
{
    struct span mark = span_make(0, pass_source(pass)->text);

    if (!span_empty(mark))
        fix_replace(
            report(pass, mark,
                   "invisible byte order mark before the front matter; delete it"),
            mark, STR(""));
}

/* A schema that reports what is missing says more; so does missing-front-matter, where it
 * is required. */
static void check_empty(struct pass *pass, const struct front_matter *block)
{
    struct str text = str_trim(source_text(pass_source(pass), block->text));
    uint32_t violations;

    pass_violations(pass, &violations);
    if (pass_front_matter_required(pass))
        return;
    if (!violations && (!text.len || str_is(text, "{}")))
        report(pass, block->open,
               "front matter is empty; write `key: value` lines in it");
}

static struct span newline_of(const struct source *source, uint32_t line)
{
    return span_make(source->lines[line].end, source_full_line(source, line).end);
}

/* One finding for the block: at the first line with another line end than most of the
 * file. */
static void check_line_ends(struct pass *pass, const struct front_matter *block)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, block->open.start);
    uint32_t last = source_line(source, block->close.start);
    struct str first = source_text(source, newline_of(source, line));
    struct finding *finding = NULL;
    bool mixed = false;

    for (uint32_t i = line; i < last; i++)
        mixed |= !str_equal(source_text(source, newline_of(source, i)), first);
    for (; mixed && line < last; line++) {
        struct span newline = newline_of(source, line);

        if (str_equal(source_text(source, newline), source->newline))
            continue;
        if (!finding)
            finding = report(pass, source_line_span(source, line),
                             "the lines of the front matter end in different ways");
        fix_replace(finding, newline, source->newline);
    }
}

/* `...` ends YAML in Jekyll, Pandoc and MkDocs, but not in all other programs. */
static void check_close(struct pass *pass, const struct front_matter *block)
{
    if (str_is(source_text(pass_source(pass), block->close), "..."))
        fix_replace(report(pass, block->close,
                           "some programs do not end front matter at `...`; write `---`"),
                    block->close, STR("---"));
}

/* Where front matter is required, missing-front-matter says this, as an error. */
static void report_miss(struct pass *pass, const struct front_matter *block)
{
    if (block->miss && !block->doubtful && !pass_front_matter_required(pass))
        report_mistake(pass, block->miss);
}

static void front_matter(struct pass *pass)
{
    const struct front_matter *block = &pass_document(pass)->front_matter;

    if (block->syntax == FRONT_MATTER_NONE) {
        report_miss(pass, block);
        return;
    }
    check_byte_order_mark(pass);
    check_empty(pass, block);
    check_line_ends(pass, block);
    check_close(pass, block);
}

const struct rule rule_front_matter_fence = {
    .code = "FM005",
    .name = "front-matter-fence",
    .tags = "front-matter",
    .summary = "front matter is not written where and how every program finds it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
