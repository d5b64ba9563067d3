/* blank_line.h - a blank line put between two blocks */
#ifndef LINT_DOCUMENT_BLANK_LINE_H
#define LINT_DOCUMENT_BLANK_LINE_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

enum blank_line_effect {
    BLANK_LINE_NONE,    /* the article is rendered as before */
    BLANK_LINE_LOOSENS, /* a tight list becomes a loose one */
    BLANK_LINE_EXTENDS, /* it becomes content of the block above, which nothing closes */
    BLANK_LINE_ENDS,    /* it ends a list item that has nothing in it yet */
};

/* What a blank line before line `at` (0-based) does. Between these two lines one block
 * ends and another one begins. */
enum blank_line_effect blank_line_effect(const struct document *document, uint32_t at);

/*
 * What a blank line before line `at` (0-based) must start with so that the quotes around
 * both it and the line above go on: "> >", in the arena; empty outside of quotes. `own`
 * is the one of these two lines that has the markers of all its quotes.
 */
struct str blank_line_prefix(const struct document *document, uint32_t at, uint32_t own,
                             struct arena *arena);

#endif
