/* directive_nodes.c - the nodes of directives and of blocks of formulas */

#include <string.h>

#include "lint/markdown/blocks.h"
#include "lint/markdown/directive.h"

struct fence *blocks_fence(const struct blocks *blocks, cmark_node *node)
{
    if (cmark_node_get_syntax_extension(node) != blocks->parse->listener)
        return NULL;
    return cmark_node_get_user_data(node);
}

static uint32_t fence_offset(const struct blocks *blocks, const struct fence *fence)
{
    const struct parse *parse = blocks->parse;

    return blocks_offset(parse, parse_line(fence->line), (uint32_t)fence->start);
}

/* Behind the last byte of the opening fence's line that is no blank. */
static uint32_t fence_end(const struct blocks *blocks, const struct fence *fence)
{
    return blocks_line_end(blocks->parse, parse_line(fence->line));
}

/* The closing fence; empty when there is none. */
static struct span closing_of(const struct blocks *blocks, const struct fence *fence)
{
    return fence->close ? blocks_closing_fence(blocks, parse_line(fence->close))
                        : span_make(0, 0);
}

static struct span directive_name_span(const struct blocks *blocks,
                                       const struct fence *fence)
{
    const char *data = blocks->parse->source->data;
    uint32_t start = fence_offset(blocks, fence) + (uint32_t)fence->size;
    struct str text = {data + start, fence_end(blocks, fence) - start};

    return span_make(start, start + (uint32_t)directive_name(text, 0));
}

void blocks_open_directive(struct blocks *blocks, const struct fence *fence)
{
    uint32_t end = fence_end(blocks, fence);
    struct node *node;

    tree_open(&blocks->tree, NODE_DIRECTIVE, span_make(fence_offset(blocks, fence), end));
    node = tree_top(&blocks->tree);
    node->level = fence->size > 255 ? 255 : (uint8_t)fence->size;
    node->marker = ':';
    node->content = span_make(end, end);
    node->directive.name = directive_name_span(blocks, fence);
}

void blocks_close_directive(struct blocks *blocks, const struct fence *fence)
{
    struct tree *tree = &blocks->tree;
    uint32_t first = tree->parent + 1;
    struct node *node = tree_top(tree);

    if (first < tree->count)
        node->content = span_make(tree->nodes[first].span.start, node->span.end);
    node->directive.closing = closing_of(blocks, fence);
    if (fence->close)
        node->span.end = node->directive.closing.end;
    tree_close(tree);
}

static void add_math(struct blocks *blocks, cmark_node *node, const struct fence *fence)
{
    struct str literal = str_from(cmark_node_get_literal(node));
    uint32_t start = fence_offset(blocks, fence);
    uint32_t info = start + (uint32_t)fence->size;
    uint32_t end = fence_end(blocks, fence);
    struct node *math = tree_add(&blocks->tree, NODE_MATH_BLOCK, span_make(start, end));

    while (info < end && strchr(" \t", blocks->parse->source->data[info]))
        info++;
    math->level = fence->size > 255 ? 255 : (uint8_t)fence->size;
    math->marker = '$';
    math->code_block.literal = literal;
    math->code_block.info = span_make(info, end);
    blocks_set_code_content(blocks, math, parse_line(fence->line),
                            closing_of(blocks, fence));
    tree_stretch(&blocks->tree);
}

void blocks_add_fenced(struct blocks *blocks, cmark_node *node, const struct fence *fence)
{
    if (fence->kind == FENCE_MATH) {
        add_math(blocks, node, fence);
    } else if (fence->kind == FENCE_LEAF) {
        blocks_open_directive(blocks, fence);
        blocks_close_directive(blocks, fence);
    }
}
