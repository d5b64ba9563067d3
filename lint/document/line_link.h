/* line_link.h - lines that hold nothing but links */
#ifndef LINT_DOCUMENT_LINE_LINK_H
#define LINT_DOCUMENT_LINE_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"

/* Where a search goes on: zero before the first line. */
struct line_link_search {
    uint32_t next;     /* index of the first node that has not been looked at */
    uint32_t link_end; /* where the last of the links so far ends */
    uint32_t text_end; /* where the last text so far ends */
};

/*
 * Is there a link, an image or a URL on the line (0-based), and no text of a paragraph
 * beside it? What stands in emphasis or in another block is no such text; the tildes of
 * strikethrough are. Lines must come in ascending order: all together take time linear in
 * the nodes.
 */
bool document_line_is_link(const struct document *document, uint32_t line,
                           struct line_link_search *search);

#endif
