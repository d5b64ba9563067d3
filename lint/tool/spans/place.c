/* place.c - every node in its parent, and every byte in a node */

#include "lint/base/ascii.h"
#include "lint/tool/spans/spans.h"

/* Nothing but blanks, line ends and, at the start of a line, container prefixes. */
static bool is_ignorable(const struct spans *spans, uint32_t from, uint32_t to)
{
    const char *data = spans->document->source->data;
    bool prefix = from > 0 && is_line_end(data[from - 1]);

    for (uint32_t i = from; i < to; i++) {
        if (is_line_end(data[i]))
            prefix = true;
        else if (data[i] == '>' ? !prefix : !is_space_tab_or_line_end(data[i]))
            return false;
    }
    return true;
}

static bool has_inlines(const struct node *node)
{
    switch (node->kind) {
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKETHROUGH:
    case NODE_LINK:
    case NODE_IMAGE:
        return true;
    default:
        return false;
    }
}

static bool is_delimiter(const struct spans *spans, const struct node *cell)
{
    return node_parent(spans->document, cell)->form == ROW_DELIMITER;
}

static void check_coverage(struct spans *spans, const struct node *node)
{
    uint32_t at = node->content.start;
    const struct node *child = node_child(spans->document, node);

    if (node->kind == NODE_TABLE_CELL ? is_delimiter(spans, node) : !has_inlines(node))
        return;
    for (; child; child = node_sibling(spans->document, child)) {
        if (!is_ignorable(spans, at, child->span.start)) {
            spans_violation(spans, child, "bytes before it belong to no node");
            return;
        }
        at = child->span.end;
    }
    if (!is_ignorable(spans, at, node->content.end))
        spans_violation(spans, node, "bytes at its end belong to no node");
}

static void check_edges(struct spans *spans, const struct node *node)
{
    const struct document *document = spans->document;
    const struct node *parent = node_parent(document, node);
    uint32_t index = node_index(document, node);

    if (node->parent >= index || node->next <= index || node->next > parent->next)
        spans_violation(spans, node, "is not in its parent");
    else if (span_empty(node->span) && node->kind != NODE_TABLE_CELL)
        spans_violation(spans, node, "is empty");
    else if (!span_contains(parent->span, node->span))
        spans_violation(spans, node, "is not inside its parent's span");
    else if (has_inlines(parent) && !span_contains(parent->content, node->span))
        spans_violation(spans, node, "is not inside its parent's content");
    else if (!span_contains(node->span, node->content))
        spans_violation(spans, node, "does not contain its content");
    else if (node->next < parent->next &&
             document->nodes[node->next].span.start < node->span.end)
        spans_violation(spans, node, "overlaps the next node");
}

void spans_check_place(struct spans *spans, const struct node *node)
{
    check_edges(spans, node);
    check_coverage(spans, node);
}
