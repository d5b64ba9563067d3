/* markdown.h - the Markdown of a file, as nodes with spans */
#ifndef LINT_MARKDOWN_H
#define LINT_MARKDOWN_H

#include "lint/source.h"
#include "lint/tree.h"

/*
 * Adds the nodes of the Markdown that starts at body_line to the tree, which holds
 * the document's node. cmark-gfm says what they are; where they are is found by
 * reading the source along with its tree.
 */
void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line);

#endif
