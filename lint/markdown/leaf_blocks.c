/* leaf_blocks.c - code, formulas, HTML, headings of one line, thematic breaks */

#include <string.h>

#include "lint/markdown/block_parser.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/html.h"

void blocks_add_leaf(struct blocks *blocks, struct leaf leaf)
{
    blocks->leaves = arena_make_room(blocks->arena, blocks->leaves, blocks->leaf_count,
                                     &blocks->leaf_capacity, sizeof(*blocks->leaves));
    leaf.node = blocks->tree.parent;
    blocks->leaves[blocks->leaf_count++] = leaf;
}

void blocks_add_verbatim_line(struct block_parser *parser)
{
    const struct line_cursor *cursor = &parser->cursor;

    parser->blocks->text_starts[parser->line] = cursor->at | cursor_tab_rest(cursor)
                                                                 << TEXT_START_BITS;
    parser_tip(parser)->last_line = parser->line;
}

struct span blocks_closing_fence(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->source->data;
    uint32_t end = blocks_line_end(blocks, line);
    uint32_t start = end;

    while (start > blocks->lines[line].start && data[start - 1] == data[end - 1])
        start--;
    return span_make(start, end);
}

/* Do the lines stand in the file as they are in the block, each with a LF? */
static bool is_one_piece(const struct blocks *blocks, uint32_t line, uint32_t end)
{
    for (uint32_t i = line; i < end; i++)
        if (blocks->text_starts[i] != blocks->lines[i].start ||
            blocks->lines[i].flags & LINE_CR)
            return false;
    return blocks->lines[end - 1].end < blocks->source->size;
}

/* The line without what belongs to containers, and with a LF. */
static char *copy_line(const struct blocks *blocks, uint32_t line, char *out)
{
    uint32_t rest = blocks_tab_rest(blocks, line);
    uint32_t start = blocks_text_start(blocks, line) + (rest > 0);
    uint32_t length = blocks->lines[line].end - start;

    memset(out, ' ', rest);
    memcpy(out + rest, blocks->source->data + start, length);
    out[rest + length] = '\n';
    return out + rest + length + 1;
}

/* The text of the lines from `line` up to before `end`. */
static struct str literal_of(const struct blocks *blocks, uint32_t line, uint32_t end)
{
    uint32_t start = line < end ? blocks->lines[line].start : 0;
    size_t size = line < end ? blocks->lines[end].start - start : 0;
    char *copy;
    char *out;

    if (line >= end || blocks->features & MARKDOWN_NO_TEXT)
        return STR("");
    if (is_one_piece(blocks, line, end))
        return (struct str){blocks->source->data + start, size};
    copy = arena_raw(blocks->kept, size + (size_t)BLOCK_TAB_STOP * (end - line));
    out = copy;
    for (uint32_t i = line; i < end; i++)
        out = copy_line(blocks, i, out);
    return (struct str){copy, (size_t)(out - copy)};
}

/* The lines from `line` up to before `end` without the blank ones at their end; the line
 * after what is left. */
static uint32_t text_end(const struct blocks *blocks, uint32_t line, uint32_t end)
{
    while (end > line &&
           blocks_line_end(blocks, end - 1) <= blocks_text_start(blocks, end - 1))
        end--;
    return end;
}

static struct node_code_block *new_code_block(const struct blocks *blocks)
{
    return arena_alloc(blocks->kept, sizeof(struct node_code_block));
}

static void add_indented_code(struct blocks *blocks, const struct open_block *block)
{
    uint32_t end = text_end(blocks, block->line, block->last_line + 1);
    struct node *node =
        tree_add(&blocks->tree, NODE_CODE_BLOCK,
                 span_make(block->start, blocks_line_end(blocks, end - 1)));
    struct node_code_block *code = new_code_block(blocks);

    code->literal = literal_of(blocks, block->line, end);
    node->code_block = code;
}

/* Sets content and end of a block between fences; of one that no fence closes, blank
 * lines at its end are left out. */
static void set_content(const struct blocks *blocks, struct node *node,
                        const struct open_block *block)
{
    uint32_t first = block->line + 1;
    uint32_t end = block->closed ? block->last_line : block->last_line + 1;
    uint32_t last = text_end(blocks, first, end);
    uint32_t text = blocks_line_end(blocks, last - 1);

    node->content =
        first < end ? span_make(blocks->lines[first].start, blocks->lines[end - 1].end)
                    : span_make(text, text);
    if (block->closed) {
        node->span.end = blocks_line_end(blocks, block->last_line);
        return;
    }
    node->span.end = text;
    if (node->content.end > text)
        node->content.end = text;
    if (node->content.start > node->content.end)
        node->content.start = node->content.end;
}

/* What it has besides; info is that of its first line. */
static const struct node_code_block *between_fences(const struct blocks *blocks,
                                                    const struct open_block *block,
                                                    struct span info)
{
    struct node_code_block *code = new_code_block(blocks);
    uint32_t end = block->closed ? block->last_line : block->last_line + 1;

