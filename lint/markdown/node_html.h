/* node_html.h - the nodes of a document as HTML */
#ifndef LINT_MARKDOWN_NODE_HTML_H
#define LINT_MARKDOWN_NODE_HTML_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/markdown/node.h"
#include "lint/source/source.h"

/*
 * Appends the HTML of the nodes of a document, of which nodes[0] is its own, in the form
 * of the examples of CommonMark and GFM. What these do not know is shown in a form of our
 * own: footnotes where they stand, formulas and directives as they are written. The arena
 * is for scratch memory.
 */
void node_html_write(struct buf *out, struct arena *arena, const struct source *source,
                     const struct node *nodes, uint32_t count);

#endif
