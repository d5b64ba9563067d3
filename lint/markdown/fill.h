/* fill.h - blocks get their inlines */
#ifndef LINT_MARKDOWN_FILL_H
#define LINT_MARKDOWN_FILL_H

#include "lint/markdown/blocks.h"
#include "lint/markdown/content.h"
#include "lint/markdown/inline.h"
#include "lint/markdown/label.h"

/* From the tree of blocks to that of all nodes. */
struct fill {
    const struct blocks *blocks;
    struct tree *tree;
    struct inlines *inlines;
    struct content content; /* of the current leaf */
    struct label_map definitions;
    struct label_map footnotes;
    uint32_t *places;     /* by index in the tree of blocks: where they are now */
    uint32_t leaf;        /* the next one */
    uint32_t lost_blocks; /* so many of the first ones cannot be read any more */
    uint32_t lost_leaves;
};

/*
 * Adds the blocks, and in each leaf its inlines, to the tree, which has the document's
 * node. The tree of blocks cannot be read any more: of a large text, the one goes back to
 * the system while the other grows.
 */
void blocks_fill(const struct blocks *blocks, struct tree *tree);

/* Makes the text of the leaf's lines the content, without what belongs to containers. */
void fill_lines(struct fill *fill, const struct leaf *leaf);

/* Adds what is in the HTML block that is open in the tree, read as Markdown. */
void fill_html(struct fill *fill, const struct leaf *leaf);

#endif