    code->info = info;
    code->literal = literal_of(blocks, block->line + 1, end);
    if (block->closed)
        code->closing = blocks_closing_fence(blocks, block->last_line);
    return code;
}

static void add_fenced(struct blocks *blocks, const struct open_block *block)
{
    const char *data = blocks->source->data;
    uint32_t info = block->start + block->length;
    uint32_t end = blocks_line_end(blocks, block->line);
    struct node *node =
        tree_add(&blocks->tree, block->kind, span_make(block->start, info));

    while (info < end && is_space_or_tab(data[info]))
        info++;
    node->flags |= block->kind == NODE_CODE_BLOCK ? NODE_FENCED : 0;
    node->marker = block->marker;
    node->level = block->length > 255 ? 255 : (uint8_t)block->length;
    node->code_block = between_fences(blocks, block, span_make(info, end));
    set_content(blocks, node, block);
}

void blocks_close_code(struct block_parser *parser)
{
    struct blocks *blocks = parser->blocks;
    struct open_block *block = parser_tip(parser);

    if (block->length) {
        add_fenced(blocks, block);
    } else {
        add_indented_code(blocks, block);
        block->last_line = text_end(blocks, block->line, block->last_line + 1) - 1;
    }
    tree_stretch(&blocks->tree);
}

/* One comment, from the start of its first line: markdownlint counts the indent of a
 * block that is in no other to the block. */
static bool is_comment(const struct blocks *blocks, const struct open_block *block)
{
    struct span span = span_make(block->start, blocks->lines[block->last_line].end);

    if (blocks->tree.parent == 0 && blocks->lines[block->line].start < block->start)
        return false;
    return html_is_comment_block(source_text(blocks->source, span));
}

void blocks_close_html(struct block_parser *parser)
{
    struct blocks *blocks = parser->blocks;
    struct tree *tree = &blocks->tree;
    struct open_block *block = parser_tip(parser);
    uint32_t lines = block->last_line + 1 - block->line;
    uint32_t last = text_end(blocks, block->line, block->last_line + 1) - 1;
    struct span span = span_make(block->start, blocks_line_end(blocks, last));
    bool comment = is_comment(blocks, block);

    tree_open(tree, NODE_HTML_BLOCK, span);
    node_set_literal(tree_top(tree), blocks->kept,
                     literal_of(blocks, block->line, block->line + lines));
    if (comment)
        tree_top(tree)->flags |= NODE_COMMENT;
    else
        blocks_add_leaf(blocks, (struct leaf){0, block->line, lines, span});
    tree_close(tree);
    block->last_line = last;
}

/* The closing run of an ATX heading whose text is from start to end, else empty. */
static struct span closing_run(const char *data, uint32_t start, uint32_t end)
{
    uint32_t run = end;

    while (run > start && data[run - 1] == '#')
        run--;
    if (run == end || (run > start && !is_space_or_tab(data[run - 1])))
        return span_make(end, end);
    return span_make(run, end);
}

static struct span trim(const char *data, struct span span)
{
    while (span.start < span.end && is_space_or_tab(data[span.start]))
        span.start++;
    while (span.end > span.start && is_space_or_tab(data[span.end - 1]))
        span.end--;
    return span;
}

void blocks_add_atx_heading(struct block_parser *parser, uint32_t level)
{
    struct blocks *blocks = parser->blocks;
    const char *data = blocks->source->data;
    uint32_t start = parser->cursor.text;
    uint32_t end = blocks_line_end(blocks, parser->line);
    struct span content = trim(data, span_make(start + level, end));
    struct span closing = closing_run(data, content.start, end);
    struct node *heading;

    blocks_make_place(parser, NODE_HEADING);
    tree_open(&blocks->tree, NODE_HEADING, span_make(start, end));
    heading = tree_top(&blocks->tree);
    heading->content = trim(data, span_make(content.start, closing.start));
    heading->heading.closing = closing;
    heading->level = (uint8_t)level;
    heading->form = span_empty(closing) ? HEADING_ATX : HEADING_ATX_CLOSED;
    content = heading->content;
    if (!span_empty(content))
        blocks_add_leaf(blocks, (struct leaf){0, parser->line, 1, content});
    tree_close(&blocks->tree);
    blocks_end_line_block(parser);
}

void blocks_add_thematic_break(struct block_parser *parser)
{
    struct blocks *blocks = parser->blocks;
    uint32_t start = parser->cursor.text;
    struct node *node;

    blocks_make_place(parser, NODE_THEMATIC_BREAK);
    node = tree_add(&blocks->tree, NODE_THEMATIC_BREAK,
                    span_make(start, blocks_line_end(blocks, parser->line)));
    node->marker = blocks->source->data[start];
    tree_stretch(&blocks->tree);
    blocks_end_line_block(parser);
}
