/* break-before-heading.c - ST136: no thematic break right before a heading */

#include "lint/rule.h"

/* The line and, if a blank line stands above it, those below it. */
static struct span lines_to_go(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;
    uint32_t end = line + 1;

    if (line > 0 && source->lines[line - 1].flags & LINE_BLANK)
        while (end < source->line_count && source->lines[end].flags & LINE_BLANK)
            end++;
    return span_make(source->lines[line].start, source->lines[end].start);
}

static void check(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    const struct node *next = node_sibling(pass_document(pass), node);
    struct finding *finding;
    uint32_t line;

    if (!next || next->kind != NODE_HEADING)
        return;
    finding = report(pass, node->span,
                     "`%s` before a heading, which parts the text already; delete it",
                     message_text(pass_arena(pass), source_text(source, node->span)));
    line = source_line(source, node->span.start);
    if (node->parent == 0)
        fix_replace(finding, lines_to_go(pass_document(pass), line), STR(""));
}

const struct rule rule_break_before_heading = {
    .code = "ST136",
    .name = "break-before-heading",
    .aliases = "MD090 no-hr-before-heading",
    .tags = "headings hr",
    .summary = "a thematic break stands right before a heading",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .nodes = NODE_BIT(NODE_THEMATIC_BREAK),
    .node = check,
};
