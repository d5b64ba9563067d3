/* contested.c - where cmark-gfm sees other blocks */

#include "lint/document/contested.h"

#include "lint/base/ascii.h"

/* Is the tag alone on its line, with a line of the same paragraph above? */
static bool stands_alone(const struct document *document, const struct node *tag)
{
    const struct source *source = document->source;
    uint32_t number = source_line(source, tag->span.start);
    struct span line = source_line_span(source, number);
    const struct node *block = document_line_node(document, number);

    return block->kind == NODE_PARAGRAPH && block->parent &&
           block->span.start < line.start &&
           str_has_only(source_text(source, span_make(line.start, tag->span.start)),
                        " \t>") &&
           str_has_only(source_text(source, span_make(tag->span.end, line.end)), " \t");
}

/* Is it the start of what cmark-gfm reads in another way? */
static bool is_contested(const struct document *document, const struct node *node)
{
    if (node->kind == NODE_FOOTNOTE_DEFINITION)
        return node->parent;
    return node->kind == NODE_HTML && !(node->flags & NODE_IN_HTML) &&
           stands_alone(document, node);
}

/* The outermost block around a node. */
static const struct node *outermost(const struct document *document,
                                    const struct node *node)
{
    while (node->parent)
        node = node_parent(document, node);
    return node;
}

/* From the line of a tag to the next blank one, but at least to the end of the list or
 * quote that it is in: that is over for cmark-gfm. */
static struct span shadow_of(const struct document *document, const struct node *tag)
{
    const struct source *source = document->source;
    uint32_t first = source_line(source, tag->span.start);
    uint32_t line = source_line(source, outermost(document, tag)->span.end) + 1;

    while (line < source->line_count && !(source->lines[line].flags & LINE_BLANK))
        line++;
    return span_make(source->lines[first].start, source->lines[line].start);
}

struct contested document_contested(const struct document *document, struct arena *arena)
{
    struct span *items = NULL;
    uint32_t capacity = 0;
    uint32_t count = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1,
                              NODE_BIT(NODE_FOOTNOTE_DEFINITION) | NODE_BIT(NODE_HTML))) <
           document->node_count) {
        const struct node *node = &document->nodes[i];

        if ((count && node->span.start < items[count - 1].end) ||
            !is_contested(document, node))
            continue;
        items = arena_make_room(arena, items, count, &capacity, sizeof(*items));
        items[count++] = shadow_of(document, node);
    }
    return (struct contested){items, count};
}

bool contested_touches(struct contested contested, struct span span)
{
    uint32_t low = 0;
    uint32_t high = contested.count;

    /* The first one that does not end before the span. */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (contested.items[middle].end < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < contested.count && contested.items[low].start <= span.end;
}
