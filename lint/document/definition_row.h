/* definition_row.h - may link reference definitions be taken away? */
#ifndef LINT_DOCUMENT_DEFINITION_ROW_H
#define LINT_DOCUMENT_DEFINITION_ROW_H

#include <stdbool.h>

#include "lint/document/document.h"
#include "lint/document/list.h"

/*
 * May any of the link reference definitions that stand in a row, from this one on, be
 * taken away with their lines, and the blocks around them stay what they are? They are in
 * no other block; `before` is the one above them, or NULL. Takes time linear in the row.
 */
bool document_row_may_go(const struct document *document, const struct node *before,
                         const struct node *definition, struct list_search *search);

#endif
