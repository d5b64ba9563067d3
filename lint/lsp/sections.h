/* sections.h - the headings of a document and what belongs to them */
#ifndef LINT_LSP_SECTIONS_H
#define LINT_LSP_SECTIONS_H

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* A heading, and the text up to the next one of its level or a higher one. */
struct section {
    const struct node *heading;
    uint32_t last_line; /* 0-based */
};

/* All sections, in the order of their headings; *count of them, in the arena. Headings
 * inside HTML blocks are none. */
const struct section *sections_of(const struct document *document, struct arena *arena,
                                  uint32_t *count);

#endif
