/* plain.h - what a parser of plain Markdown, without directives and formulas, sees */
#ifndef LINT_DOCUMENT_PLAIN_H
#define LINT_DOCUMENT_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/document/document.h"

/*
 * The offset up to which the blocks are the same in plain Markdown: there a fence or an
 * HTML block that nothing closes goes on past the end of its directive, and what is in a
 * formula is Markdown. Nor is it known what is shown after an HTML block or tag that
 * leaves `<pre>` or a comment open. The size of the file when nothing like that is in it.
 */
uint32_t document_plain_end(const struct document *document);

/*
 * The offset up to which lists are the same in plain Markdown, and do not touch other
 * lists there: the fence of a directive is text that goes on lazily in the item above it,
 * and that an empty item or one with another number than 1 does not interrupt. What is in
 * a formula may be a list. At most document_plain_end().
 */
uint32_t document_plain_lists_end(const struct document *document);

/* Is the line (0-based) followed by text of the same paragraph or heading, so that two
 * spaces at its end break it? In plain Markdown the fence of a directive is text, too. */
bool document_line_goes_on(const struct document *document, uint32_t line);

#endif
