/* decimal.h - exact arithmetic on numbers as they are written */
#ifndef LINT_BASE_DECIMAL_H
#define LINT_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/*
 * A number in JSON's syntax (RFC 8259 6) as a view of its text: 0.d1d2d3... times ten to
 * the power of `exponent`, where d1 and the last digit are not 0. Zero has no digits.
 * Nothing is rounded, so 0.1 is 0.1 and 2^64 + 1 is itself.
 */
struct decimal {
    bool negative;     /* never for zero */
    struct str digits; /* from d1 to the last one; may contain one `.`, to be skipped */
    size_t count;      /* of digits without the `.` */
    int64_t exponent;
};

/* Exponents are clamped to this range, far beyond anything that an article counts.
 * Numbers above it count as infinite: neither an integer nor a multiple of anything. */
enum { DECIMAL_MAX_EXPONENT = 1000000000 };

/* text must be JSON number syntax. The result points into it. */
struct decimal decimal_parse(struct str text);

/* Negative, 0 or positive as a is less than, equal to or greater than b. */
int decimal_compare(const struct decimal *a, const struct decimal *b);

/* Has the number no fraction? 3, 3.0 and 30e-1 have none. */
bool decimal_is_integer(const struct decimal *number);

/* The most digits of a divisor: each costs a step for each digit of the number. */
enum { DECIMAL_MAX_DIVISOR = 100 };

/*
 * Is number / divisor an integer? Exact; false for a divisor of zero. The caller makes
 * sure that the divisor has at most DECIMAL_MAX_DIVISOR digits.
 */
bool decimal_is_multiple(const struct decimal *number, const struct decimal *divisor);

/* Equal numbers have equal hashes, however they are written. */
uint64_t decimal_hash(const struct decimal *number);

#endif
