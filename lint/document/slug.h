/* slug.h - the text of a heading as a part of a URL */
#ifndef LINT_DOCUMENT_SLUG_H
#define LINT_DOCUMENT_SLUG_H

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/* Appends the text that a source text stands for: its backslash escapes undone, character
 * references and, when asked for, text directives (`:name[label]{attributes}`) left
 * out. */
void slug_add_source(struct buf *out, struct str source, bool directives);

/* Appends the text of a heading that counts for its anchor: no images, no tags, no URLs
 * that stand for themselves, no line ends. */
void slug_add_heading(struct buf *out, const struct document *document,
                      const struct node *heading);

/* Appends the text in lower case, letters, marks, numbers, `_` and `-` only; each space
 * becomes a `-`. */
void slug_add(struct buf *out, struct str text);

/* Appends the text in lower case. */
void slug_add_lower(struct buf *out, struct str text);

/* Appends the text percent-encoded: all but letters, digits and `-_.!~*'()`. */
void slug_add_encoded(struct buf *out, struct str text);

#endif
