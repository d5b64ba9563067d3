/* other_reading.h - where plain Markdown is read as something else */
#ifndef LINT_DOCUMENT_OTHER_READING_H
#define LINT_DOCUMENT_OTHER_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/contested.h"
#include "lint/document/document.h"

/* What is known of the document as a program reads it that knows no directives, no
 * formulas, and no front matter where it is malformed. */
struct other_reading {
    bool exists;                /* else the rest is zero */
    uint32_t plain_end;         /* document_plain_end() there, of what was parsed again */
    struct contested contested; /* document_contested() there, of the same */
    const struct span *spans; /* where it differs, in the order of the document; an empty
                                 one parts or joins two blocks */
    uint32_t count;
    const uint32_t *referred; /* the lines (0-based) of definitions there that something
                                 refers to, in their order */
    uint32_t referred_count;
};

/*
 * In the arena; contested is document_contested(). What the document has of these is
 * parsed a second time, in memory that is freed: the blocks that they are in, what plain
 * Markdown goes on with after them, and all of the document where a definition may be
 * another one. Takes time linear in its size and depth, beside document_contested().
 */
struct other_reading other_reading(const struct document *document,
                                   struct contested contested, struct arena *arena);

/* Is there a definition on the line (0-based), to which something refers there? */
bool other_reading_refers(const struct other_reading *reading, uint32_t line);

#endif
