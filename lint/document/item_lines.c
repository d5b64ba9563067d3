/* item_lines.c - what begins where in list items, for fixes that move it */

#include "lint/document/item_lines.h"

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"
#include "lint/document/indent.h"
#include "lint/document/lines.h"
#include "lint/markdown/block_columns.h"

/* The start of the spaces right before an offset. */
static uint32_t spaces_start(const struct source *source, uint32_t offset)
{
    const char *data = source->data;
    uint64_t other;

    while (offset - source->text >= BYTES_WIDTH) {
        other = bytes_load(data + offset - BYTES_WIDTH) ^ BYTES_ONES * ' ';
        if (other)
            return offset - (uint32_t)__builtin_clzll(other) / 8;
        offset -= BYTES_WIDTH;
    }
    while (offset > source->text && data[offset - 1] == ' ')
        offset--;
    return offset;
}

bool column_in_quote(const struct source *source, uint32_t offset, uint32_t *column)
{
    uint32_t start = spaces_start(source, offset);

    if (start > source->text && source->data[start - 1] == '>')
        start++;
    else if (start > source->text && !is_line_end(source->data[start - 1]))
        return false;
    *column = offset - start;
    return start <= offset;
}

bool column_is_inside(uint32_t column, uint32_t content)
{
    return column >= content && column - content < CODE_INDENT;
}

/* What the line has of the block, after the markers of quotes, without blanks around
 * it. */
static struct str line_text(const struct document *document, const struct node *block,
                            uint32_t line)
{
    uint32_t start = document_text_start(document, block, line);
    uint32_t end = source_line_span(document->source, line).end;

    return str_trim(source_text(document->source, span_make(start, end)));
}

static bool line_holds(const struct document *document, struct shift content,
                       const struct node *block, uint32_t line)
{
    const struct source *source = document->source;
    struct str text = line_text(document, block, line);
    uint32_t start = (uint32_t)(text.data - source->data);
    uint32_t column;

    if (!text_may_begin_block(text))
        return true;
    return content.to <= content.from && column_in_quote(source, start, &column) &&
           column_is_inside(column, content.from);
}

/* Is nothing but back-ticks on the first or the last line of code that goes on? The
 * blanks beside them would count as space in the code (MD038). */
static bool has_ticks_alone(const struct source *source, const struct node *code)
{
    uint32_t start = code->span.start;
    uint32_t end = code->span.end;

    while (source->data[start] == '`')
        start++;
    while (source->data[end - 1] == '`')
        end--;
    while (is_space_or_tab(source->data[start]))
        start++;
    while (is_space_or_tab(source->data[end - 1]))
        end--;
    return is_line_end(source->data[start]) || is_line_end(source->data[end - 1]);
}

/* Where the content of the innermost item around the node begins; 0 where that is not
 * known. */
static uint32_t inner_content(const struct document *document, const struct node *node)
{
    const struct node *item = node_ancestor(document, node, NODE_ITEM);
    uint32_t column;

    if (!item || !column_in_quote(document->source, item->span.start, &column))
        return 0;
    return column + item->item.text - item->span.start;
}

/* Do all lines of code but its first one go on as before: not lazily in another item? */
static bool code_holds(const struct document *document, struct shift content,
                       const struct node *code)
{
    const struct source *source = document->source;
    uint32_t least = content.to < content.from ? content.to : content.from;
    uint32_t most = content.to < content.from ? content.from : content.to;
    uint32_t last = source_line(source, code->span.end);
    uint32_t inner = inner_content(document, code);

    for (uint32_t line = source_line(source, code->span.start) + 1; line <= last;
         line++) {
        struct str text = line_text(document, code, line);
        uint32_t column;

        if (!column_in_quote(source, (uint32_t)(text.data - source->data), &column) ||
            (column >= least && (column < most || column < inner)))
            return false;
    }
    return true;
}

static bool all_code_holds(const struct document *document, struct shift content,
                           const struct node *block)
{
    const struct node *end = &document->nodes[block->next];

    for (const struct node *node = block + 1; node < end; node++)
        if ((node->kind == NODE_CODE || node->kind == NODE_HTML ||
             node->kind == NODE_MATH) &&
            (!code_holds(document, content, node) ||
             (node->kind == NODE_CODE && has_ticks_alone(document->source, node))))
            return false;
    return true;
}

bool fence_holds(const struct document *document, struct shift content,
                 const struct node *code)
{
    struct span closing = code->code_block->closing;
    uint32_t column;

    return code->flags & NODE_FENCED &&
           column_in_quote(document->source, code->span.start, &column) &&
           column == content.from &&
           (span_empty(closing) ||
            (column_in_quote(document->source, closing.start, &column) &&
             column_is_inside(column, content.to)));
}

bool lines_hold(const struct document *document, struct shift content,
                const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, block->span.start);

    /* Of most blocks that is all, and code on one line goes on nowhere. */
    if (source->lines[line].end >= block->span.end)
        return true;
    while (source->lines[line].end < block->span.end)
        if (!line_holds(document, content, block, ++line))
            return false;
    return all_code_holds(document, content, block);
}
