/* list_line.c - the item of a list that a line belongs to */

#include "lint/document/list_line.h"

/* The innermost block on the line or, when that is blank, on the next that is not; NULL
 * after the last. Lines come in order, so the search goes on where it ended. */
static const struct node *block_from(const struct document *document, uint32_t line,
                                     struct list_line_search *search)
{
    const struct source *source = document->source;

    if (search->next_text < line)
        search->next_text = line;
    while (search->next_text < source->line_count &&
           (source->lines[search->next_text].flags & LINE_BLANK))
        search->next_text++;
    return search->next_text < source->line_count
               ? document_line_node(document, search->next_text)
               : NULL;
}

const struct node *document_line_item(const struct document *document, uint32_t line,
                                      struct list_line_search *search)
{
    uint32_t end = document->source->lines[line].end;
    const struct node *list = block_from(document, line, search);
    const struct node *item = NULL;

    while (list && (list->kind != NODE_LIST || list->span.start > end))
        list = list == document->nodes ? NULL : node_parent(document, list);
    for (const struct node *next = list ? node_child(document, list) : NULL;
         next && next->span.start <= end; next = node_sibling(document, next))
        item = next;
    return item;
}

static uint32_t line_of(const struct document *document, const struct node *node)
{
    return source_line(document->source, node->span.start);
}

/* Does a paragraph that is a child of the item begin on the line or below? */
static bool has_text_from(const struct document *document, const struct node *item,
                          uint32_t line)
{
    const struct node *child = node_child(document, item);

    for (; child; child = node_sibling(document, child))
        if ((child->kind == NODE_PARAGRAPH || child->kind == NODE_DEFINITION) &&
            line_of(document, child) >= line)
            return true;
    return false;
}

/* Is the line, which is not the first of the item, indented by this item: is it blank, or
 * does a block of the item begin there? */
static bool is_indented(const struct document *document, const struct node *item,
                        uint32_t line)
{
    const struct node *child = node_child(document, item);

    if (document->source->lines[line].flags & LINE_BLANK)
        return true;
    while (child && line_of(document, child) < line)
        child = node_sibling(document, child);
    return child && line_of(document, child) == line;
}

/* Is it the first line of an item, not the first item of its list, that is inside another
 * item? */
static bool is_nested(const struct document *document, const struct node *item)
{
    const struct node *list = node_parent(document, item);

    return list->span.start != item->span.start &&
           node_parent(document, list)->kind == NODE_ITEM;
}

bool document_line_is_item_gap(const struct document *document, uint32_t line,
                               struct list_line_search *search)
{
    const struct node *item = document_line_item(document, line, search);

    if (!item)
        return false;
    if (line_of(document, item) == line)
        return !is_nested(document, item);
    return !is_indented(document, item, line) || has_text_from(document, item, line);
}
