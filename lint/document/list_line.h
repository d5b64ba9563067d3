/* list_line.h - the item of a list that a line belongs to */
#ifndef LINT_DOCUMENT_LIST_LINE_H
#define LINT_DOCUMENT_LIST_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"

/* How far the search has come. Zeroed at the start of a document; lines must come in
 * ascending order. */
struct list_line_search {
    uint32_t next_text; /* the first line after the last blank ones that is not blank */
};

/* The innermost item that begins on the line (0-based) or above, in a list that goes on
 * to the line or below. NULL outside of lists. */
const struct node *document_line_item(const struct document *document, uint32_t line,
                                      struct list_line_search *search);

/*
 * Is it a line of a list where markdownlint allows spaces at the end when it is told to?
 * That is most lines, blank or not: where the indentation of an item is not followed by
 * its text.
 */
bool document_line_is_item_gap(const struct document *document, uint32_t line,
                               struct list_line_search *search);

#endif
