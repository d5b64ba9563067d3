/* utf8.h - code points and what kind they are */
#ifndef LINT_BASE_UTF8_H
#define LINT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

enum { CODE_POINT_INVALID = 0xFFFD };

/*
 * The code point at the start of text and, in *len, its bytes (1 to 4).
 * A byte sequence that is not UTF-8 (RFC 3629: overlong forms and surrogates
 * included) gives CODE_POINT_INVALID and the length of its maximal subpart, the
 * unit that becomes one U+FFFD (Unicode 3.9). text must not be empty.
 */
uint32_t utf8_decode(struct str text, size_t *len);

/* The last code point's bytes; of what is not UTF-8 perhaps the last byte alone. text
 * must not be empty. */
struct str utf8_last(struct str text);

/* Is the byte one that never starts a code point? */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Writes one code point as UTF-8; returns its bytes (1 to 4). */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Offset of the first byte that is not UTF-8, or text.len when all of it is. */
size_t utf8_invalid(struct str text);

/* Lengths of text; an invalid subpart counts one. */
size_t utf8_code_points(struct str text);
size_t utf8_utf16_units(struct str text);

/* White space as ECMAScript's \s matches and its trim takes away (WhiteSpace,
 * LineTerminator). */
bool code_point_is_space(uint32_t code_point);

/*
 * Punctuation and symbols as CommonMark 0.31 has them (Unicode general categories
 * P and S), but of the Basic Multilingual Plane alone: parsers that work in UTF-16,
 * micromark among them, see no others.
 */
bool code_point_is_punctuation(uint32_t code_point);

#endif
