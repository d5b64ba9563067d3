/* punycode.c - Punycode: Unicode in the letters of host names (RFC 3492) */

#include "lint/schema/format/punycode.h"

#include "lint/base/ascii.h"

/* RFC 3492 5. */
enum {
    BASE = 36,
    T_MIN = 1,
    T_MAX = 26,
    SKEW = 38,
    DAMP = 700,
    INITIAL_BIAS = 72,
    INITIAL_N = 128
};

static uint32_t adapt(uint32_t delta, uint32_t points, bool first)
{
    uint32_t k = 0;

    delta = first ? delta / DAMP : delta / 2;
    delta += delta / points;
    for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
        delta /= BASE - T_MIN;
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t k, uint32_t bias)
{
    if (k <= bias)
        return T_MIN;
    return k >= bias + T_MAX ? T_MAX : k - bias;
}

static int digit_value(char c)
{
    if (is_ascii_digit(c))
        return c - '0' + 26;
    c |= 32;
    return is_ascii_lower(c) ? c - 'a' : -1;
}

static bool insert(struct code_points *points, uint32_t at, uint32_t code_point)
{
    if (points->count == PUNYCODE_MAX || code_point > 0x10FFFF ||
        (code_point >= 0xD800 && code_point <= 0xDFFF))
        return false;
    memmove(&points->items[at + 1], &points->items[at],
            (points->count - at) * sizeof(*points->items));
    points->items[at] = code_point;
    points->count++;
    return true;
}

/* A number of variable length (RFC 3492 3.3), added to *i. */
static bool read_number(struct str *text, uint32_t bias, uint32_t *i)
{
    uint64_t weight = 1;
    uint64_t sum = *i;

    for (uint32_t k = BASE;; k += BASE) {
        int digit = text->len ? digit_value(*text->data) : -1;
        uint32_t t = threshold(k, bias);

        if (digit < 0)
            return false;
        text->data++;
        text->len--;
        sum += (uint64_t)digit * weight;
        if (sum > INT32_MAX)
            return false;
        if ((uint32_t)digit < t)
            break;
        weight *= BASE - t;
        if (weight > INT32_MAX)
            return false;
    }
    *i = (uint32_t)sum;
    return true;
}

static bool decode(struct str text, struct code_points *points)
{
    uint32_t n = INITIAL_N;
    uint32_t bias = INITIAL_BIAS;
    uint32_t i = 0;

    while (text.len) {
        uint32_t before = i;

        if (!read_number(&text, bias, &i))
            return false;
        bias = adapt(i - before, points->count + 1, before == 0);
        n += i / (points->count + 1);
        i %= points->count + 1;
        if (!insert(points, i, n))
            return false;
        i++;
    }
    return true;
}

bool punycode_decode(struct str text, struct code_points *points)
{
    size_t basic = text.len;

    points->count = 0;
    while (basic && text.data[basic - 1] != '-')
        basic--;
    for (size_t i = 0; i + 1 < basic; i++)
        if (!insert(points, points->count, (unsigned char)text.data[i]))
            return false;
    return decode((struct str){text.data + basic, text.len - basic}, points);
}

static char digit_char(uint32_t digit)
{
    return (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
}

static void write_number(struct buf *out, uint32_t number, uint32_t bias)
{
    for (uint32_t k = BASE;; k += BASE) {
        uint32_t t = threshold(k, bias);

        if (number < t)
            break;
        buf_putc(out, digit_char(t + (number - t) % (BASE - t)));
        number = (number - t) / (BASE - t);
    }
    buf_putc(out, digit_char(number));
}

static uint32_t next_larger(const struct code_points *points, uint32_t n)
{
    uint32_t least = UINT32_MAX;

    for (uint32_t i = 0; i < points->count; i++)
        if (points->items[i] >= n && points->items[i] < least)
            least = points->items[i];
    return least;
}

/* Appends the code points that are written as they are; returns how many. */
static uint32_t write_basic(const struct code_points *points, struct buf *out)
{
    uint32_t basic = 0;

    for (uint32_t i = 0; i < points->count; i++) {
        if (points->items[i] >= INITIAL_N)
            continue;
        buf_putc(out, (char)points->items[i]);
        basic++;
    }
    if (basic)
        buf_putc(out, '-');
    return basic;
}

void punycode_encode(const struct code_points *points, struct buf *out)
{
    uint32_t n = INITIAL_N;
    uint32_t bias = INITIAL_BIAS;
    uint32_t delta = 0;
    uint32_t basic = write_basic(points, out);

    for (uint32_t done = basic; done < points->count; n++, delta++) {
        uint32_t m = next_larger(points, n);

        /* PUNYCODE_MAX code points at most: no overflow. */
        delta += (m - n) * (done + 1);
        n = m;
        for (uint32_t i = 0; i < points->count; i++) {
            delta += points->items[i] < n;
            if (points->items[i] != n)
                continue;
            write_number(out, delta, bias);
            bias = adapt(delta, done + 1, done == basic);
            delta = 0;
            done++;
        }
    }
}
