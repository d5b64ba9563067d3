/* plain_parts.h - the parts of a document that plain Markdown may read otherwise */
#ifndef LINT_DOCUMENT_PLAIN_PARTS_H
#define LINT_DOCUMENT_PLAIN_PARTS_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/document/contested.h"
#include "lint/document/document.h"
#include "lint/markdown/parts.h"

/* Has the document directives, formulas, or something that was meant as front matter? */
bool plain_may_differ(const struct document *document);

/*
 * Reads these in `plain` as plain Markdown, with all of the blocks that they are in and
 * what goes on below them there: the parts that are marked. It has no texts, and its
 * other parts nothing but definitions. All of the document is one part where a definition
 * is in what is read, for links anywhere may then be others, or in contested, which is
 * document_contested(). What is returned, and `plain`, live in the arena, which holds
 * nothing else.
 */
struct parts plain_parts_read(const struct document *document, struct contested contested,
                              struct document *plain, struct arena *arena);

#endif
