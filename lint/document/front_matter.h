/* front_matter.h - the block of data at the start of an article */
#ifndef LINT_DOCUMENT_FRONT_MATTER_H
#define LINT_DOCUMENT_FRONT_MATTER_H

#include "lint/base/arena.h"
#include "lint/document/document.h"

/*
 * Finds the block in document->source, and sets document->body_line and
 * document->front_matter, but not its tree or miss. Line 1 is exactly `---`, `+++` or
 * `{`, trailing white space aside, and a later line is exactly `---`, `+++` or `}`. The
 * block of `---` also ends at `...`, if it starts with data; to markdownlint 0.40 it does
 * not, but that of `+++` does. Blank lines after it belong to it.
 */
void front_matter_cut(struct document *document, enum front_matter_reading reading);

/* The same, and reads the tree of the block into the arena; without a block, looks for
 * what was meant as one. */
void front_matter_read(struct document *document, struct arena *arena,
                       enum front_matter_reading reading);

/* The first line of Markdown, when that may begin at `line`: blank lines are passed over.
 * A final line end starts one more line, which is Markdown even when nothing else is. */
uint32_t front_matter_body(const struct source *source, uint32_t line);

#endif
