/* white_space.h - white space as JavaScript defines it */
#ifndef LINT_BASE_WHITE_SPACE_H
#define LINT_BASE_WHITE_SPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/str.h"

/*
 * code_point_is_space() says what counts: more than ASCII, unlike in str_trim().
 * markdownlint trims like this, so rules that must agree with it do, too.
 */

/* Is all of text white space? True for an empty text. */
bool white_space_only(struct str text);

/* The number of bytes of white space at the start and at the end of text. */
size_t white_space_at_start(struct str text);
size_t white_space_at_end(struct str text);

/* The offset of the first byte from `at` on that may be white space or begin some: a
 * control, a space or a byte above 0x7F; text.len without any. */
size_t white_space_next(struct str text, size_t at);

/* Is any of text white space? */
bool white_space_any(struct str text);

/* The offset after the last white space in text, where its last word begins; 0 without
 * any. */
size_t white_space_last(struct str text);

#endif
