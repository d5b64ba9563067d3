/* lines.h - questions about raw lines, for several rules */
#ifndef LINT_DOCUMENT_LINES_H
#define LINT_DOCUMENT_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/*
 * Does the line (0-based) separate what is above it from what is below? Lines of white
 * space do, as do lines of quote markers and HTML comments (or parts of them) and any
 * line outside the Markdown: line may be any number, even `0 - 1`.
 */
bool document_line_is_blank(const struct document *document, uint32_t line);

/*
 * The line (0-based) that a fenced code block ends on: that of its closing fence or,
 * without one, its last line. When another container begins or a directive ends on the
 * next line, the block ends there instead, as in markdownlint.
 */
uint32_t document_fence_end(const struct document *document, const struct node *block);

/* The line (0-based) that an HTML block ends on. When nothing closes it, and another
 * container begins or a directive ends below it, it ends there, as in markdownlint. */
uint32_t document_html_end(const struct document *document, const struct node *block);

/* Is the line (0-based) content of a code block, so neither a fence nor outside of it? */
bool document_line_is_code_content(const struct document *document, uint32_t line);

/* Does the line (0-based) belong to a block of code or HTML, whose # are no headings? */
bool document_line_is_raw(const struct document *document, uint32_t line);

/* The quote markers at the start of the line (0-based), outermost first and at most
 * `depth`, which a blank line needs to stay in the same quotes: "> >", in the arena. Tabs
 * are spaces there, and more blanks than one only for what is in an item. */
struct str document_quote_prefix(const struct document *document, uint32_t line,
                                 uint32_t depth, struct arena *arena);

/* The span of a node, or the part of it on its first line. */
struct span document_first_line(const struct source *source, const struct node *node);

/* The first word of the info string of a fence; empty without one. */
struct span document_code_language(const struct source *source, const struct node *fence);

/* The first node of these kinds (NODE_BIT()), outside of HTML blocks, that ends after
 * the offset; NULL after the last. Offsets must come in ascending order; *next is 0 at
 * first, and then where the search goes on. */
const struct node *document_ends_after(const struct document *document, uint64_t kinds,
                                       uint32_t offset, uint32_t *next);

/* Is the place in a code span, or right after one? As document_ends_after(). */
bool document_in_code_span(const struct document *document, struct span place,
                           uint32_t *next);

/* The first of the lines (0-based) right above that have nothing but white space and
 * quote markers; the line itself when there are none. */
uint32_t line_first_blank_above(const struct source *source, uint32_t line);

/* Is there nothing on the line (0-based) but white space and quote markers? Stores how
 * many of them there are; of another line, how many stand before what is not. */
bool line_is_blank_in_quotes(const struct source *source, uint32_t line,
                             uint32_t *quotes);

/* Could a block begin like this, if it were not in a paragraph? The text has no blanks
 * around it. */
bool text_may_begin_block(struct str text);

#endif
