/* code_elements.c - what is between `<code>` and `</code>` */

#include "lint/document/code_elements.h"

#include "lint/base/ascii.h"

/* Does the tag begin like this, and its name ends there? */
static bool is_tag(struct str tag, struct str start)
{
    return tag.len > start.len &&
           str_equal_ignore_case((struct str){tag.data, start.len}, start) &&
           !is_ascii_alnum(tag.data[start.len]) && tag.data[start.len] != '-';
}

struct code_elements code_elements_find(const struct document *document,
                                        struct arena *arena)
{
    struct span *items = NULL;
    uint32_t capacity = 0;
    uint32_t count = 0;
    uint32_t open = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HTML))) <
           document->node_count) {
        const struct node *tag = &document->nodes[i];

        if (is_tag(node_literal(tag), STR("<code")) && !open++) {
            items = arena_make_room(arena, items, count, &capacity, sizeof(*items));
            items[count++] = span_make(tag->span.end, document->source->size);
        } else if (is_tag(node_literal(tag), STR("</code")) && open && !--open) {
            items[count - 1].end = tag->span.start;
        }
    }
    return (struct code_elements){items, count};
}
