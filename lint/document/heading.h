/* heading.h - the text of a heading as its author wrote it */
#ifndef LINT_DOCUMENT_HEADING_H
#define LINT_DOCUMENT_HEADING_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/*
 * Where the text of a heading stands: its content, and when it is underlined also the
 * blanks at the end of its last line, as in markdownlint. What stands before its later
 * lines (>, blanks) is inside.
 */
struct span document_heading_span(const struct document *document,
                                  const struct node *heading);

/*
 * The text of a heading without its HTML tags and comments, but with all other markup:
 * `The *best* bread`. A line end is a space. Tags inside of emphasis or a link stay, as
 * in markdownlint. A view where possible, else in the arena; data is never NULL. Takes
 * time in proportion to the heading.
 */
struct str document_heading_text(const struct document *document,
                                 const struct node *heading, struct arena *arena);

/* The same without blanks at both ends, and without attributes such as `{#bread}` at the
 * end. */
struct str document_heading_title(const struct document *document,
                                  const struct node *heading, struct arena *arena);

/* Is a link or image in the heading? */
bool document_heading_has_link(const struct document *document,
                               const struct node *heading);

/* The # of a heading of that level, from 1 to 6; of a deeper one those of level 6. */
const char *heading_signs(int level);

/* A heading as a writer types it, `## Bread`, in the arena; level 0: the text alone. */
struct str heading_typed(int level, struct str text, struct arena *arena);

/*
 * The blanks between the # at the start of a heading and what follows: its text, its
 * closing #, or nothing. Empty when the heading is underlined.
 */
struct span document_heading_lead(const struct document *document,
                                  const struct node *heading);

/* The blanks before the closing # of a heading; empty when it has none. */
struct span document_heading_tail(const struct document *document,
                                  const struct node *heading);

#endif
