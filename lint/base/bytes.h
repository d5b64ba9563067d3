/* bytes.h - tests on several bytes of text at once */
#ifndef LINT_BASE_BYTES_H
#define LINT_BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * The tests below set the top bit of each byte that they look for: the subtraction
 * borrows only from bytes that are too small. Bits above the first one that is set may be
 * wrong, so a result that is not zero says that there is such a byte, and where the first
 * one is: bytes_first().
 */
#define BYTES_ONES (UINT64_MAX / 255)
#define BYTES_TOPS (BYTES_ONES << 7)

enum { BYTES_WIDTH = sizeof(uint64_t) };

static inline uint64_t bytes_load(const char *at)
{
    uint64_t bytes;

    memcpy(&bytes, at, sizeof(bytes));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

/* How many of the eight bytes come before the first one that a test found; its result
 * must not be zero. */
static inline unsigned bytes_first(uint64_t found)
{
    return (unsigned)__builtin_ctzll(found) / 8;
}

/* The sum of the eight bytes, which must each be small enough: `found >> 7` is one for
 * each byte that a test found, and some that look like one right after one; up to 255 of
 * these may be added first. */
static inline unsigned bytes_sum(uint64_t bytes)
{
    const uint64_t pairs = UINT64_MAX / 0xFFFF;

    bytes = (bytes & pairs * 0xFF) + (bytes >> 8 & pairs * 0xFF);
    return (unsigned)(bytes * pairs >> 48);
}

/* Sixteen bytes, where it takes fewer steps to look at them all. */
typedef unsigned char bytes_wide __attribute__((vector_size(16)));

static inline bytes_wide bytes_load_wide(const char *at)
{
    bytes_wide bytes;

    memcpy(&bytes, at, sizeof(bytes));
    return bytes;
}

/* The same test as bytes_blank_or_high(); all bits are set of what it finds, and of
 * nothing else. */
static inline bytes_wide bytes_wide_blank_or_high(bytes_wide bytes)
{
    typedef signed char wide_signed __attribute__((vector_size(16)));

    return (bytes_wide)((wide_signed)bytes <= ' ');
}

/* Is any byte not zero? */
static inline bool bytes_any(bytes_wide bytes)
{
    uint64_t halves[2];

    memcpy(halves, &bytes, sizeof(halves));
    return halves[0] | halves[1];
}

static inline uint64_t bytes_equal(uint64_t bytes, unsigned char c)
{
    uint64_t zero = bytes ^ BYTES_ONES * c;

    return (zero - BYTES_ONES) & ~zero & BYTES_TOPS;
}

/* C0 controls, line ends, tabs and NUL among them. */
static inline uint64_t bytes_control(uint64_t bytes)
{
    return (bytes - BYTES_ONES * ' ') & ~bytes & BYTES_TOPS;
}

/* C0 controls, the space and bytes above 0x7F: all that may be white space, or begin
 * some. */
static inline uint64_t bytes_blank_or_high(uint64_t bytes)
{
    return ((bytes - BYTES_ONES * '!') | bytes) & BYTES_TOPS;
}

/* Bytes above 0x7F. */
static inline uint64_t bytes_high(uint64_t bytes)
{
    return bytes & BYTES_TOPS;
}

/* Bytes of both kinds: no printable ASCII, but for U+007F. */
static inline uint64_t bytes_special(uint64_t bytes)
{
    return ((bytes - BYTES_ONES * ' ') | bytes) & BYTES_TOPS;
}

#endif
