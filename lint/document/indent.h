/* indent.h - blanks before a block that its containers do not need */
#ifndef LINT_DOCUMENT_INDENT_H
#define LINT_DOCUMENT_INDENT_H

#include "lint/base/span.h"
#include "lint/document/document.h"

/* How many columns after the end of its marker the content of an item begins: one where
 * nothing or code follows on the line (CommonMark 5.2). */
uint32_t item_content_columns(const struct source *source, const struct node *item);

/*
 * The blanks before a block on its first line, or before the marker of a container on
 * that line, that neither a quote (one after its >) nor an item nor a footnote needs:
 * those nearest to the block. Empty when there are none. A tab that is needed in part
 * counts as needed. Takes time in proportion to what stands before the block, and before
 * the innermost item around it.
 */
struct span document_spare_indent(const struct document *document,
                                  const struct node *block);

/*
 * Where the text of a line starts that a paragraph or heading, or an inline in it, goes
 * on with: after the > of quotes and the blanks that its list item or footnote needs, if
 * they are there. Takes time in proportion to what it passes over.
 */
uint32_t document_text_start(const struct document *document, const struct node *inside,
                             uint32_t line);

#endif
