/* decimal.c - exact arithmetic on numbers as they are written */

#include "lint/base/decimal.h"

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"

/* An exponent as written, clamped to DECIMAL_MAX_EXPONENT. */
static int64_t parse_exponent(struct str text)
{
    size_t i = 0;
    bool negative = text.len && text.data[0] == '-';
    int64_t exponent = 0;

    if (text.len && (text.data[0] == '-' || text.data[0] == '+'))
        i++;
    for (; i < text.len && exponent < DECIMAL_MAX_EXPONENT; i++)
        exponent = exponent * 10 + (text.data[i] - '0');
    if (exponent > DECIMAL_MAX_EXPONENT)
        exponent = DECIMAL_MAX_EXPONENT;
    return negative ? -exponent : exponent;
}

/* Drops zeros (and the point) at both ends. Returns the number of digits from d1 to the
 * point or, when d1 comes after the point, minus the number of zeros between them. */
static int64_t strip(struct str *mantissa)
{
    const char *start = mantissa->data;
    const char *end = start + mantissa->len;
    const char *point = memchr(start, '.', mantissa->len);

    if (!point)
        point = end;
    while (start < end && (*start == '0' || *start == '.'))
        start++;
    while (end > start && (end[-1] == '0' || end[-1] == '.'))
        end--;
    *mantissa = (struct str){start, (size_t)(end - start)};
    return start < point ? point - start : -(start - point - 1);
}

struct decimal decimal_parse(struct str text)
{
    struct decimal number = {false, {NULL, 0}, 0, 0};
    struct str mantissa = text;

    if (mantissa.len && *mantissa.data == '-') {
        number.negative = true;
        mantissa.data++;
        mantissa.len--;
    }
    for (size_t i = 0; i < mantissa.len; i++) {
        if (mantissa.data[i] != 'e' && mantissa.data[i] != 'E')
            continue;
        number.exponent =
            parse_exponent((struct str){mantissa.data + i + 1, mantissa.len - i - 1});
        mantissa.len = i;
    }
    number.exponent += strip(&mantissa);
    number.digits = mantissa;
    number.count = mantissa.len;
    if (mantissa.len && memchr(mantissa.data, '.', mantissa.len))
        number.count--;
    if (!number.count)
        number = (struct decimal){false, {NULL, 0}, 0, 0};
    return number;
}

/* The digit at *at, or 0 after the last one; *at moves on. */
static int next_digit(const struct decimal *number, size_t *at)
{
    if (*at < number->digits.len && !is_ascii_digit(number->digits.data[*at]))
        ++*at;
    if (*at >= number->digits.len)
        return 0;
    return number->digits.data[(*at)++] - '0';
}

static int compare_magnitude(const struct decimal *a, const struct decimal *b)
{
    size_t longer = a->count > b->count ? a->count : b->count;
    size_t at_a = 0;
    size_t at_b = 0;

    if (a->exponent != b->exponent)
        return a->exponent < b->exponent ? -1 : 1;
    for (size_t i = 0; i < longer; i++) {
        int difference = next_digit(a, &at_a) - next_digit(b, &at_b);

        if (difference)
            return difference;
    }
    return 0;
}

static int sign(const struct decimal *number)
{
    if (!number->count)
        return 0;
    return number->negative ? -1 : 1;
}

int decimal_compare(const struct decimal *a, const struct decimal *b)
{
    if (sign(a) != sign(b))
        return sign(a) - sign(b);
    if (!a->count)
        return 0;
    return a->negative ? compare_magnitude(b, a) : compare_magnitude(a, b);
}

bool decimal_is_integer(const struct decimal *number)
{
    if (number->exponent > DECIMAL_MAX_EXPONENT)
        return false;
    return !number->count || number->exponent >= (int64_t)number->count;
}

/*
 * Long division that keeps only the remainder, one decimal digit per byte, the lowest
 * first. The remainder is always less than the divisor.
 */
struct remainder {
    unsigned char *digits; /* count + 1 of them */
    unsigned char *divisor;
    size_t count;
};

static bool reaches_divisor(const struct remainder *r)
{
    if (r->digits[r->count])
        return true;
    for (size_t i = r->count; i-- > 0;)
        if (r->digits[i] != r->divisor[i])
            return r->digits[i] > r->divisor[i];
    return true;
}

static void subtract_divisor(struct remainder *r)
{
    int borrow = 0;

    for (size_t i = 0; i <= r->count; i++) {
        int digit = r->digits[i] - borrow - (i < r->count ? r->divisor[i] : 0);

        borrow = digit < 0;
        r->digits[i] = (unsigned char)(borrow ? digit + 10 : digit);
    }
}

static void bring_down(struct remainder *r, int digit)
{
    memmove(r->digits + 1, r->digits, r->count);
    r->digits[0] = (unsigned char)digit;
    while (reaches_divisor(r))
        subtract_divisor(r);
}

/* So many digits that a remainder times ten still fits into 64 bits. */
enum { SMALL_DIVISOR = 18 };

static bool small_divides(const struct decimal *number, const struct decimal *divisor,
                          size_t zeros)
{
    uint64_t remainder = 0;
    uint64_t by = 0;
    size_t at = 0;

    for (size_t i = 0; i < divisor->count; i++)
        by = by * 10 + (uint64_t)next_digit(divisor, &at);
    at = 0;
    for (size_t i = 0; i < number->count + zeros; i++)
        remainder = (remainder * 10 + (uint64_t)next_digit(number, &at)) % by;
    return remainder == 0;
}

static bool divides(const struct decimal *number, const struct decimal *divisor,
                    size_t zeros)
{
    struct remainder r = {NULL, NULL, divisor->count};
    size_t at = 0;
    bool exact = true;

    r.digits = memory_zeroed(2 * r.count + 1, 1);
    r.divisor = r.digits + r.count + 1;
    for (size_t i = r.count; i-- > 0;)
        r.divisor[i] = (unsigned char)next_digit(divisor, &at);
    at = 0;
    for (size_t i = 0; i < number->count + zeros; i++)
        bring_down(&r, next_digit(number, &at));
    for (size_t i = 0; i < r.count; i++)
        exact &= r.digits[i] == 0;
    free(r.digits);
    return exact;
}

bool decimal_is_multiple(const struct decimal *number, const struct decimal *divisor)
{
    /* Both as integers (their digits) times a power of ten. */
    int64_t zeros = (number->exponent - (int64_t)number->count) -
                    (divisor->exponent - (int64_t)divisor->count);
    int64_t enough = 4 * (int64_t)divisor->count;

    if (!divisor->count || number->exponent > DECIMAL_MAX_EXPONENT)
        return false;
    if (!number->count)
        return true;
    /* The last digit is not 0, so no multiple of ten divides it. */
    if (zeros < 0)
        return false;
    /* A number of n digits has fewer than 4n factors of two or five: more zeros change
     * nothing. */
    zeros = zeros < enough ? zeros : enough;
    if (divisor->count <= SMALL_DIVISOR)
        return small_divides(number, divisor, (size_t)zeros);
    return divides(number, divisor, (size_t)zeros);
}

uint64_t decimal_hash(const struct decimal *number)
{
    uint64_t hash = 1469598103934665603u ^ (uint64_t)number->exponent;
    size_t at = 0;

    for (size_t i = 0; i < number->count; i++)
        hash = (hash ^ (uint64_t)next_digit(number, &at)) * 1099511628211u;
    return number->negative ? ~hash : hash;
}
