/* ascii.h - sets of ASCII characters, named for what is in them */
#ifndef LINT_BASE_ASCII_H
#define LINT_BASE_ASCII_H

#include <stdbool.h>
#include <string.h>

/*
 * Each takes a char, a byte, a code point or -1 for "no more text", and is false for
 * everything outside ASCII. None depends on the locale, as those of <ctype.h> do.
 */

/* 0-9 */
static inline bool is_ascii_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* a-z */
static inline bool is_ascii_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

/* A-Z */
static inline bool is_ascii_upper(int c)
{
    return c >= 'A' && c <= 'Z';
}

/* A-Z a-z */
static inline bool is_ascii_letter(int c)
{
    return is_ascii_lower(c) || is_ascii_upper(c);
}

/* A-Z a-z 0-9 */
static inline bool is_ascii_alnum(int c)
{
    return is_ascii_letter(c) || is_ascii_digit(c);
}

/* A-Z a-z 0-9 _ */
static inline bool is_ascii_word(int c)
{
    return is_ascii_alnum(c) || c == '_';
}

/* A-Z a-z 0-9 _ - */
static inline bool is_ascii_word_or_dash(int c)
{
    return is_ascii_word(c) || c == '-';
}

/* 0-9 A-F a-f */
static inline bool is_hex_digit(int c)
{
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Printable, but neither letter, digit nor space */
static inline bool is_ascii_punctuation(int c)
{
    return c > ' ' && c < 0x7F && !is_ascii_alnum(c);
}

/* Space, tab */
static inline bool is_space_or_tab(int c)
{
    return c == ' ' || c == '\t';
}

/* Line feed, carriage return */
static inline bool is_line_end(int c)
{
    return c == '\n' || c == '\r';
}

/* Space, tab, line feed, carriage return */
static inline bool is_space_tab_or_line_end(int c)
{
    return is_space_or_tab(c) || is_line_end(c);
}

/* The four above, vertical tab and form feed */
static inline bool is_ascii_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Is c one of the ASCII characters in set? NUL never is. Where the compiler knows that
 * there are three of them at most, it compares. */
static inline bool is_one_of(int c, const char *set)
{
    if (__builtin_constant_p(strlen(set)) && strlen(set) <= 3)
        return c > 0 && (c == set[0] || (set[0] && c == set[1]) ||
                         (set[0] && set[1] && c == set[2]));
    return c > 0 && c < 0x80 && strchr(set, c);
}

/* The value of a hexadecimal digit, or -1. */
static inline int hex_digit_value(int c)
{
    if (is_ascii_digit(c))
        return c - '0';
    if (!is_hex_digit(c))
        return -1;
    return (c | 0x20) - 'a' + 10;
}

/* A-Z become a-z; everything else is returned as it is. */
static inline int ascii_lower(int c)
{
    return is_ascii_upper(c) ? c - 'A' + 'a' : c;
}

#endif
