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
    BLANK_LINE_PARTS, /* it parts a heading from text: the two may be other blocks then */
    BLANK_LINE_ENDS,  /* it ends a list item that has nothing in it yet */
    BLANK_LINE_DOUBLES,  /* it stands beside a line that looks blank, and is text */
    BLANK_LINE_DETACHES, /* it parts a block from its `{: … }`, attributes to kramdown */
};

/* What a blank line before line `at` (0-based) does. Between these two lines one block
 * ends and another one begins. */
enum blank_line_effect blank_line_effect(const struct document *document, uint32_t at);

/* Where blank lines are missing. */
struct blank_line_gap {
    uint32_t at;    /* they go before this line (0-based) */
    uint32_t own;   /* of it and the line above, the one with the markers of its quotes */
    uint32_t count; /* how many are missing */
};

/* The missing lines, in the quotes that go on over the gap, with the line ends of the
 * file. In the arena. Empty where the markers of these quotes are not to be had from the
 * line, or would be a part of a comment. */
struct str blank_lines(const struct document *document, const struct blank_line_gap *gap,
                       struct arena *arena);

#endif
