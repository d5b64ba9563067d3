/* lines.h - questions about raw lines that several rules ask */
#ifndef LINT_DOCUMENT_LINES_H
#define LINT_DOCUMENT_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/*
 * Does the line separate what stands above it from what stands below? Lines of
 * white space do, and so do lines of quote markers and HTML comments (also of
 * half a comment), and whatever lies outside the Markdown: line may be any
 * number, so `0 - 1` too.
 */
bool document_line_is_blank(const struct document *document, uint32_t line);

/*
 * The line that a fenced code block ends on: that of its closing fence or, without one,
 * its last line. When another container begins on the next line, or a directive ends
 * there, markdownlint has the block end there, too, and so has this.
 */
uint32_t document_fence_end(const struct document *document, const struct node *block);

/* Is the line content of a code block, so neither one of its fences nor outside? */
bool document_line_is_code_content(const struct document *document, uint32_t line);

/* The quote markers that begin the line, outermost first, as a blank line needs them
 * to stay in the same quotes: "> >". Empty outside quotes. */
struct str document_quote_prefix(const struct document *document, uint32_t line,
                                 struct arena *arena);

#endif
