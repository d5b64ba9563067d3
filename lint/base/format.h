/* format.h - formats messages faster than vsnprintf() */
#ifndef LINT_BASE_FORMAT_H
#define LINT_BASE_FORMAT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FORMAT_DIGITS = 20 }; /* of 2^64 - 1 */

/* Writes a number in decimal, without a NUL; returns where it ends, at most FORMAT_DIGITS
 * bytes further on. */
char *format_uint(char *to, uint64_t number);

/*
 * Writes what vsnprintf() does, without the NUL, if the format has only the conversions
 * of messages: %s, %.*s, %d, %u, %zu, %c, %%. False when it has others, or when there is
 * too little room, where any number may need FORMAT_DIGITS: then out has a part of the
 * text. *len is the number of bytes written. args is not changed.
 */
bool format_message(char *out, size_t room, size_t *len, const char *format,
                    va_list args);

#endif
