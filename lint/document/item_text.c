/* item_text.c - may the text of an item stand further from its marker, or nearer? */

#include "lint/document/item_text.h"

#include "lint/base/ascii.h"
#include "lint/document/item_lines.h"

/* Does what follows stay outside, whatever else moves to the left? */
static bool ends_safely(const struct document *document, const struct node *item)
{
    const struct source *source = document->source;
    uint32_t column;
    uint32_t next;
    uint32_t at;

    if (!column_in_quote(source, item->span.start, &column))
        return false;
    if (item->next == document->node_count)
        return true;
    at = document->nodes[item->next].span.start;
    while (is_space_or_tab(source->data[at]))
        at++;
    return column_in_quote(source, at, &next) && next <= column;
}

/* Where the content of the item begins; false where that is not known. */
static bool content_of(const struct source *source, const struct node *item,
                       uint32_t blanks, struct shift *content)
{
    uint32_t marker = span_length(item_marker(item));

    if (!column_in_quote(source, item->span.start, &content->from))
        return false;
    content->to = content->from + marker + blanks;
    content->from += item->item.text - item->span.start;
    return true;
}

/* An underline counts in its item alone (CommonMark 4.3). */
static bool block_holds(const struct document *document, const struct node *item,
                        struct shift content, const struct node *block)
{
    const struct source *source = document->source;
    bool beside = same_line(source, item->span.start, block->span.start);
    uint32_t column;

    if (!beside && (!column_in_quote(source, block->span.start, &column) ||
                    !column_is_inside(column, content.to)))
        return false;
    switch (block->kind) {
    case NODE_HEADING:
        return block->form != HEADING_SETEXT;
    case NODE_CODE_BLOCK:
        return !beside && content.to < content.from &&
               fence_holds(document, content, block);
    default:
        break;
    }
    return block->kind == NODE_PARAGRAPH || (block->kind == NODE_LIST && !beside);
}

/* Are all lines of a paragraph but its first one inside, however long the item's marker?
 * Of one that goes on lazily, cmark-gfm keeps the indent. */
static bool lines_are_inside(const struct source *source, struct shift content,
                             const struct node *paragraph)
{
    uint32_t last = source_line(source, paragraph->span.end);
    uint32_t line = source_line(source, paragraph->span.start) + 1;

    for (; line <= last; line++) {
        struct str text = str_trim(source_text(source, source_line_span(source, line)));
        uint32_t column;

        if (!column_in_quote(source, (uint32_t)(text.data - source->data), &column) ||
            column < content.to)
            return false;
    }
    return true;
}

/* Does a node somewhere in the item stay what it is? Lists in it keep their columns. */
static bool node_holds(const struct document *document, const struct node *item,
                       struct shift content, const struct node *node)
{
    const struct node *parent = node_parent(document, node);
    uint32_t column;

    switch (node->kind) {
    case NODE_PARAGRAPH:
        return lines_hold(document, content, node) &&
               (content.to <= content.from ||
                lines_are_inside(document->source, content, node));
    case NODE_ITEM:
        return node_parent(document, parent) != item ||
               (column_in_quote(document->source, node->span.start, &column) &&
                column_is_inside(column, content.to));
    case NODE_HEADING:
        /* In a list that is further in then, it would seem to be indented (MD023). */
        return content.to >= content.from || parent == item;
    case NODE_BLOCK_QUOTE:
    case NODE_FOOTNOTE_DEFINITION:
    case NODE_DIRECTIVE:
    case NODE_MATH_BLOCK:
        return false;
    default:
        break;
    }
    return true;
}

static bool lines_may_move(const struct document *document, const struct node *item,
                           uint32_t blanks)
{
    const struct source *source = document->source;
    struct shift content;

    if (!content_of(source, item, blanks, &content))
        return false;
    for (const struct node *block = node_child(document, item); block;
         block = node_sibling(document, block))
        if (!block_holds(document, item, content, block))
            return false;
    for (const struct node *node = item + 1; node < &document->nodes[item->next]; node++)
        if (!node_holds(document, item, content, node))
            return false;
    return true;
}

bool document_item_may_move(const struct document *document, const struct node *item,
                            uint32_t blanks, struct list_search *search)
{
    const struct source *source = document->source;

    /* Of indented code, each blank counts. */
    if (is_space_or_tab(source->data[item->item.text]) ||
        document_list_is_below_miss(document, item) || !ends_safely(document, item) ||
        !document_list_is_plain(document, item, search))
        return false;
    if (!same_line(source, item->span.start, item->span.end))
        return lines_may_move(document, item, blanks);
    /* A fence that nothing closes may have blank lines below it. */
    return document->nodes[item->next - 1].kind != NODE_CODE_BLOCK;
}
