/* list.c - where lists end, and what their fixes may do */

#include "lint/document/list.h"

#include "lint/base/ascii.h"
#include "lint/document/code_parts.h"
#include "lint/document/lines.h"
#include "lint/document/plain.h"

bool document_list_is_plain(const struct document *document, const struct node *node,
                            struct list_search *search)
{
    if (!search->plain_end)
        search->plain_end = document_plain_lists_end(document) + 1;
    return node->span.end < search->plain_end;
}

static bool is_bullet_list(const struct node *node)
{
    return node && node->kind == NODE_LIST && !(node->flags & NODE_ORDERED);
}

static bool may_make_break(char c, char bullet)
{
    return c == bullet || is_one_of(c, " \t>-:|");
}

/* With the other bullet, is the first line of the item more than that? Other markers may
 * stand before this one, and become the same. */
static bool item_becomes_else(const struct document *document, const struct node *item,
                              char bullet)
{
    const struct source *source = document->source;
    uint32_t marker = item->span.start;
    struct span line = source_line_span(source, source_line(source, marker));
    uint32_t others = 0;

    for (uint32_t at = marker + 1; at < line.end; at++) {
        if (!may_make_break(source->data[at], bullet))
            return false;
        others += !is_space_or_tab(source->data[at]);
    }
    for (uint32_t at = marker;
         at > line.start && is_one_of(source->data[at - 1], " \t>*+-:|"); at--)
        others += !is_one_of(source->data[at - 1], " \t>");
    return others;
}

bool document_list_is_below_miss(const struct document *document, const struct node *list)
{
    return document->front_matter.miss &&
           node_index(document, list) < document->nodes[1].next;
}

bool document_bullets_may_change(const struct document *document, const struct node *list,
                                 char bullet)
{
    if (document_list_is_below_miss(document, list) ||
        is_bullet_list(node_sibling_before(document, list)) ||
        is_bullet_list(node_sibling(document, list)))
        return false;
    for (const struct node *item = node_child(document, list); item;
         item = node_sibling(document, item))
        if (item_becomes_else(document, item, bullet))
            return false;
    return true;
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
        return item_marker(node).end;
    case NODE_FOOTNOTE_DEFINITION:
        return node->footnote->label.end;
    case NODE_DIRECTIVE:
        return span_empty(node->directive->closing) ? node->directive->name.end
                                                    : node->directive->closing.end;
    default:
        break;
    }
    return node->span.end;
}

static bool is_unclosed_fence(const struct node *block)
{
    return block->kind == NODE_CODE_BLOCK && block->flags & NODE_FENCED &&
           span_empty(block->code_block->closing);
}

/* Does a container start in a quote there? */
static bool starts_in_quote(const struct document *document, uint32_t index)
{
    const struct node *node = &document->nodes[index];

    if (index == document->node_count)
        return false;
    return (node->kind == NODE_LIST || node->kind == NODE_BLOCK_QUOTE ||
            node->kind == NODE_FOOTNOTE_DEFINITION) &&
           node_quote_depth(document, node_parent(document, node));
}

/* The line that an empty quote ends on. In a quote the marker of what starts on the line
 * below belongs to it, by markdownlint. */
static uint32_t empty_quote_end(const struct document *document, const struct node *quote)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, quote->span.end);

    return line +
           (starts_in_quote(document, quote->next) &&
            source_line(source, document->nodes[quote->next].span.start) == line + 1);
}

/* The line that the last block of a list ends on. */
static uint32_t last_end(const struct document *document, const struct node *block)
{
    if (is_unclosed_fence(block))
        return code_value_end(document, block);
    if (block->kind == NODE_BLOCK_QUOTE)
        return empty_quote_end(document, block);
    while (block->flags & NODE_IN_HTML)
        block = node_parent(document, block);
    return block->kind == NODE_HTML_BLOCK ? document_html_end(document, block) : 0;
}

uint32_t document_list_end(const struct document *document, const struct node *list)
{
    const struct node *node = &document->nodes[list->next - 1];
    uint32_t last = last_end(document, node);
    uint32_t end = 0;

    for (; node != list; node = node_parent(document, node))
        if (own_end(document, node) > end)
            end = own_end(document, node);
    end = source_line(document->source, end);
    return end < last ? last : end;
}

/* The line of the last byte in the list; an unclosed fence may go on. */
static uint32_t content_end(const struct document *document, const struct node *list)
{
    const struct node *last = &document->nodes[list->next - 1];

    if (is_unclosed_fence(last))
        return document_fence_end(document, last);
    return source_line(document->source, list->span.end);
}

/* How many quotes are around the list: lists in lists share the way up. */
static uint32_t quotes_around(const struct document *document, const struct node *list,
                              struct list_search *search)
{
    const struct node *node = list;
    uint32_t quotes = 0;

    for (; node != document->nodes && node != search->list;
         node = node_parent(document, node))
        quotes += node->kind == NODE_BLOCK_QUOTE;
    if (node == search->list)
        quotes += search->quotes;
    search->list = list;
    search->quotes = quotes;
    return quotes;
}

static uint32_t blank_line_markers(const struct source *source, uint32_t line)
{
    uint32_t quotes;

    return line < source->line_count && line_is_blank_in_quotes(source, line, &quotes)
               ? quotes
               : 0;
}

/* Does the list, whose text ends on the line, end below it? What is below is the same for
 * the lists in it that end there. */
static bool ends_below(const struct document *document, const struct node *list,
                       uint32_t line, struct list_search *search)
{
    bool any = document->kinds & NODE_BIT(NODE_BLOCK_QUOTE);
    uint32_t quotes = any ? quotes_around(document, list, search) : 0;

    if (!quotes)
        return false;
    if (search->next != list->next) {
        search->next = list->next;
        search->container = starts_in_quote(document, list->next);
        search->markers = blank_line_markers(document->source, line + 1);
    }
    return search->container || search->markers >= quotes;
}

bool document_list_is_single(const struct document *document, const struct node *list,
                             struct list_search *search)
{
    const struct source *source = document->source;
    uint32_t line = content_end(document, list);
    uint32_t items = 0;

    for (const struct node *item = node_child(document, list); item;
         item = node_sibling(document, item))
        items++;
    return line + 1 == source_line(source, list->span.start) + items &&
           !ends_below(document, list, line, search);
}

bool document_item_goes_on(const struct document *document, const struct node *item)
{
    const struct node *block = node_child(document, item);
    uint32_t blocks = 0;

    for (; block; block = node_sibling(document, block))
        blocks += block->kind != NODE_LIST;
    return blocks > 1;
}
