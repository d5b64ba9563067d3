/* lazy_html.h - where cmark-gfm sees HTML, and others text */
#ifndef LINT_DOCUMENT_LAZY_HTML_H
#define LINT_DOCUMENT_LAZY_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* Parts of a document, in its order. */
struct lazy_html {
    const struct span *items;
    uint32_t count;
};

/*
 * A tag that stands alone on a line of text in a list or a quote: where that goes on
 * lazily it is text, but cmark-gfm begins an HTML block, up to the next blank line, and
 * the list or quote is over. Takes time linear in the document and the depth of tags.
 */
struct lazy_html document_lazy_html(const struct document *document, struct arena *arena);

/* Does the span touch any of them? */
bool lazy_html_touches(struct lazy_html html, struct span span);

#endif
