/* contested_table.c - where cmark-gfm sees a table, or none */

#include "lint/document/contested_table.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/document/indent.h"
#include "lint/document/item_lines.h"
#include "lint/document/lines.h"
#include "lint/document/quote_columns.h"
#include "lint/markdown/block_columns.h"

static bool is_right_below(const struct document *document, const struct node *block,
                           const struct node *below)
{
    return source_line(document->source, block->span.end) + 1 >=
           source_line(document->source, below->span.start);
}

/* Is the first of a row of definitions, or a paragraph right below, above a table? All of
 * them is one paragraph, and text, until the table is read. */
static bool has_table_below(const struct document *document,
                            const struct node *definition)
{
    const struct node *above = node_sibling_before(document, definition);
    const struct node *below;

    if (above && above->kind == NODE_DEFINITION &&
        is_right_below(document, above, definition))
        return false;
    for (above = definition; (below = node_sibling(document, above)); above = below) {
        if (!is_right_below(document, above, below) || above->kind == NODE_PARAGRAPH)
            return below->kind == NODE_TABLE && is_right_below(document, above, below);
        if (below->kind != NODE_DEFINITION && below->kind != NODE_PARAGRAPH)
            return below->kind == NODE_TABLE;
    }
    return false;
}

static bool is_lone_pipe(const struct document *document, const struct node *row)
{
    uint32_t pipes = 0;

    for (uint32_t at = row->span.start; at < row->span.end; at++) {
        if (!is_one_of(document->source->data[at], "| \t"))
            return false;
        pipes += document->source->data[at] == '|';
    }
    return pipes == 1;
}

/* Is a pipe, or an indented one, right below a table? */
static bool is_pipe_below(const struct document *document, const struct node *block)
{
    const struct node *above;

    if (!(document->kinds & NODE_BIT(NODE_TABLE)) || !is_lone_pipe(document, block))
        return false;
    above = node_sibling_before(document, block);
    return above && above->kind == NODE_TABLE && is_right_below(document, above, block);
}

/* Does the first row of the table go on lazily, without a marker or blanks that what is
 * around it has? To cmark-gfm its blanks are a cell. */
static bool begins_lazily(const struct document *document, const struct node *table)
{
    const struct node *item = node_ancestor(document, table, NODE_ITEM);
    const struct source *source = document->source;
    uint32_t line = source_line(source, table->span.start);
    uint32_t column, content, quotes;

    if (!table->parent ||
        line == source_line(source, node_parent(document, table)->span.start))
        return false;
    line_is_blank_in_quotes(source, line, &quotes);
    if (quotes < node_quote_depth(document, table))
        return true;
    return item && column_in_quote(source, table->span.start, &column) &&
           column_in_quote(source, item->span.start, &content) &&
           column < content + item->item.text - item->span.start;
}

/* Is the line (0-based) like the second one of a table? */
static bool is_like_delimiters(const struct source *source, uint32_t line)
{
    struct str text = source_text(source, source_line_span(source, line));

    while (text.len && is_one_of(*text.data, " \t>"))
        text = (struct str){text.data + 1, text.len - 1};
    return text.len && is_one_of(*text.data, "|-:") && str_has_only(text, "|-: \t") &&
           memchr(text.data, '-', text.len);
}

/* Is the text of the line as far to the right as indented code, or goes it on lazily
 * behind blanks? */
static bool is_deep(const struct document *document, const struct node *paragraph,
                    uint32_t line)
{
    const struct source *source = document->source;
    uint32_t start = document_text_start(document, paragraph, line);
    uint32_t text = start;
    uint32_t quotes;

    while (is_space_or_tab(source->data[text]))
        text++;
    line_is_blank_in_quotes(source, line, &quotes);
    if (text > start && quotes < node_quote_depth(document, paragraph))
        return true;
    return quote_column(source, text) >= quote_column(source, start) + CODE_INDENT;
}

/* Is a line of the paragraph like that, and the head of a table to cmark-gfm? */
static bool has_deep_head(const struct document *document, const struct node *paragraph)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, paragraph->span.start) + 1;

    for (; source->lines[line].end < paragraph->span.end; line++)
        if (is_like_delimiters(source, line + 1) && is_deep(document, paragraph, line))
            return true;
    return false;
}

bool is_contested_table(const struct document *document, const struct node *node)
{
    switch (node->kind) {
    case NODE_TABLE_ROW:
        return is_lone_pipe(document, node);
    case NODE_TABLE:
        return begins_lazily(document, node);
    case NODE_PARAGRAPH:
        return is_pipe_below(document, node) || has_deep_head(document, node);
    case NODE_CODE_BLOCK:
        return is_pipe_below(document, node);
    case NODE_DEFINITION:
        return has_table_below(document, node);
    default:
        break;
    }
    return false;
}
