/* blank_below.c - blank lines that make a list loose to some programs alone */

#include "lint/document/blank_below.h"

#include "lint/document/lines.h"

static bool is_blank(const struct source *source, uint32_t line)
{
    uint32_t quotes;

    return line < source->line_count && line_is_blank_in_quotes(source, line, &quotes);
}

/* Is a blank line below the block outside of it for every program, and heeded? */
static bool shows_blank(const struct node *block)
{
    if (block->kind == NODE_CODE_BLOCK)
        return block->flags & NODE_FENCED && !span_empty(block->code_block->closing);
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING ||
           block->kind == NODE_TABLE || block->kind == NODE_BLOCK_QUOTE;
}

/* Is a blank line below the block that every program sees? One of a list may be below
 * what is in it, that of a quote is not the quote's own. */
static bool has_blank_below(const struct document *document, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, block->span.end) + 1;
    uint32_t quotes;

    if (!shows_blank(block) || line >= source->line_count)
        return false;
    return line_is_blank_in_quotes(source, line, &quotes) &&
           quotes <= node_quote_depth(document, node_parent(document, block));
}

/* Does something follow the block in its list, which every program sees? */
static bool goes_on(const struct document *document, const struct node *item,
                    const struct node *block)
{
    do
        block = node_sibling(document, block);
    while (block && block->kind == NODE_DEFINITION);
    return block || node_sibling(document, item);
}

/* Is the list loose for what stands in it, whatever is below breaks and definitions? */
static bool is_surely_loose(const struct document *document, const struct node *list)
{
    for (const struct node *item = node_child(document, list); item;
         item = node_sibling(document, item))
        for (const struct node *block = node_child(document, item); block;
             block = node_sibling(document, block))
            if (has_blank_below(document, block) && goes_on(document, item, block))
                return true;
    return false;
}

/* The list that a blank line below the node is in: the innermost one that goes on there;
 * NULL: none. */
static const struct node *list_around(const struct document *document,
                                      const struct node *node)
{
    while (node_parent(document, node)->kind == NODE_ITEM) {
        const struct node *item = node_parent(document, node);

        if (node_sibling(document, node) || node_sibling(document, item))
            return node_parent(document, item);
        node = node_parent(document, item);
    }
    return NULL;
}

bool blank_below_would_contest(const struct document *document, const struct node *node)
{
    const struct node *list = list_around(document, node);

    return list && !is_surely_loose(document, list);
}

bool blank_below_contested(const struct document *document, const struct node *node)
{
    const struct source *source = document->source;

    return node->parent && is_blank(source, source_line(source, node->span.end) + 1) &&
           blank_below_would_contest(document, node);
}

bool blank_above_contested(const struct document *document, const struct node *definition)
{
    const struct node *item = node_parent(document, definition);
    uint32_t line = source_line(document->source, definition->span.start);

    return item->kind == NODE_ITEM && node_child(document, item) != definition &&
           is_blank(document->source, line - 1) &&
           !is_surely_loose(document, node_parent(document, item));
}
