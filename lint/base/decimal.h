/* decimal.h - exact arithmetic on numbers as they are written */
#ifndef LINT_BASE_DECIMAL_H
#define LINT_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/*
 * A number in JSON's syntax (RFC 8259 6), read where it lies: 0.d1d2d3... times
 * ten to the power of `exponent`, where d1 and the last digit are not 0. Zero
 * has no digits. Nothing is rounded, so 0.1 is 0.1 and 2^64 + 1 is itself.
 */
struct decimal {
    bool negative;     /* never for zero */
    struct str digits; /* from d1 to the last one; may hold one `.` to be skipped */
    size_t count;      /* of digits without the `.` */
    int64_t exponent;
};

/* Written exponents are held within this range: nothing an article counts comes near.
 * Numbers from there on are infinite: no integer, and no multiple of anything. */
enum { DECIMAL_MAX_EXPONENT = 1000000000 };

/* text must be JSON number syntax. The result points into it. */
struct decimal decimal_parse(struct str text);

/* Less than 0, 0 or greater than 0 as a is less than, equal to or greater than b. */
int decimal_compare(const struct decimal *a, const struct decimal *b);

/* Without a fraction: 3, 3.0 and 30e-1 are. */
bool decimal_is_integer(const struct decimal *number);

/* More digits in a divisor take too long: each costs a step for each of the number's. */
enum { DECIMAL_MAX_DIVISOR = 100 };

/*
 * Is number / divisor an integer? Exact; false for a divisor of zero. The divisor has at
 * most DECIMAL_MAX_DIVISOR digits.
 */
bool decimal_is_multiple(const struct decimal *number, const struct decimal *divisor);

/* Equal numbers have equal hashes, however they are written. */
uint64_t decimal_hash(const struct decimal *number);

#endif
