/* tag_pair.c - the HTML tags that belong together */

#include "lint/document/tag_pair.h"

#include "lint/markdown/html.h"

/* The most siblings that are searched for a closing tag: opening tags without one must
 * not make a long paragraph quadratic. */
enum { MATCH_MAX_SIBLINGS = 1000 };

const struct node *document_closing_tag(const struct document *document,
                                        const struct node *open)
{
    struct html_tag opening = html_tag_read(node_literal(open));
    const struct node *node = open;
    uint32_t depth = 1;

    if (opening.kind != HTML_OPEN_TAG)
        return NULL;
    for (int i = 0; i < MATCH_MAX_SIBLINGS; i++) {
        struct html_tag tag;

        node = node_sibling(document, node);
        if (!node)
            break;
        if (node->kind != NODE_HTML)
            continue;
        tag = html_tag_read(node_literal(node));
        if (!str_equal(tag.name, opening.name))
            continue;
        depth += tag.kind == HTML_OPEN_TAG ? 1u : -1u;
        if (depth == 0)
            return node;
    }
    return NULL;
}
