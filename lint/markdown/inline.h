/* inline.h - the inlines of one leaf block after the other, straight into nodes */
#ifndef LINT_MARKDOWN_INLINE_H
#define LINT_MARKDOWN_INLINE_H

#include "lint/markdown/content.h"
#include "lint/markdown/label.h"
#include "lint/markdown/tree.h"

struct inlines;

/*
 * A parser for the leaf blocks of a document, in the arena of the tree that gets their
 * nodes. features are of enum markdown_feature; text is all of the Markdown: what it
 * lacks is not looked for.
 */
struct inlines *inlines_new(struct tree *tree, unsigned features, struct str text);

/*
 * The labels that references may have from now on. A link's or image's link->definition
 * becomes the value that its label has in definitions; footnotes' values do not count.
 */
void inlines_set_labels(struct inlines *inlines, const struct label_map *definitions,
                        const struct label_map *footnotes);

/* Those values are indices; gives what was at index i places[i]. */
void inlines_place_definitions(struct inlines *inlines, const uint32_t *places);

/*
 * Adds the nodes of the content, which neither starts nor ends with blanks or line ends,
 * to the open node. CommonMark 0.31.2, by the algorithm of its appendix, in time that
 * grows like the content.
 */
void inlines_parse(struct inlines *inlines, const struct content *content);

#endif
