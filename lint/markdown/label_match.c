/* label_match.c - asks cmark which labels match */

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/markdown/cmark.h"
#include "lint/markdown/markdown.h"

/* Definitions whose destination is their number, and a paragraph per reference. */
static void write_labels(struct buf *text, const struct markdown_labels *labels)
{
    for (uint32_t i = 0; i < labels->definition_count; i++) {
        buf_putc(text, '[');
        buf_add_str(text, labels->definitions[i]);
        buf_printf(text, "]: %u\n", i + 1);
    }
    for (uint32_t i = 0; i < labels->reference_count; i++) {
        buf_puts(text, "\n[");
        buf_add_str(text, labels->references[i]);
        buf_puts(text, "]\n");
    }
}

uint32_t *markdown_match_labels(struct arena *arena, const struct markdown_labels *labels)
{
    uint32_t *matches = arena_array(arena, labels->reference_count, sizeof(*matches));
    struct buf text = BUF_INIT;
    cmark_node *root;
    cmark_node *paragraph;

    write_labels(&text, labels);
    root = cmark_parse_document(text.data, text.len, CMARK_OPT_DEFAULT);
    paragraph = cmark_node_first_child(root);
    for (uint32_t i = 0; i < labels->reference_count && paragraph; i++) {
        cmark_node *link = cmark_node_first_child(paragraph);

        if (cmark_node_get_type(link) == CMARK_NODE_LINK)
            matches[i] = (uint32_t)strtoul(cmark_node_get_url(link), NULL, 10);
        paragraph = cmark_node_next(paragraph);
    }
    cmark_node_free(root);
    buf_release(&text);
    return matches;
}
