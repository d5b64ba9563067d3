/* markdown.c - the Markdown of a file, as nodes with spans */

#include "lint/markdown/markdown.h"

#include "lint/markdown/blocks.h"
#include "lint/markdown/fill.h"

void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line,
                   unsigned features)
{
    struct arena arena;

    arena_init(&arena);
    blocks_fill(blocks_read(&arena, tree->arena, source, body_line, features), tree);
    arena_release(&arena);
}
