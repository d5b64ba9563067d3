/* heading-start-left.c - MD023: headings are not indented */

#include "lint/rule.h"

/* Is a tab before the text of the item around the heading? It is not known for sure then
 * which blanks the heading needs to be in it. */
static bool is_after_tab(struct pass *pass, const struct node *heading)
{
    const struct node *item = node_ancestor(pass_document(pass), heading, NODE_ITEM);
    const struct source *source = pass_source(pass);
    uint32_t start;

    if (!item)
        return false;
    start = source->lines[source_line(source, item->span.start)].start;
    return memchr(source->data + start, '\t', item->item.text - start);
}

static void node(struct pass *pass, const struct node *heading)
{
    struct span indent = document_spare_indent(pass_document(pass), heading);
    struct finding *finding;

    if (span_empty(indent))
        return;
    finding = report(pass, indent, "%u space%s before the heading; begin it without",
                     span_length(indent), span_length(indent) == 1 ? "" : "s");
    fix_replace(finding, indent, STR(""));
    /* Before a list marker they say where the rest of the item starts. */
    if (indent.end != heading->span.start || is_after_tab(pass, heading))
        fix_is_unsafe(finding);
}

const struct rule rule_heading_start_left = {
    .code = "MD023",
    .name = "heading-start-left",
    .tags = "headings spaces",
    .summary = "a heading is indented",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
