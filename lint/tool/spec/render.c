/* render.c - renders Markdown as HTML from the nodes of a document */

#include "lint/tool/spec/render.h"

#include "lint/markdown/markdown.h"
#include "lint/markdown/node_html.h"

void render(struct buf *out, struct arena *arena, struct str text, unsigned features)
{
    struct source source;
    struct tree tree;

    source_init(&source, arena, "text", text.data, text.len);
    markdown_read(&tree, arena, &source, 0, features);
    tree.nodes[0].next = tree.count;
    node_html_write(out, arena, &source, tree.nodes, tree.count);
}
