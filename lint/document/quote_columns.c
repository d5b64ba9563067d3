/* quote_columns.c - columns of lines with quote markers */

#include "lint/document/quote_columns.h"

#include "lint/base/ascii.h"
#include "lint/document/indent.h"
#include "lint/markdown/block_columns.h"

/* Beyond this many bytes of a line a tab counts as one column, so that many markers on
 * one line take no longer than as many on several. */
enum { TABS_MAX_BYTES = 1024 };

uint32_t quote_column(const struct source *source, uint32_t offset)
{
    const struct line *line = &source->lines[source_line(source, offset)];

    if (!(line->flags & LINE_TAB) || offset - line->start > TABS_MAX_BYTES)
        return offset - line->start;
    return block_column_after(0, source_text(source, span_make(line->start, offset)));
}

/* The column that what belongs to an item starts in, on the line of its marker. */
static uint32_t marker_column(const struct source *source, const struct node *item)
{
    return quote_column(source, item_marker(item).end) +
           item_content_columns(source, item);
}

uint32_t quote_column_after_blank(const struct source *source, uint32_t at)
{
    return at > source->text && source->data[at - 1] == '\t'
               ? quote_column(source, at - 1) + 1
               : quote_column(source, at);
}

/* The column after the quote markers before an offset on its line, and their blank. */
static uint32_t column_after_quotes(const struct source *source, uint32_t offset)
{
    uint32_t line = source->lines[source_line(source, offset)].start;

    while (offset > line && source->data[offset - 1] != '>')
        offset--;
    if (offset == line)
        return 0;
    return quote_column(source, offset) + is_space_or_tab(source->data[offset]);
}

/* How many columns after quote markers an item needs on later lines, where a footnote
 * that starts on that line has an indent. */
static uint32_t item_columns(const struct document *document, const struct node *item)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, item->span.start);
    const struct node *footnote =
        node_parent(document, item)->list.nesting.in_footnote
            ? node_ancestor(document, item, NODE_FOOTNOTE_DEFINITION)
            : NULL;

    if (!footnote || source_line(source, footnote->span.start) != line)
        return marker_column(source, item) -
               column_after_quotes(source, item->span.start);
    return marker_column(source, item) -
           quote_column(source, node_child(document, footnote)->span.start) +
           FOOTNOTE_INDENT;
}

/* The columns before a directive's fence, which its lines need not have, but may. */
static uint32_t directive_columns(const struct source *source,
                                  const struct node *directive)
{
    uint32_t start = directive->span.start;

    while (start > source->text && is_space_or_tab(source->data[start - 1]))
        start--;
    return quote_column(source, directive->span.start) - quote_column(source, start);
}

uint32_t quote_columns_around(const struct document *document, const struct node *quote)
{
    const struct node *node = node_parent(document, quote);
    uint32_t columns = 0;

    for (;; node = node_parent(document, node)) {
        if (node->kind == NODE_DIRECTIVE)
            columns += directive_columns(document->source, node);
        else if (node->kind == NODE_FOOTNOTE_DEFINITION)
            columns += FOOTNOTE_INDENT;
        else
            break;
    }
    return node->kind == NODE_ITEM ? columns + item_columns(document, node) : columns;
}

uint32_t quote_columns_needed(const struct source *source, const struct node *container)
{
    uint32_t start = container->span.start;

    if (container->kind == NODE_FOOTNOTE_DEFINITION)
        return FOOTNOTE_INDENT;
    while (start > source->text && is_space_or_tab(source->data[start - 1]))
        start--;
    start += start < container->span.start;
    return marker_column(source, container) - quote_column(source, start);
}
