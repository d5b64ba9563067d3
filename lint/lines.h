/* lines.h - questions about raw lines that several rules ask */
#ifndef LINT_LINES_H
#define LINT_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/arena.h"
#include "lint/document.h"
#include "lint/str.h"

/*
 * Does the line separate what stands above it from what stands below? Lines of
 * white space do, and so do lines of quote markers and HTML comments (also of
 * half a comment), and whatever lies outside the Markdown: line may be any
 * number, so `0 - 1` too.
 */
bool document_line_is_blank(const struct document *document, uint32_t line);

/* Is the line content of a code block, so neither one of its fences nor outside? */
bool document_line_is_code_content(const struct document *document, uint32_t line);

/* The quote markers that begin the line, outermost first, as a blank line needs them
 * to stay in the same quotes: "> >". Empty outside quotes. */
struct str document_quote_prefix(const struct document *document, uint32_t line,
                                 struct arena *arena);

#endif
