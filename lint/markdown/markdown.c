/* markdown.c - the Markdown of a file, as nodes with spans */

#include "lint/markdown/markdown.h"

#include "lint/markdown/blocks.h"
#include "lint/markdown/fill.h"

void markdown_tree(struct tree *tree, struct arena *arena, const struct source *source,
                   uint32_t body_line)
{
    struct span body = span_make(source->lines[body_line].start, source->size);

    /* What is not used of the room is never touched. */
    tree_init(tree, arena, body, span_length(body) / 12 + 64);
}

void markdown_read(struct tree *tree, struct arena *arena, const struct source *source,
                   uint32_t body_line, unsigned features)
{
    struct arena blocks;

    markdown_tree(tree, arena, source, body_line);
    arena_init(&blocks);
    blocks_fill(blocks_read(&blocks, arena, source, body_line, features), tree);
    arena_release(&blocks);
}

void markdown_read_parts(struct tree *tree, struct arena *arena, struct parts *parts,
                         unsigned features)
{
    struct arena blocks;

    markdown_tree(tree, arena, parts->source, parts->items[0].line);
    arena_init(&blocks);
    blocks_fill(blocks_read_parts(&blocks, arena, parts, features), tree);
    arena_release(&blocks);
}
