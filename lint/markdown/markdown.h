/* markdown.h - the Markdown of a file, as nodes with spans */
#ifndef LINT_MARKDOWN_MARKDOWN_H
#define LINT_MARKDOWN_MARKDOWN_H

#include "lint/markdown/feature.h"
#include "lint/markdown/parts.h"
#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/* Makes the tree, in the arena, of the Markdown that starts at body_line, with the
 * document's node and room for as many as most articles have. */
void markdown_tree(struct tree *tree, struct arena *arena, const struct source *source,
                   uint32_t body_line);

/*
 * Makes the tree, in the arena, and adds the nodes of the Markdown that starts at
 * body_line. features are of enum markdown_feature: what is read besides CommonMark.
 * First the blocks (blocks.h), then, when all definitions are known, the inlines in them
 * (fill.h).
 */
void markdown_read(struct tree *tree, struct arena *arena, const struct source *source,
                   uint32_t body_line, unsigned features);

/* The same of the parts that blocks_read_parts() reads. Links in them find definitions
 * anywhere. */
void markdown_read_parts(struct tree *tree, struct arena *arena, struct parts *parts,
                         unsigned features);

#endif
