/* code_parts.c - which lines are code for markdownlint */

#include "lint/document/code_parts.h"

#include "lint/base/ascii.h"
#include "lint/document/lines.h"
#include "lint/markdown/block_columns.h"

static uint32_t columns(const struct source *source, uint32_t start, uint32_t end)
{
    return block_column_after(0, source_text(source, span_make(start, end)));
}

/* The columns before `end` that stand after so many quote markers on its line, and the
 * one blank that belongs to the last. */
static uint32_t columns_after_quotes(const struct source *source, uint32_t end,
                                     uint32_t quotes)
{
    uint32_t line = source->lines[source_line(source, end)].start;
    uint32_t at = line;
    uint32_t start;

    for (uint32_t left = quotes; at < end && left > 0; at++)
        left -= source->data[at] == '>';
    start = columns(source, line, at);
    start += quotes && at < end && is_space_or_tab(source->data[at]);
    return columns(source, line, end) - start;
}

/* The columns of a footnote's label or indent before a block in it: blank lines need
 * neither. */
static uint32_t footnote_columns(const struct document *document,
                                 const struct node *footnote, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source->lines[source_line(source, block->span.start)].start;

    if (footnote->span.start < line)
        return FOOTNOTE_INDENT;
    return columns(source, line, node_child(document, footnote)->span.start) -
           columns(source, line, footnote->span.start);
}

/* Without the columns of the footnotes around a block, up to the next quote. */
static uint32_t outside_footnotes(const struct document *document,
                                  const struct node *block, uint32_t needed)
{
    const struct node *node = node_parent(document, block);

    for (; node != document->nodes && node->kind != NODE_BLOCK_QUOTE;
         node = node_parent(document, node))
        if (node->kind == NODE_FOOTNOTE_DEFINITION)
            needed -= footnote_columns(document, node, block);
    return needed;
}

/* How many columns a blank line needs after its quote markers to go on with indented
 * code. */
static uint32_t blank_columns(const struct document *document, const struct node *code,
                              uint32_t quotes)
{
    const struct node *node = node_parent(document, code);
    const struct source *source = document->source;
    uint32_t needed = columns_after_quotes(source, code->span.start, quotes);

    /* Of a tab that the code starts in, the first columns are indent. */
    if (code->kind == NODE_CODE_BLOCK && needed < CODE_INDENT)
        needed = CODE_INDENT;
    /* Then the item's text starts one column after its marker; a tab may reach on. */
    if (node->kind == NODE_ITEM &&
        source_line(source, node->span.start) == source_line(source, code->span.start))
        needed =
            columns_after_quotes(source, item_marker(node).end, quotes) + 1 + CODE_INDENT;
    return outside_footnotes(document, code, needed);
}

/* Does the first line of indented code end a list, quote or footnote? For markdownlint
 * the code ends there, too, and what comes after it is another block. */
static bool ends_container(const struct document *document, const struct node *code)
{
    const struct source *source = document->source;
    const struct node *before;

    if (code->kind != NODE_CODE_BLOCK || code->flags & NODE_FENCED)
        return false;
    before = node_sibling_before(document, code);
    if (!before)
        return false;
    /* Blank lines do not end these, but a quote. */
    if (before->kind == NODE_LIST || before->kind == NODE_FOOTNOTE_DEFINITION)
        return true;
    return before->kind == NODE_BLOCK_QUOTE &&
           source_line(source, before->span.end) + 1 ==
               source_line(source, code->span.start);
}

uint32_t code_second_part(const struct document *document, const struct node *code)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, code->span.start);
    uint32_t last = source_line(source, code->span.end);
    uint32_t depth, quotes;

    if (line == last || !ends_container(document, code))
        return 0;
    depth = node_quote_depth(document, code);
    while (++line < last && line_is_blank_in_quotes(source, line, &quotes) &&
           quotes == depth)
        ;
    return line;
}

bool code_line_parts(const struct document *document, uint32_t line)
{
    const struct node *block = document_line_node(document, line);

    return document->source->lines[line].flags & LINE_BLANK &&
           code_second_part(document, block) > line;
}

uint32_t code_tail(const struct document *document, const struct node *code,
                   struct span lines)
{
    const struct source *source = document->source;
    uint32_t depth = node_quote_depth(document, code);
    uint32_t indent =
        code->flags & NODE_FENCED ? 0 : blank_columns(document, code, depth);
    uint32_t tail = lines.start;
    uint32_t quotes;

    if (source_line(source, code->span.start) == source_line(source, code->span.end) &&
        ends_container(document, code))
        return tail;
    for (uint32_t i = tail; i < lines.end; i++) {
        if (!line_is_blank_in_quotes(source, i, &quotes) || quotes != depth)
            break;
        if (columns_after_quotes(source, source->lines[i].end, depth) >= indent)
            tail = i + 1;
    }
    return tail;
}

uint32_t code_value_end(const struct document *document, const struct node *fence)
{
    const struct source *source = document->source;
    uint32_t depth = node_quote_depth(document, fence);
    uint32_t indent = outside_footnotes(
        document, fence, columns_after_quotes(source, fence->span.start, depth));
    uint32_t line = source_line(source, fence->span.end);
    uint32_t end = line;

    while (++line < source->line_count && document_line_node(document, line) == fence)
        if (columns_after_quotes(source, source->lines[line].end, depth) > indent)
            end = line;
    return end;
}
