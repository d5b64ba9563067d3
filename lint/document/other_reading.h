/* other_reading.h - where plain Markdown is read as something else */
#ifndef LINT_DOCUMENT_OTHER_READING_H
#define LINT_DOCUMENT_OTHER_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* The document as a program reads it that knows no directives, no formulas, and no front
 * matter where it is malformed; and where that differs. */
struct other_reading {
    struct document plain;
    const struct span *spans; /* in the order of the document; an empty one parts or
                                 joins two blocks */
    uint32_t count;
    const bool *used; /* by node of `plain`: definitions that something refers to; NULL
                         when there is no other reading */
};

/* Both live in the arena. Parses the document a second time if it has any of these, and
 * takes time linear in its size and depth. */
struct other_reading other_reading(const struct document *document, struct arena *arena);

/* Is there a definition on the line (0-based), to which something refers there? */
bool other_reading_refers(const struct other_reading *reading, uint32_t line);

#endif
