/* indent.c - blanks before a block that its containers do not need */

#include "lint/document/indent.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/block_columns.h"

/* The columns of what stands from start to end, on one line. Only the distance from the
 * tab before counts for how wide a tab is, so no more than that is looked at. */
static uint32_t columns(const struct source *source, uint32_t start, uint32_t end)
{
    uint32_t from = start;
    uint32_t line, phase;

    if (!memchr(source->data + start, '\t', end - start))
        return end - start;
    line = source->lines[source_line(source, start)].start;
    while (from > line && source->data[from - 1] != '\t')
        from--;
    phase = (start - from) % BLOCK_TAB_STOP;
    return block_column_after(phase, source_text(source, span_make(start, end))) - phase;
}

/* Where the blanks that end at an offset start. */
static uint32_t blanks_start(const struct source *source, uint32_t offset)
{
    uint32_t start = source->lines[source_line(source, offset)].start;

    while (offset > start && is_space_or_tab(source->data[offset - 1]))
        offset--;
    return offset;
}

static bool starts_line(const struct source *source, uint32_t offset)
{
    return source->lines[source_line(source, offset)].start == offset;
}

/* The one blank after a quote's > belongs to it, and is not there for others. */
static uint32_t after_quote(const struct source *source, uint32_t start)
{
    bool quote = !starts_line(source, start) && source->data[start - 1] == '>';

    return quote && is_space_or_tab(source->data[start]) ? start + 1 : start;
}

static bool begins_on_line_of(const struct source *source, const struct node *node,
                              uint32_t offset)
{
    return source_line(source, node->span.start) == source_line(source, offset);
}

uint32_t item_content_columns(const struct source *source, const struct node *item)
{
    struct span blanks = span_make(item_marker(item).end, item->item.text);

    if (span_empty(blanks) || is_space_or_tab(source->data[blanks.end]))
        return 1;
    if (span_length(blanks) == 1 && source->data[blanks.start] == ' ')
        return 1;
    return columns(source, blanks.start, blanks.end);
}

/* Lists and directives have no prefix of their own. */
static bool is_container(const struct node *node)
{
    return node->kind == NODE_DOCUMENT || node->kind == NODE_BLOCK_QUOTE ||
           node->kind == NODE_ITEM || node->kind == NODE_FOOTNOTE_DEFINITION;
}

/* The nearest quote, item, footnote or the document around the node. */
static const struct node *container_of(const struct document *document,
                                       const struct node *node)
{
    do
        node = node_parent(document, node);
    while (!is_container(node));
    return node;
}

/* How many columns of a later line belong to the item and those around it, up to the
 * nearest quote; any number that is not below `most` when they are as many. */
static uint32_t item_columns(const struct document *document, const struct node *item,
                             uint32_t most)
{
    const struct source *source = document->source;
    const struct node *outer = container_of(document, item);
    uint32_t end = item_marker(item).end;
    uint32_t blanks = item_content_columns(source, item);
    uint32_t start;

    while (outer->kind == NODE_ITEM && end - item->span.start < most &&
           begins_on_line_of(source, outer, item->span.start)) {
        item = outer;
        outer = container_of(document, item);
    }
    if (outer->kind == NODE_FOOTNOTE_DEFINITION &&
        begins_on_line_of(source, outer, item->span.start))
        return columns(source, item->span.start, end) + blanks + FOOTNOTE_INDENT;
    start = blanks_start(source, item->span.start);
    return columns(source, after_quote(source, start), end) + blanks;
}

/* The same for any container whose first line is above. */
static uint32_t needed_columns(const struct document *document,
                               const struct node *container, uint32_t most)
{
    uint32_t columns = 0;

    for (; container->kind == NODE_FOOTNOTE_DEFINITION;
         container = container_of(document, container))
        columns += FOOTNOTE_INDENT;
    return container->kind == NODE_ITEM
               ? columns + item_columns(document, container, most)
               : columns;
}

/* How many of the blanks, which end what stands before a block or a line of its text, the
 * containers need. */
