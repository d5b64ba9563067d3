/* like_headings.h - headings that differ in markup alone */
#ifndef LINT_DOCUMENT_LIKE_HEADINGS_H
#define LINT_DOCUMENT_LIKE_HEADINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* The headings of a document by their letters and digits. */
struct like_headings {
    uint64_t *hashes; /* in ascending order */
    uint32_t count;
};

/* Takes time n log n in the headings. In the arena. */
struct like_headings like_headings_find(const struct document *document,
                                        struct arena *arena);

/* Has another heading the same letters and digits? */
bool like_headings_has(const struct like_headings *all, const struct document *document,
                       const struct node *heading);

#endif
