/* pieces.h - the text of an article in the pieces that words are looked for in */
#ifndef LINT_DOCUMENT_PIECES_H
#define LINT_DOCUMENT_PIECES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/document/document.h"

/* What pieces to gather, as bits. */
enum piece_kind {
    PIECE_TEXT = 1 << 0,
    PIECE_CODE = 1 << 1, /* code spans and blocks */
    PIECE_HTML = 1 << 2, /* tags and comments */
};

/*
 * The pieces of those kinds, in the order of the document, each on one line: an array in
 * the arena. Character references, the names of text directives, formulas, destinations,
 * titles and labels of links, URLs, info strings and definitions are none, and part them.
 */
const struct span *document_pieces(const struct document *document, unsigned kinds,
                                   struct arena *arena, uint32_t *count);

/*
 * From the first bare URL on that would be in the piece if it were a text by itself, as
 * far as markdownlint 0.40 takes it for a URL: past the end of the piece by as much as
 * there is up to the URL's end, but not past the line. Empty when there is none.
 */
struct span document_piece_url(const struct document *document, struct span piece);

#endif
