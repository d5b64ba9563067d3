/* blank_line.c - a blank line put between two blocks */

#include "lint/document/blank_line.h"

#include <string.h>

#include "lint/base/white_space.h"
#include "lint/document/lines.h"

static bool is_blank(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;

    return line < document->body_line || line >= source->line_count ||
           (source->lines[line].flags & LINE_BLANK);
}

/* The innermost block that goes on from the line above `at` to that line. */
static const struct node *common_block(const struct document *document, uint32_t at)
{
    uint32_t above = node_index(document, document_line_node(document, at - 1));
    const struct node *block = document_line_node(document, at);

    /* A directive is text to some programs. */
    while (above < node_index(document, block) || above >= block->next ||
           block->kind == NODE_DIRECTIVE)
        block = node_parent(document, block);
    return block;
}

/* Does the block go on until its container ends? HTML may, and need not. */
static bool is_unclosed(const struct node *block)
{
    if (block->kind == NODE_CODE_BLOCK)
        return (block->flags & NODE_FENCED) && span_empty(block->code_block.closing);
    return block->kind == NODE_HTML_BLOCK;
}

/* Does a blank line above `at` belong to the block above, which ends for want of an
 * indent, not of a fence? */
static bool extends_code(const struct document *document, uint32_t at)
{
    const struct node *block;

    while (at > document->body_line && is_blank(document, at - 1))
        at--;
    if (at == document->body_line)
        return false;
    block = document_line_node(document, at - 1);
    return block->kind == NODE_CODE_BLOCK && is_unclosed(block);
}

/* `[a]: /url` above `-` and `-`, `:::note` above a line and `---`, or above that alone:
 * what is one block to some programs, and cannot begin one, may begin another after a
 * blank line. */
static bool parts(const struct source *source, const struct node *above,
                  const struct node *below)
{
    bool underline =
        below->kind == NODE_THEMATIC_BREAK && source->data[below->span.start] == '-';

    return (underline || below->kind == NODE_TABLE || below->kind == NODE_TABLE_ROW ||
            (below->kind == NODE_HEADING && below->form == HEADING_SETEXT)) &&
           (above->kind == NODE_DEFINITION || above->kind == NODE_DIRECTIVE ||
            above->kind == NODE_MATH_BLOCK);
}

/* An item with paragraphs shows whether its list is tight; most lists have one first. */
enum { ITEMS_MAX = 64 };

/* Does nothing in the list look different when it is loose? */
static bool hides_tightness(const struct document *document, const struct node *list)
{
    const struct node *item = node_child(document, list);

    for (int i = 0; item; item = node_sibling(document, item)) {
        const struct node *block = node_child(document, item);

        if (i++ == ITEMS_MAX || !block)
            return false;
        for (; block; block = node_sibling(document, block))
            if (block->kind != NODE_CODE_BLOCK)
                return false;
    }
    return true;
}

/* A no-break space is text, and looks like nothing. */
static bool looks_blank(const struct document *document, uint32_t line)
{
    return document->source->lines[line].flags & LINE_TRAILING_SPACE &&
           white_space_only(document_line(document, line));
}

/* Does an item begin on the line, below what is text to some programs? It may not
 * interrupt that. */
static bool begins_item(const struct node *above, const struct document *document,
                        uint32_t at)
{
    const struct node *block = document_line_node(document, at);

    if (above->kind != NODE_DIRECTIVE && above->kind != NODE_MATH_BLOCK)
        return false;
    if (block->kind != NODE_ITEM)
        block = node_parent(document, block);
    return block->kind == NODE_ITEM &&
           source_line(document->source, block->span.start) == at;
}

enum blank_line_effect blank_line_effect(const struct document *document, uint32_t at)
{
    const struct node *above;
    const struct node *block;

    if (is_blank(document, at))
        return BLANK_LINE_NONE;
    if (is_blank(document, at - 1))
        return extends_code(document, at) ? BLANK_LINE_EXTENDS : BLANK_LINE_NONE;
    above = document_line_node(document, at - 1);
    if (parts(document->source, above, document_line_node(document, at)) ||
        begins_item(above, document, at))
        return BLANK_LINE_PARTS;
    if (looks_blank(document, at - 1) || looks_blank(document, at))
        return BLANK_LINE_DOUBLES;
    block = common_block(document, at);
    if (is_unclosed(above) && node_parent(document, above) != block)
        return BLANK_LINE_EXTENDS;
    if (block->kind == NODE_ITEM) {
        if (block == above)
            return BLANK_LINE_ENDS;
        block = node_parent(document, block);
    }
    if (block->kind != NODE_LIST || !(block->flags & NODE_TIGHT) ||
        hides_tightness(document, block))
        return BLANK_LINE_NONE;
    return BLANK_LINE_LOOSENS;
}

/* What a blank line before line `at` must start with so that the quotes around both it
 * and the line above go on: "> >"; empty outside of quotes. */
static struct str quote_prefix(const struct document *document, uint32_t at, uint32_t own,
                               struct arena *arena)
{
    if (is_blank(document, at - 1) || is_blank(document, at))
        return (struct str){NULL, 0};
    return document_quote_prefix(
        document, own, node_quote_depth(document, common_block(document, at)), arena);
}

struct str blank_lines(const struct document *document, const struct blank_line_gap *gap,
                       struct arena *arena)
{
    struct str prefix = quote_prefix(document, gap->at, gap->own, arena);
    struct str newline = document->source->newline;
    size_t size = prefix.len + newline.len;
    char *text = arena_raw(arena, size * gap->count);

    for (uint32_t i = 0; i < gap->count; i++) {
        if (prefix.len)
            memcpy(text + size * i, prefix.data, prefix.len);
        memcpy(text + size * i + prefix.len, newline.data, newline.len);
    }
    return (struct str){text, size * gap->count};
}
