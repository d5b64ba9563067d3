/* front-matter-fence.c - FM005: every program finds the front matter */

#include "lint/rule.h"

/* Many programs do not find the fence after a byte order mark. */
static void check_byte_order_mark(struct pass *pass)
{
    struct span mark = span_make(0, pass_source(pass)->text);

    if (!span_empty(mark))
        fix_replace(report(pass, mark, "byte order mark before the front matter"), mark,
                    STR(""));
}

static void report_unclosed(struct pass *pass, const struct front_matter *block)
{
    struct str fence = source_text(pass_source(pass), block->open);

    report(pass, block->open, "front matter that starts here never ends, expected `%s`",
           str_is(fence, "{") ? "}" : message_text(pass_arena(pass), fence));
}

/* Without the text before it the block is front matter, which changes what the article
 * says. */
static void report_late(struct pass *pass, const struct front_matter *block)
{
    struct span before = span_make(pass_source(pass)->text, block->open.start);
    struct finding *finding =
        report(pass, block->open,
               "front matter behind blank lines or spaces, expected at the first byte");

    fix_replace(finding, before, STR(""));
    fix_is_unsafe(finding);
}

/* A schema that reports what is missing says more. */
static void check_empty(struct pass *pass, const struct front_matter *block)
{
    struct str text = str_trim(source_text(pass_source(pass), block->text));
    uint32_t violations;

    pass_violations(pass, &violations);
    if (!violations && (!text.len || str_is(text, "{}")))
        report(pass, block->open, "front matter is empty");
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
                             "front matter whose lines end in different ways");
        fix_replace(finding, newline, source->newline);
    }
}

static void front_matter(struct pass *pass)
{
    const struct front_matter *block = &pass_document(pass)->front_matter;

    if (block->unclosed) {
        report_unclosed(pass, block);
    } else if (block->late) {
        report_late(pass, block);
    } else if (block->syntax != FRONT_MATTER_NONE) {
        check_byte_order_mark(pass);
        check_empty(pass, block);
        check_line_ends(pass, block);
    }
}

const struct rule rule_front_matter_fence = {
    .code = "FM005",
    .name = "front-matter-fence",
    .tags = "front-matter",
    .summary = "front matter is not written where and how every program finds it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .front_matter = front_matter,
};
