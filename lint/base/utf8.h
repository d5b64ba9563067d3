/* utf8.h - UTF-8, code points and their classes */
#ifndef LINT_BASE_UTF8_H
#define LINT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/base/str.h"

enum { CODE_POINT_INVALID = 0xFFFD };

/* As utf8_decode(), which does not call it for ASCII. */
uint32_t utf8_decode_any(struct str text, size_t *len);

/*
 * The code point at the start of text and, in *len, its length in bytes (1 to 4). A byte
 * sequence that is not UTF-8 (RFC 3629: overlong forms and surrogates included) gives
 * CODE_POINT_INVALID and the length of its maximal subpart, the unit that becomes one
 * U+FFFD (Unicode 3.9). text must not be empty.
 */
static inline uint32_t utf8_decode(struct str text, size_t *len)
{
    if (*text.data & 0x80)
        return utf8_decode_any(text, len);
    *len = 1;
    return (unsigned char)*text.data;
}

/* The bytes of the last code point: a view. Where text does not end in UTF-8, its last
 * byte or invalid subpart. text must not be empty. */
struct str utf8_last(struct str text);

/* Is the last code point of text one of the set? False for an empty text. */
bool utf8_ends_in(struct str text, struct str set);

/* Is the byte a continuation byte, which never starts a code point? */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Writes one code point as UTF-8, without a NUL; returns its length in bytes (1 to 4). */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* How many bytes at the start of text are ASCII. */
size_t utf8_ascii_run(struct str text);

/* How many bytes at the start of text are printable ASCII: each takes one column. */
size_t utf8_printable_run(struct str text);

/* Offset of the first byte that is not UTF-8, or text.len when all of it is. */
size_t utf8_invalid(struct str text);

/* The length of text in code points and in UTF-16 code units; an invalid subpart counts
 * as one. */
size_t utf8_code_points(struct str text);
size_t utf8_utf16_units(struct str text);

/* The most bytes at the start of text that make no more than so many UTF-16 code units:
 * whole characters. */
size_t utf8_utf16_offset(struct str text, size_t units);

/* White space that is not ASCII: for code_point_is_space(). */
bool code_point_is_other_space(uint32_t code_point);

/* White space as in ECMAScript (WhiteSpace and LineTerminator, ECMA-262 12.2 and 12.3):
 * what `\s` matches and String.prototype.trim removes. */
static inline bool code_point_is_space(uint32_t code_point)
{
    if (code_point < 0x80)
        return is_ascii_space((int)code_point);
    return code_point_is_other_space(code_point);
}

/*
 * Punctuation as CommonMark 0.31 defines it (2.1: Unicode general categories P and S),
 * but only of the Basic Multilingual Plane: parsers that work in UTF-16, micromark among
 * them, see no other.
 */
bool code_point_is_punctuation(uint32_t code_point);

/* The same of all planes, so emoji too: what CommonMark 0.31 means. */
bool code_point_is_mark(uint32_t code_point);

/* Letters, marks, numbers and connectors such as `_` (general categories L, M, N, Pc):
 * what GitHub keeps of a heading in its anchor. */
bool code_point_is_word(uint32_t code_point);

#endif
