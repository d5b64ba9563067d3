/* code_parts.h - which lines are code for markdownlint */
#ifndef LINT_DOCUMENT_CODE_PARTS_H
#define LINT_DOCUMENT_CODE_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/document/document.h"

/* The line (0-based) on which the second of two blocks begins: indented code whose first
 * line ends a list, quote or footnote is that line alone to markdownlint, what comes
 * after it is another block. 0 when it is one block. */
uint32_t code_second_part(const struct document *document, const struct node *code);

/* Is the line (0-based) of code blank, and stands between the two blocks? */
bool code_line_parts(const struct document *document, uint32_t line);

/*
 * Of the lines right below code that nothing closes: the line after the last of the blank
 * ones that are code as well. After an unclosed fence all of them are, after an indented
 * block those that are indented as far as the block. CommonMark 4.4 does not count the
 * latter, but markdownlint does.
 */
uint32_t code_tail(const struct document *document, const struct node *code,
                   struct span lines);

/* The last line (0-based) that shows anything, be it blanks, of a fence that nothing
 * closes. */
uint32_t code_value_end(const struct document *document, const struct node *fence);

#endif