static uint32_t needed_blanks(const struct document *document,
                              const struct node *container, struct span blanks)
{
    uint32_t most = BLOCK_TAB_STOP * span_length(blanks);
    uint32_t needed = most ? needed_columns(document, container, most) : 0;
    uint32_t at = blanks.start;

    while (at < blanks.end && needed > 0) {
        uint32_t width = columns(document->source, at, at + 1);

        needed = needed > width ? needed - width : 0;
        at++;
    }
    return at - blanks.start;
}

/* The same for a line that goes on lazily when they are too few for an item: none are
 * its. */
static uint32_t item_blanks(const struct document *document, const struct node *container,
                            struct span blanks)
{
    uint32_t needed = needed_blanks(document, container, blanks);

    if (container->kind == NODE_ITEM && needed == span_length(blanks) &&
        columns(document->source, blanks.start, blanks.end) <
            needed_columns(document, container, BLOCK_TAB_STOP * (needed + 1)))
        return 0;
    return needed;
}

/* The spare blanks right before an offset, where something in the container starts. */
static struct span spare_before(const struct document *document,
                                const struct node *container, uint32_t offset)
{
    const struct source *source = document->source;
    uint32_t start = blanks_start(source, offset);

    if (start == offset ||
        (!starts_line(source, start) && source->data[start - 1] != '>'))
        return span_make(offset, offset);
    start = after_quote(source, start);
    start += needed_blanks(document, container, span_make(start, offset));
    return span_make(start, offset);
}

/* Where the marker of the container stands on the line of `offset`, which is after it; or
 * `offset` when it has none there. */
static uint32_t marker_offset(const struct source *source, const struct node *container,
                              uint32_t offset)
{
    uint32_t start = blanks_start(source, offset);

    if (begins_on_line_of(source, container, offset))
        return container->span.start;
    if (container->kind != NODE_BLOCK_QUOTE || starts_line(source, start))
        return offset;
    return start - 1;
}

struct span document_spare_indent(const struct document *document,
                                  const struct node *block)
{
    uint32_t offset = block->span.start;
    const struct node *container = container_of(document, block);
    struct span spare = spare_before(document, container, offset);

    while (span_empty(spare) && container != document->nodes) {
        uint32_t marker = marker_offset(document->source, container, offset);

        container = container_of(document, container);
        if (marker == offset)
            continue;
        offset = marker;
        spare = spare_before(document, container, offset);
    }
    return spare;
}

static uint32_t blanks_end(const char *data, uint32_t offset)
{
    while (is_space_or_tab(data[offset]))
        offset++;
    return offset;
}

/* How many of the line's quote markers belong to quotes around the node. */
static uint32_t markers_of(const struct document *document, const struct node *node,
                           uint32_t line)
{
    const char *data = document->source->data;
    uint32_t at = document->source->lines[line].start;
    uint32_t most = 0;
    uint32_t count = 0;

    for (; is_space_or_tab(data[at]) || data[at] == '>'; at++)
        most += data[at] == '>';
    for (; count < most && node != document->nodes; node = node_parent(document, node))
        count += node->kind == NODE_BLOCK_QUOTE;
    return count;
}

/* Is the container a quote that has nothing but quotes around it? */
static bool is_in_quotes_only(const struct node *container)
{
    return container->kind == NODE_BLOCK_QUOTE && !container->nesting.lists &&
           !container->nesting.in_footnote;
}

uint32_t document_text_start(const struct document *document, const struct node *inside,
                             uint32_t line)
{
    const char *data = document->source->data;
    uint32_t start = document->source->lines[line].start;
    uint32_t text = blanks_end(data, start);
    const struct node *container = container_of(document, inside);
    bool simple = is_in_quotes_only(container);

    for (uint32_t quotes = markers_of(document, inside, line); quotes > 0; quotes--) {
        if (simple && columns(document->source, start, text) >= CODE_INDENT)
            break;
        start = after_quote(document->source, text + 1);
        text = blanks_end(data, start);
    }
    return start + item_blanks(document, container, span_make(start, text));
}
