/* line_link.c - lines that hold nothing but links */

#include "lint/document/line_link.h"

static bool is_link(const struct node *node)
{
    return node->kind == NODE_LINK || node->kind == NODE_IMAGE ||
           node->kind == NODE_AUTOLINK || node->kind == NODE_BARE_URL;
}

static bool is_text(const struct document *document, const struct node *node)
{
    return (node->kind == NODE_TEXT || node->kind == NODE_STRIKETHROUGH) &&
           node_parent(document, node)->kind == NODE_PARAGRAPH;
}

/* Does a task begin on the line? Its box is text to markdownlint. */
static bool has_box(const struct document *document, uint32_t line)
{
    const struct node *text = document_line_node(document, line);
    const struct node *item = node_parent(document, text);

    return item->kind == NODE_ITEM && item->flags & NODE_TASK &&
           node_child(document, item) == text &&
           source_line(document->source, text->span.start) == line;
}

static void extend(uint32_t *end, uint32_t to)
{
    *end = to > *end ? to : *end;
}

bool document_line_is_link(const struct document *document, uint32_t line,
                           struct line_link_search *search)
{
    struct span span = source_line_span(document->source, line);
    uint32_t block = document->line_nodes[line];

    /* No link or text in the blocks before that on the line reaches it. */
    if (search->next < block)
        search->next = block;
    /* Most lines have text, and begin with it. */
    while (search->next < document->node_count && search->text_end <= span.start) {
        const struct node *node = &document->nodes[search->next];

        if (node->span.start >= span.end)
            break;
        /* What ends before the line is passed over with all that is in it. */
        search->next = node->span.end <= span.start ? node->next : search->next + 1;
        if (node->flags & NODE_IN_HTML)
            continue;
        if (is_link(node))
            extend(&search->link_end, node->span.end);
        if (is_text(document, node))
            extend(&search->text_end, node->span.end);
    }
    return search->link_end > span.start && search->text_end <= span.start &&
           !has_box(document, line);
}
