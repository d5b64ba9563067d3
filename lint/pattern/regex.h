/* regex.h - regular expressions; only regex.c knows PCRE2 */
#ifndef LINT_PATTERN_REGEX_H
#define LINT_PATTERN_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * A compiled ECMA-262 pattern (u flag); it lives as long as its arena. It is matched by
 * PCRE2's interpreter, not by JIT code: that counts steps differently, so that a pattern
 * could be too expensive on one machine and not on another, and front matter is too short
 * for it to pay off.
 */
struct regex;

enum regex_flag {
    REGEX_IGNORE_CASE = 1 << 0,
    REGEX_STRICT = 1 << 1, /* only the u-mode grammar: what `format: regex` accepts */
};

enum regex_verdict {
    REGEX_NO_MATCH,
    REGEX_MATCH,
    REGEX_TOO_EXPENSIVE, /* given up after too many steps: neither yes nor no */
};

/*
 * Steps until a search is given up: about 10 ms, plus some for each byte of the subject,
 * so that a pattern which passes over its subject once is never too expensive.
 */
enum { REGEX_MATCH_LIMIT = 200000, REGEX_MATCH_LIMIT_PER_BYTE = 16 };

struct regex_error {
    const char *message; /* static text, no capital, no full stop */
    size_t offset;       /* bytes into the pattern */
};

/* Compiles pattern, which is copied, into the arena. NULL, with *error filled, when it is
 * malformed. */
const struct regex *regex_compile(struct arena *arena, struct str pattern, unsigned flags,
                                  struct regex_error *error);

/* As regex_compile(), for a pattern that is known to be well formed: it is compiled by
 * the first search, and a bug() if it is malformed. The arena must outlive that. */
const struct regex *regex_defer(struct arena *arena, struct str pattern, unsigned flags);

/* Does the pattern match anywhere in subject? Bytes that are not UTF-8 never match. */
enum regex_verdict regex_match(const struct regex *regex, struct str subject);

/* As regex_match() from byte `from` on; after a match *start and *end are its byte
 * range. */
enum regex_verdict regex_search(const struct regex *regex, struct str subject,
                                size_t from, size_t *start, size_t *end);

/* The pattern as it was written. */
struct str regex_pattern(const struct regex *regex);

#endif
