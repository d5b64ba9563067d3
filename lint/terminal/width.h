/* width.h - the columns that a code point fills on a terminal */
#ifndef LINT_TERMINAL_WIDTH_H
#define LINT_TERMINAL_WIDTH_H

#include <stdint.h>

/* 0 for what is drawn on the character before it, 2 for wide characters and emoji, else
 * 1, even for control characters. */
unsigned code_point_width(uint32_t code_point);

#endif
