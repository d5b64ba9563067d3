/* list_columns.h - may the bullets of a list stand in other columns? */
#ifndef LINT_DOCUMENT_LIST_COLUMNS_H
#define LINT_DOCUMENT_LIST_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"
#include "lint/document/list.h"

/* Where bullets are to stand, in blanks after the last quote marker of their line. */
struct list_columns {
    uint32_t first; /* those of the outermost list */
    uint32_t step;  /* further in for each list around theirs */
};

/* How far the quote markers of a line have been looked for. Zeroed at the start of a
 * document. */
struct bullet_search {
    uint32_t line;  /* the start of the line */
    uint32_t from;  /* no marker from here on has been seen */
    uint32_t quote; /* the offset after the last quote marker and its blank, or line */
    bool solid;     /* something else than blanks is between `quote` and `from` */
};

/* What stands before the marker of an item on its line, after the last quote marker there
 * and a blank. Asked about items in their order, so that each byte is looked at once. */
struct span document_bullet_indent(const struct document *document,
                                   const struct node *item, struct bullet_search *search);

/* The outermost list around an item in the same quote or footnote. Takes time linear in
 * the depth. */
const struct node *document_outermost_list(const struct document *document,
                                           const struct node *item);

/*
 * May the bullets that begin a line of an outermost list move to these columns, at once
 * and with nothing else, and the article stays as it is? Only where all other bullets are
 * where they are wanted then, what is not moved stays in its item without becoming code,
 * and nothing before or after the list becomes part of it (CommonMark 5.2). Not with
 * quotes or footnotes in the list, whose lists are others. Takes time linear in what is
 * in the list.
 */
bool document_bullets_may_move(const struct document *document, const struct node *list,
                               struct list_columns columns, struct list_search *search);

#endif
