/* markdown.h - the Markdown of a file, as nodes with spans */
#ifndef LINT_MARKDOWN_MARKDOWN_H
#define LINT_MARKDOWN_MARKDOWN_H

#include "lint/markdown/feature.h"
#include "lint/markdown/tree.h"
#include "lint/source/source.h"

struct blocks;

/* The first half of markdown_read(), in the arena: the blocks, as cmark-gfm tells them.
 * blocks_fill() is the other. */
struct blocks *markdown_blocks(struct arena *arena, const struct source *source,
                               uint32_t body_line, unsigned features);

/*
 * Adds the nodes of the Markdown that starts at body_line to the tree, which has the
 * document's node. features are of enum markdown_feature: what is read besides
 * CommonMark. cmark-gfm tells the blocks, of which only their places must be found;
 * the inlines are read here.
 */
void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line,
                   unsigned features);

#endif
