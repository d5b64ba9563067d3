/* contents.h - a table of contents: links to the headings of its article */
#ifndef LINT_DOCUMENT_CONTENTS_H
#define LINT_DOCUMENT_CONTENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/anchors.h"
#include "lint/document/document.h"

/* Is the list a table of contents by what stands right above it: a heading with one of
 * the titles, whatever its case, or `<!-- toc -->`? Not inside of other blocks. */
bool contents_is_announced(const struct document *document, const struct node *list,
                           struct str_list titles, struct arena *arena);

/* A link of the list, and the heading it leads to. */
struct contents_entry {
    const struct node *link;
    const struct node *heading;
    struct str title;                   /* of the heading */
    const struct contents_entry *later; /* an entry above whose heading comes later in the
                                           article, the last of them; NULL: none */
};

/* The entries that lead to a heading, in the order of the list. */
struct contents {
    const struct document *document;
    const struct node *list;
    struct anchors anchors; /* of the article */
    struct contents_entry *entries;
    uint32_t count;
    const struct contents_entry *
        *listed; /* by node: the last entry of a heading, or NULL */
    int deepest; /* level of a heading that is listed; 0: none */
};

/* All is in the arena. False when fewer than two entries lead to headings: it is no table
 * then. Takes time linear in the document. */
bool contents_read(struct contents *contents, const struct document *document,
                   const struct node *list, struct arena *arena);

/* Are the words of the entry others than those of its heading? Links in a heading are not
 * part of its text: then it is not known. */
bool contents_entry_differs(const struct contents *contents,
                            const struct contents_entry *entry);

/* A heading that is not listed. */
struct contents_gap {
    const struct node *heading;
    struct str title;
    struct str entry; /* as it would stand in the list: `[Title](#title)` */
    uint32_t at;      /* where the entry would go in: at the end of a line */
    struct str
        line; /* what would: a line end, blanks and a bullet before the entry; empty
                 where it is not known how one looks, or entries have numbers */
};

/* The headings of these levels below the list that it lacks, in their order: an array in
 * the arena. A max_level of 0: as deep as the list goes. */
const struct contents_gap *contents_gaps(const struct contents *contents, int min_level,
                                         int max_level, struct arena *arena,
                                         uint32_t *count);

#endif
