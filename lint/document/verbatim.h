/* verbatim.h - where white space is part of what an article says */
#ifndef LINT_DOCUMENT_VERBATIM_H
#define LINT_DOCUMENT_VERBATIM_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/document/document.h"

/* How far the search has come. Zeroed at the start of a document. */
struct verbatim_search {
    uint32_t next;       /* no inline node before this index is of interest */
    uint32_t tag;        /* no tag in a text before this index is of interest */
    uint32_t block;      /* that the last one was in */
    uint32_t open;       /* elements that show white space, in that block so far */
    uint32_t html_block; /* the last HTML block that was asked about, or 0 */
    bool html_is_verbatim;
};

/*
 * Does the place, which lies on one line, belong to something that is shown or read as it
 * is written: the content of a code block, a code span, a formula, a tag, an image, the
 * title of a link, an HTML block or an element in a text that shows white space? Places
 * must come in ascending order.
 */
bool document_is_verbatim(const struct document *document, struct span place,
                          struct verbatim_search *search);

/* Does the name of an element that shows white space follow the first byte of the text, a
 * `<` or `/`? */
bool verbatim_element_starts(struct str html);

#endif
