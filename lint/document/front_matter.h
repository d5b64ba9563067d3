/* front_matter.h - the block of data at the start of an article */
#ifndef LINT_DOCUMENT_FRONT_MATTER_H
#define LINT_DOCUMENT_FRONT_MATTER_H

#include "lint/base/arena.h"
#include "lint/document/document.h"

/*
 * Finds the block in document->source, and sets document->body_line and
 * document->front_matter, but not its tree. The block is found as markdownlint 0.40 finds
 * it: line 1 is exactly `---`, `+++` or `{`, trailing white space aside, and a later line
 * is exactly `---`; `+++` or `...`; or `}`. Blank lines after it belong to it.
 */
void front_matter_cut(struct document *document);

/* The same, and reads the tree of the block into the arena. */
void front_matter_read(struct document *document, struct arena *arena);

#endif
