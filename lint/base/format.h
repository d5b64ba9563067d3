/* format.h - messages formatted without the cost of vsnprintf() */
#ifndef LINT_BASE_FORMAT_H
#define LINT_BASE_FORMAT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FORMAT_DIGITS = 20 }; /* of 2^64 - 1 */

/* Writes a number in decimal digits, without a NUL; returns how many, at most
 * FORMAT_DIGITS. */
size_t format_uint(char *out, uint64_t number);

/*
 * What vsnprintf() writes, but for the NUL, if the format has none but the conversions
 * of messages: %s, %.*s, %d, %u, %zu, %c, %%. False when it has others, or when there is
 * no room for all: then out has something of it. *len: the bytes written. args is not
 * changed.
 */
bool format_message(char *out, size_t room, size_t *len, const char *format,
                    va_list args);

#endif
