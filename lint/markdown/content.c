/* content.c - the text of one leaf block, and where it stands in the file */

#include "lint/markdown/content.h"

#include <string.h>

#include "lint/markdown/tree.h"

void content_set(struct content *content, const char *data, struct span span)
{
    content->data = data;
    content->start = span.start;
    content->end = span.end;
    content->count = 0;
}

void content_gather(struct content *content, size_t size)
{
    content->copy = arena_raw(content->arena, size + 1);
    content_set(content, content->copy, span_make(0, 0));
}

void content_add(struct content *content, const char *data, struct span span,
                 uint32_t skipped)
{
    content->pieces = arena_make_room(content->arena, content->pieces, content->count,
                                      &content->capacity, sizeof(*content->pieces));
    content->pieces[content->count++] = (struct piece){content->end, span.start, skipped};
    memcpy(content->copy + content->end, data + span.start, span_length(span));
    content->end += span_length(span);
}

/* The piece that contains the byte `at`. */
static const struct piece *find(const struct content *content, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = content->count;

    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;

        if (content->pieces[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &content->pieces[low];
}

struct span content_span(const struct content *content, struct span span)
{
    const struct piece *piece;
    struct span place;

    if (!content->count)
        return span;
    piece = find(content, span.start);
    place.start = piece->source + (span.start - piece->at);
    if (span.start == piece->at)
        place.start -= piece->skipped;
    if (span_empty(span))
        return span_make(place.start, place.start);
    piece = find(content, span.end - 1);
    place.end = piece->source + (span.end - piece->at);
    return place;
}

static bool has_literal(const struct node *node)
{
    return node->kind == NODE_TEXT || node->kind == NODE_CODE ||
           node->kind == NODE_MATH || node->kind == NODE_HTML;
}

static void place_node(const struct content *content, struct node *node)
{
    uint32_t length = span_length(node->content);
    const char *bytes = node->literal.bytes;

    node->span = content_span(content, node->span);
    node->content = content_span(content, node->content);
    if (span_length(node->content) == length || !has_literal(node))
        return;
    /* A pipe whose backslash was left out. */
    if (node->kind == NODE_TEXT)
        node->flags |= NODE_ESCAPED;
    if (!(node->flags & NODE_RESIZED))
        node_set_literal(node, content->arena, (struct str){bytes, length});
}

void content_place(const struct content *content, struct node *first,
                   const struct node *end)
{
    if (content->count)
        for (struct node *node = first; node < end; node++)
            place_node(content, node);
}
