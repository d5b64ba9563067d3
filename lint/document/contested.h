/* contested.h - where cmark-gfm sees other blocks */
#ifndef LINT_DOCUMENT_CONTESTED_H
#define LINT_DOCUMENT_CONTESTED_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* Parts of a document, in its order. */
struct contested {
    const struct span *items;
    uint32_t count;
};

/*
 * What cmark-gfm reads in another way. A tag that stands alone on a line of text in a
 * list or a quote: where that goes on lazily it is text, but cmark-gfm begins an HTML
 * block, up to the next blank line, and the list or quote is over. A footnote in a list
 * or a quote: it ends at blank lines there. Takes time linear in the document and the
 * depth of such nodes.
 */
struct contested document_contested(const struct document *document, struct arena *arena);

/* Does the span touch any of them? */
bool contested_touches(struct contested contested, struct span span);

#endif
