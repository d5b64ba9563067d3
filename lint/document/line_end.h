/* line_end.h - white space at the end of a line, and what it does there */
#ifndef LINT_DOCUMENT_LINE_END_H
#define LINT_DOCUMENT_LINE_END_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"
#include "lint/document/verbatim.h"

/* Does the white space at the end of a line break it? It does not when it ends in a tab.
 */
bool document_space_breaks_line(const struct document *document, struct span space);

/* Is the end of the line (0-based) inside of a paragraph, and in no code span? Lines must
 * come in ascending order; *next is 0 at first, and then where the search goes on. */
bool document_line_ends_in_text(const struct document *document, uint32_t line,
                                uint32_t *next);

/* May the white space at the end of a line go, but for a break that it makes? Not where
 * it is content, is more than spaces and tabs, or keeps a backslash from breaking the
 * line. Places must come in ascending order. */
bool document_space_may_go(const struct document *document, struct span space,
                           struct verbatim_search *search);

#endif
