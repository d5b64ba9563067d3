/* block_start.h - what a line starts, by its text alone */
#ifndef LINT_MARKDOWN_BLOCK_START_H
#define LINT_MARKDOWN_BLOCK_START_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"

/* The text of a line is what stands after the containers' marks and the blanks there, to
 * the line's end; it is never empty. Offsets are into it. */

/* Of directives: one with more colons than a leaf contains blocks. */
enum { LEAF_DIRECTIVE_COLONS = 2 };

/* How many of the byte at `at` stand there in a row. */
uint32_t run_length(struct str text, uint32_t at);

/* Is there nothing but blanks from `at` on? */
bool is_blank_from(struct str text, uint32_t at);

/* The level of the ATX heading (CommonMark 4.2); 0: none. */
uint32_t atx_level(struct str text);

/* Is it a thematic break (CommonMark 4.1)? */
bool is_thematic_break(struct str text);

/* The level of the heading that it underlines (CommonMark 4.3); 0: none. */
uint32_t setext_level(struct str text);

/* The length of the fence that opens code (CommonMark 4.5), or formulas: two dollars or
 * more, and no other on the line; 0: none. */
uint32_t code_fence(struct str text);
uint32_t math_fence(struct str text);

/* Is it the closing fence of one of so many c? */
bool is_closing_fence(struct str text, char c, uint32_t length);

/* A list marker (CommonMark 5.2). */
struct list_marker {
    uint32_t length; /* 0: none */
    uint32_t number; /* of an ordered item, as written */
    bool ordered;
    char character; /* - + * . or ) */
};

struct list_marker list_marker_read(struct str text);

/* After [^label]: and the blanks that follow it; 0: no footnote starts. The length is
 * that of the label. */
uint32_t footnote_start(struct str text, uint32_t *label_length);

/* The colons of a directive that is alone on its line, two or more; 0: none. */
uint32_t directive_start(struct str text);

#endif
