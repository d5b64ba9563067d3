/* front_matter_miss.h - what was meant as front matter, but no program finds */
#ifndef LINT_DOCUMENT_FRONT_MATTER_MISS_H
#define LINT_DOCUMENT_FRONT_MATTER_MISS_H

#include "lint/base/arena.h"
#include "lint/document/document.h"

/*
 * For a document without front matter: sets document->front_matter.miss when the file
 * starts with something like it, or has it below other text, and, unless markdownlint is
 * asked, document->body_line to what follows that, or `meant`. A block may be late (after
 * blank lines, spaces or comments), unclosed, without one or both fences, in a code
 * block, or between lines that are not fences: `----`, `—`, `---json`, `;;;`. Its lines
 * must look like data. The mistake lives in the arena.
 */
void front_matter_find_miss(struct document *document, struct arena *arena,
                            enum front_matter_reading reading);

#endif
