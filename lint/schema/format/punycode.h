/* punycode.h - Punycode: Unicode in the letters of host names (RFC 3492) */
#ifndef LINT_SCHEMA_FORMAT_PUNYCODE_H
#define LINT_SCHEMA_FORMAT_PUNYCODE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"

/* More code points than a label can have. */
enum { PUNYCODE_MAX = 256 };

struct code_points {
    uint32_t items[PUNYCODE_MAX];
    uint32_t count;
};

/* Decodes text, without `xn--`. False when it is not Punycode or too long: then *points
 * is undefined. */
bool punycode_decode(struct str text, struct code_points *points);

/* Appends the encoded form of the points, without `xn--`. */
void punycode_encode(const struct code_points *points, struct buf *out);

#endif
