/* blank_below.h - blank lines that make a list loose to some programs alone */
#ifndef LINT_DOCUMENT_BLANK_BELOW_H
#define LINT_DOCUMENT_BLANK_BELOW_H

#include <stdbool.h>

#include "lint/document/document.h"

/*
 * A blank line below a thematic break or a definition in an item makes no loose list to
 * cmark-gfm. Is there one right below the node, which is one of these, and the list that
 * goes on there is not loose for another blank line as well? Takes time linear in the
 * items and blocks of the list.
 */
bool blank_below_contested(const struct document *document, const struct node *node);

/* The same of a blank line above a definition: it parts nothing, as a definition is none
 * to cmark-gfm. */
bool blank_above_contested(const struct document *document,
                           const struct node *definition);

/* As blank_below_contested(), where there is none yet. */
bool blank_below_would_contest(const struct document *document, const struct node *node);

#endif
