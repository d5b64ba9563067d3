/* markdown.h - the Markdown of a file, as nodes with spans */
#ifndef LINT_MARKDOWN_MARKDOWN_H
#define LINT_MARKDOWN_MARKDOWN_H

#include "lint/markdown/feature.h"
#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/*
 * Adds the nodes of the Markdown that starts at body_line to the tree, which has the
 * document's node. features are of enum markdown_feature: what is read besides
 * CommonMark. First the blocks (blocks.h), then, when all definitions are known, the
 * inlines in them (fill.h).
 */
void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line,
                   unsigned features);

#endif
