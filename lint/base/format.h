/* format.h - formats messages faster than vsnprintf() */
#ifndef LINT_BASE_FORMAT_H
#define LINT_BASE_FORMAT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { FORMAT_DIGITS = 20 }; /* of 2^64 - 1 */

/* The numbers below 100, two digits each: a division gives both at once. */
extern const char format_pairs[];

static inline char *format_pair(char *to, uint32_t number)
{
    memcpy(to, format_pairs + (size_t)2 * number, 2);
    return to + 2;
}

/* The first digits, one or two: no zero stands before them. */
static inline char *format_start(char *to, uint32_t number)
{
    if (number >= 10)
        return format_pair(to, number);
    *to = (char)('0' + number);
    return to + 1;
}

/* Four digits, with the zeros before them. */
static inline char *format_four(char *to, uint32_t number)
{
    return format_pair(format_pair(to, number / 100), number % 100);
}

/* The slow path of format_uint(), with the same contract. */
char *format_large(char *to, uint64_t number);

/* Writes a number in decimal, without a NUL; returns where it ends, at most FORMAT_DIGITS
 * bytes further on. Most have up to six digits: offsets in files, and what is counted
 * there. */
static inline char *format_uint(char *to, uint64_t number)
{
    uint32_t small = (uint32_t)number;

    if (number >= 1000000)
        return format_large(to, number);
    if (small < 100)
        return format_start(to, small);
    if (small < 10000)
        return format_pair(format_start(to, small / 100), small % 100);
    return format_four(format_start(to, small / 10000), small % 10000);
}

/*
 * Writes what vsnprintf() does, without the NUL, if the format has only the conversions
 * of messages: %s, %.*s, %d, %u, %zu, %c, %%. False when it has others, or when there is
 * too little room, where any number may need FORMAT_DIGITS: then out has a part of the
 * text. *len is the number of bytes written. args is not changed.
 */
bool format_message(char *out, size_t room, size_t *len, const char *format,
                    va_list args);

#endif
