/* contents.h - a table of contents: links to the headings of its article */
#ifndef LINT_DOCUMENT_CONTENTS_H
#define LINT_DOCUMENT_CONTENTS_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/document/anchors.h"
#include "lint/document/document.h"

/* A link of the list, and the heading it leads to. */
struct contents_entry {
    const struct node *link;
    const struct node *heading;
};

/* The entries that lead to a heading, in the order of the list. Starts as {0}. */
struct contents {
    struct contents_entry *entries;
    uint32_t count;
    uint32_t capacity;
    const struct node **links; /* by node: the last entry of a heading, or NULL */
    int deepest;               /* level of a heading that is listed; 0: none */
};

void contents_read(struct contents *contents, const struct document *document,
                   const struct anchors *anchors, const struct node *list,
                   struct arena *arena);

/* Where the entry of the next heading would stand. Starts as {0}, and is told of the
 * headings in their order. */
struct contents_place {
    uint32_t at;                 /* the end of the line of the last entry */
    const struct node *alike[7]; /* by level: the last entry in this section, or NULL */
};

/* A heading of that level, with its entry or NULL. */
void contents_place_pass(struct contents_place *place, const struct document *document,
                         int level, const struct node *link);

/* The line end, blanks and bullet of an entry of that level, to be inserted at place->at
 * before the entry; empty when it is not known how one looks, or entries have numbers. */
struct str contents_place_lead(const struct contents_place *place,
                               const struct document *document, int level,
                               struct arena *arena);

#endif
