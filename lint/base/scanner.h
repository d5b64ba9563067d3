/* scanner.h - small steps through a text, for formats */
#ifndef LINT_BASE_SCANNER_H
#define LINT_BASE_SCANNER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/base/str.h"

struct scanner {
    const char *at;
    const char *end;
};

static inline struct scanner scanner_on(struct str text)
{
    return (struct scanner){text.data, text.data + text.len};
}

static inline bool scanner_done(const struct scanner *s)
{
    return s->at == s->end;
}

static inline size_t scanner_left(const struct scanner *s)
{
    return (size_t)(s->end - s->at);
}

/* The next byte, or -1 at the end: a NUL in the text is not the end. */
static inline int scanner_peek(const struct scanner *s)
{
    return s->at < s->end ? (unsigned char)*s->at : -1;
}

static inline bool scanner_accept(struct scanner *s, char c)
{
    if (s->at == s->end || *s->at != c)
        return false;
    s->at++;
    return true;
}

/* Steps over the next byte if it is one of the ASCII characters in set; NUL never is. */
static inline bool scanner_accept_any(struct scanner *s, const char *set)
{
    if (!is_one_of(scanner_peek(s), set))
        return false;
    s->at++;
    return true;
}

/* Reads exactly count digits, at most 9. False when there are fewer; then *number and the
 * place are those after the digits that were read. */
static inline bool scanner_digits(struct scanner *s, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (!is_ascii_digit(scanner_peek(s)))
            return false;
        *number = *number * 10 + (*s->at++ - '0');
    }
    return true;
}

/* Steps over all digits that follow; returns how many, 0 for none. */
static inline size_t scanner_skip_digits(struct scanner *s)
{
    const char *start = s->at;

    while (is_ascii_digit(scanner_peek(s)))
        s->at++;
    return (size_t)(s->at - start);
}

#endif
