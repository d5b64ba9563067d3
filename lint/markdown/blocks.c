/* blocks.c - cmark's blocks become nodes with exact spans */

#include "lint/markdown/blocks.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/html.h"

static void add_thematic_break(struct blocks *blocks, uint32_t line, uint32_t start)
{
    struct node *node = tree_add(&blocks->tree, NODE_THEMATIC_BREAK,
                                 span_make(start, blocks_line_end(blocks->parse, line)));

    node->marker = blocks->parse->source->data[start];
}

static void add_indented_code(struct blocks *blocks, cmark_node *node, uint32_t line,
                              uint32_t start)
{
    struct str literal = str_from(cmark_node_get_literal(node));
    uint32_t last = line + blocks_count_lines(literal) - 1;
    struct node *code = tree_add(&blocks->tree, NODE_CODE_BLOCK,
                                 span_make(start, blocks_line_end(blocks->parse, last)));

    code->code_block.literal = literal;
}

/* The info string of a fence that is on this line. */
static struct span fence_info(const struct blocks *blocks, uint32_t line,
                              uint32_t fence_end)
{
    const char *data = blocks->parse->source->data;
    uint32_t end = blocks_line_end(blocks->parse, line);

    while (fence_end < end && is_space_or_tab(data[fence_end]))
        fence_end++;
    return span_make(fence_end, end);
}

/*
 * Was the block closed by a fence on this line? cmark says that a block ends one
 * line too late when its container ends; the container itself tells the truth.
 */
static bool fence_is_closed(cmark_node *node, uint32_t line)
{
    cmark_node *parent = cmark_node_parent(node);
    int number = (int)line + 1 + HEAD_LINES;

    if (cmark_node_get_end_line(node) < number)
        return false;
    return cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT ||
           cmark_node_get_end_line(parent) >= number;
}

static void add_fenced_code(struct blocks *blocks, cmark_node *node, uint32_t line,
                            uint32_t start)
{
    const char *data = blocks->parse->source->data;
    struct str literal = str_from(cmark_node_get_literal(node));
    uint32_t lines = blocks_count_lines(literal);
    uint32_t fence_end = start;
    struct span closing = {0, 0};
    struct node *code;

    while (data[fence_end] == data[start])
        fence_end++;
    code = tree_add(&blocks->tree, NODE_CODE_BLOCK, span_make(start, fence_end));
    code->flags |= NODE_FENCED;
    code->marker = data[start];
    code->level = fence_end - start > 255 ? 255 : (uint8_t)(fence_end - start);
    code->code_block.literal = literal;
    code->code_block.info = fence_info(blocks, line, fence_end);
    if (fence_is_closed(node, line + lines + 1))
        closing = blocks_closing_fence(blocks, line + lines + 1);
    blocks_set_code_content(blocks, code, line, closing);
}

/* One comment, from the start of its first line: markdownlint counts the indent of a
 * block that is in no other to the block. */
static bool is_comment(const struct blocks *blocks, uint32_t start, uint32_t line,
                       uint32_t last_line)
{
    const struct parse *parse = blocks->parse;

    if (blocks->tree.parent == 0 && parse->lines[line].start < start)
        return false;
    return html_is_comment_block(
        source_text(parse->source, span_make(start, parse->lines[last_line].end)));
}

static void add_html(struct blocks *blocks, cmark_node *node, uint32_t line,
                     uint32_t start)
{
    struct str literal = str_from(cmark_node_get_literal(node));
    uint32_t lines = blocks_count_lines(literal);
    uint32_t end =
        blocks_line_end(blocks->parse, line + blocks_count_text_lines(literal) - 1);

    bool comment = is_comment(blocks, start, line, line + lines - 1);

    tree_open(&blocks->tree, NODE_HTML_BLOCK, span_make(start, end));
    tree_top(&blocks->tree)->literal = literal;
    if (comment)
        tree_top(&blocks->tree)->flags |= NODE_COMMENT;
    else
        blocks_add_text(blocks, (struct leaf){0, line, lines, span_make(start, end)});
    tree_close(&blocks->tree);
}

static void add_plain_leaf(struct blocks *blocks, cmark_node *node)
{
    uint32_t line = parse_line(cmark_node_get_start_line(node));
    uint32_t start = blocks_offset(blocks->parse, line,
                                   (uint32_t)cmark_node_get_start_column(node) - 1);
    int ignored;
    char fence;

    if (cmark_node_get_type(node) == CMARK_NODE_THEMATIC_BREAK)
        add_thematic_break(blocks, line, start);
    else if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
        add_html(blocks, node, line, start);
    else if (cmark_node_get_fenced(node, &ignored, &ignored, &fence))
        add_fenced_code(blocks, node, line, start);
    else
        add_indented_code(blocks, node, line, start);
    tree_stretch(&blocks->tree);
}

void blocks_add_leaf(struct blocks *blocks, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    const struct fence *fence = blocks_fence(blocks, node);

    if (fence)
        blocks_add_fenced(blocks, node, fence);
    else if (type == CMARK_NODE_PARAGRAPH)
        blocks_add_paragraph(blocks, node);
    else if (type == CMARK_NODE_HEADING)
        blocks_add_heading(blocks, node);
    else if (cmark_node_get_syntax_extension(node) == blocks->parse->table)
        blocks_add_table(blocks, node);
    else
        add_plain_leaf(blocks, node);
}
