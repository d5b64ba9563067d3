/* url_nodes.h - bare URLs become nodes of their own */
#ifndef LINT_MARKDOWN_URL_NODES_H
#define LINT_MARKDOWN_URL_NODES_H

#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/*
 * Splits the text nodes of the open node, whose inlines are complete, where there
 * are bare URLs. Nodes that a URL runs over are gone.
 */
void url_nodes_add(struct tree *tree, const struct source *source);

/* Is there anything in the text that a bare URL cannot do without? */
bool url_nodes_possible(struct str text);

#endif
