/* blank_line.c - a blank line put between two blocks */

#include "lint/document/blank_line.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/white_space.h"
#include "lint/document/blank_below.h"
#include "lint/document/indent.h"
#include "lint/document/item_lines.h"
#include "lint/document/lines.h"
#include "lint/document/quote_columns.h"

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
    if (block->kind == NODE_MATH_BLOCK)
        return span_empty(block->code_block->closing);
    if (block->kind == NODE_CODE_BLOCK)
        return (block->flags & NODE_FENCED) && span_empty(block->code_block->closing);
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
    return block->kind != NODE_HTML_BLOCK && is_unclosed(block);
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

/* Where the content of the container begins on later lines; false where that is not
 * known. */
static bool content_column(const struct document *document, const struct node *container,
                           uint32_t *column)
{
    *column = 0;
    if (container->kind != NODE_ITEM)
        return container->kind != NODE_FOOTNOTE_DEFINITION;
    if (!column_in_quote(document->source, container->span.start, column))
        return false;
    *column += container->item.text - container->span.start;
    return true;
}

/* Is the line (0-based), where a table begins right below a text, the same in a paragraph
 * of its own? Not if it goes on lazily, or could begin another block. */
static bool begins_table(const struct document *document, const struct node *row,
                         uint32_t line)
{
    const struct source *source = document->source;
    const struct node *around = node_parent(document, node_parent(document, row));
    struct str text =
        source_text(source, span_make(document_text_start(document, row, line),
                                      source_line_span(source, line).end));
    uint32_t content, column, quotes;

    text = str_trim(text);
    line_is_blank_in_quotes(source, line, &quotes);
    return content_column(document, around, &content) &&
           quotes >= node_quote_depth(document, around) &&
           column_in_quote(source, (uint32_t)(text.data - source->data), &column) &&
           column_is_inside(column, content) && text.len && *text.data != '[' &&
           (*text.data == '|' || !text_may_begin_block(text));
}

/* Are two blanks after the marker of a quote that the line above hides from markdownlint
 * (MD027)? It does so with those below a directive, and where a container ends. */
static bool bares_blanks(const struct document *document, const struct node *above,
                         const struct node *below, uint32_t at)
{
    const struct source *source = document->source;
    struct span line = source_line_span(source, at);
    const struct node *common = below;
    uint32_t text = line.start;
    uint32_t end = text;

    if (!node_quote_depth(document, below))
        return false;
    for (; text < line.end && is_one_of(source->data[text], " \t>"); text++)
        end = source->data[text] == '>' ? text + 1 : end;
    while (node_index(document, above) >= common->next ||
           node_index(document, above) < node_index(document, common))
        common = node_parent(document, common);
    return (above->kind == NODE_DIRECTIVE || node_parent(document, above) != common) &&
           quote_column(source, text) > quote_column(source, end) + 1;
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

/* `{: .class }` in a line of its own, in quotes as well: text to CommonMark. */
static bool is_attribute_list(const struct document *document, uint32_t line)
{
    struct str text = document_line(document, line);
    size_t start = 0;

    while (start < text.len && is_one_of(text.data[start], " \t>"))
        start++;
    text = str_trim((struct str){text.data + start, text.len - start});
    return str_starts(text, STR("{:")) && str_ends(text, STR("}"));
}

/* Attributes are those of the block right above, or else of the one right below. */
static bool detaches(const struct document *document, uint32_t at)
{
    if (is_attribute_list(document, at))
        return true;
    return is_attribute_list(document, at - 1) &&
           (is_blank(document, at - 2) || is_attribute_list(document, at - 2));
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
        (document_line_node(document, at)->kind == NODE_TABLE_ROW &&
         !begins_table(document, document_line_node(document, at), at)) ||
        bares_blanks(document, above, document_line_node(document, at), at) ||
        begins_item(above, document, at))
        return BLANK_LINE_PARTS;
    if (looks_blank(document, at - 1) || looks_blank(document, at))
        return BLANK_LINE_DOUBLES;
    if (detaches(document, at))
        return BLANK_LINE_DETACHES;
    /* An item that ends in one is loose for that reason alone, to some programs. */
    if ((above->kind == NODE_DEFINITION && above->parent) ||
        (above->kind == NODE_THEMATIC_BREAK &&
         blank_below_would_contest(document, above)))
        return BLANK_LINE_LOOSENS;
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

/* In how many quotes a blank line before line `at` must be so that those around both it
 * and the line above go on. */
static uint32_t quotes_over(const struct document *document, uint32_t at)
{
    if (is_blank(document, at - 1) || is_blank(document, at))
        return 0;
    return node_quote_depth(document, common_block(document, at));
}

static uint32_t count_markers(struct str prefix)
{
    uint32_t count = 0;

    for (size_t i = 0; i < prefix.len; i++)
        count += prefix.data[i] == '>';
    return count;
}

/* Do the line, and one before it, count as a part of a comment that began further up? */
static bool is_in_comment(const struct document *document, uint32_t line)
{
    uint32_t start = document->source->lines[line].start;

    return *document_line(document, line).data != document->source->data[start];
}

struct str blank_lines(const struct document *document, const struct blank_line_gap *gap,
                       struct arena *arena)
{
    uint32_t depth = quotes_over(document, gap->at);
    struct str prefix = document_quote_prefix(document, gap->own, depth, arena);
    struct str newline = document->source->newline;
    size_t size = prefix.len + newline.len;
    char *text = arena_raw(arena, size * gap->count);

    if (count_markers(prefix) < depth || (depth && is_in_comment(document, gap->at)))
        return (struct str){NULL, 0};
    for (uint32_t i = 0; i < gap->count; i++) {
        if (prefix.len)
            memcpy(text + size * i, prefix.data, prefix.len);
        memcpy(text + size * i + prefix.len, newline.data, newline.len);
    }
    return (struct str){text, size * gap->count};
}
