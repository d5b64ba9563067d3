/* no-blanks-blockquote.c - MD028: no blank line cuts a block quote in two */

#include "lint/rule.h"

/* markdownlint takes footnotes for one piece. */
static bool is_in_footnote(const struct document *document, const struct node *node)
{
    return node_parent(document, node)->kind == NODE_FOOTNOTE_DEFINITION;
}

/* Are all lines from first up to before end blank? */
static bool are_blank(const struct source *source, uint32_t first, uint32_t end)
{
    for (uint32_t line = first; line < end; line++)
        if (!(source->lines[line].flags & LINE_BLANK))
            return false;
    return true;
}

static void node(struct pass *pass, const struct node *quote)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *before = node_sibling_before(document, quote);
    uint32_t end = source_line(source, quote->span.start);
    uint32_t first;

    if (!before || before->kind != NODE_BLOCK_QUOTE || is_in_footnote(document, quote))
        return;
    first = source_line(source, before->span.end) + 1;
    if (!are_blank(source, first, end))
        return;
    for (uint32_t line = first; line < end; line++)
        report(pass, source_line_span(source, line),
               "blank line between two block quotes, expected `>` for one quote or text "
               "between two");
}

const struct rule rule_no_blanks_blockquote = {
    .code = "MD028",
    .name = "no-blanks-blockquote",
    .tags = "blockquote whitespace",
    .summary = "nothing but blank lines stands between two block quotes",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_BLOCK_QUOTE),
    .node = node,
};
