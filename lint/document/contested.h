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
 * What cmark-gfm reads in another way, up to the next blank line, and at least to the end
 * of the outermost block around it:
 *  - a tag alone on a line of text in a list or a quote: where that goes on lazily it is
 *    text, but cmark-gfm begins an HTML block, and the list or quote is over;
 *  - a footnote in a list or a quote, which ends at blank lines there;
 *  - a footnote with blanks on a blank line, and an item that begins with such a line, or
 *    with a definition and a blank line;
 *  - an item with nothing but the box of a task on its first line;
 *  - a table whose first row goes on lazily;
 *  - a table's row of one pipe, which is text, or such a pipe below a table;
 *  - text beside a URL with a back-tick, `<` or `[` in it, which may begin something;
 *  - a declaration in small letters, `<!doctype`, which is text;
 *  - a thematic break below a definition, or one, or a definition, in an item and above a
 *    blank line;
 *  - definitions, and text below them, with a table right below, which are text;
 *  - a link whose definition is in one of these.
 * Takes time n log n in the document, and linear in the depth of such nodes.
 */
struct contested document_contested(const struct document *document, struct arena *arena);

/* Does the span touch any of them? */
bool contested_touches(struct contested contested, struct span span);

#endif
