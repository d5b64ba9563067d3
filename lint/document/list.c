/* list.c - where lists end, and what their fixes may do */

#include "lint/document/list.h"

#include "lint/base/ascii.h"
#include "lint/document/plain.h"

bool document_list_is_plain(const struct document *document, const struct node *node,
                            struct list_search *search)
{
    if (!search->plain_end)
        search->plain_end = document_plain_lists_end(document) + 1;
    return node->span.end < search->plain_end;
}

/* The column of an offset that only spaces and quote markers stand before on its line. */
static bool read_column(const struct source *source, uint32_t offset, uint32_t *column)
{
    uint32_t start = offset;

    while (start > source->text && !is_line_end(source->data[start - 1])) {
        start--;
        if (!is_one_of(source->data[start], " >"))
            return false;
    }
    *column = offset - start;
    return true;
}

bool document_item_may_move(const struct document *document, const struct node *item,
                            struct list_search *search)
{
    const struct source *source = document->source;
    uint32_t column;
    uint32_t next;

    /* Of indented code, each blank counts. */
    if (is_space_or_tab(source->data[item->item.text]) ||
        source_line(source, item->span.start) != source_line(source, item->span.end) ||
        !read_column(source, item->span.start, &column) ||
        !document_list_is_plain(document, item, search))
        return false;
    if (item->next == document->node_count)
        return true;
    return read_column(source, document->nodes[item->next].span.start, &next) &&
           next <= column;
}

/* Where the node itself ends, whatever is in it; 0 for a container that has no end of its
 * own. */
static uint32_t own_end(const struct document *document, const struct node *node)
{
    switch (node->kind) {
    case NODE_LIST:
        return 0;
    case NODE_BLOCK_QUOTE:
        return node_child(document, node) ? 0 : node->span.end;
    case NODE_ITEM:
        return node->item.marker.end;
    case NODE_FOOTNOTE_DEFINITION:
        return node->footnote.label.end;
    case NODE_DIRECTIVE:
        return span_empty(node->directive.closing) ? node->directive.name.end
                                                   : node->directive.closing.end;
    default:
        break;
    }
    return node->span.end;
}

uint32_t document_list_end(const struct document *document, const struct node *list)
{
    const struct node *node = &document->nodes[list->next - 1];
    uint32_t end = 0;

    for (; node != list; node = node_parent(document, node))
        if (own_end(document, node) > end)
            end = own_end(document, node);
    return source_line(document->source, end);
}
