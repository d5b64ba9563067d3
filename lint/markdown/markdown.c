/* markdown.c - the Markdown of a file, as nodes with spans */

#include "lint/markdown/markdown.h"

#include "lint/markdown/blocks.h"
#include "lint/markdown/fill.h"

void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line,
                   unsigned features)
{
    blocks_fill(blocks_read(tree->arena, source, body_line, features), tree);
}
