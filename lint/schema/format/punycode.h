/* punycode.h - Unicode in the letters of host names (RFC 3492) */
#ifndef LINT_SCHEMA_FORMAT_PUNYCODE_H
#define LINT_SCHEMA_FORMAT_PUNYCODE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"

/* Code points that one label can have at most, and then some. */
enum { PUNYCODE_MAX = 256 };

struct code_points {
    uint32_t items[PUNYCODE_MAX];
    uint32_t count;
};

/* False for what is no Punycode or too long: *points is of no use then. */
bool punycode_decode(struct str text, struct code_points *points);

/* Appends the encoded form, without `xn--`. */
void punycode_encode(const struct code_points *points, struct buf *out);

#endif
