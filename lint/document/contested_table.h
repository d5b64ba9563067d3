/* contested_table.h - where cmark-gfm sees a table, or none */
#ifndef LINT_DOCUMENT_CONTESTED_TABLE_H
#define LINT_DOCUMENT_CONTESTED_TABLE_H

#include <stdbool.h>

#include "lint/document/document.h"

/* Is the node a table, a row of one, or beside one, and cmark-gfm does not agree about
 * it? See contested.h. Takes time linear in the node, and of definitions in their row. */
bool is_contested_table(const struct document *document, const struct node *node);

#endif
