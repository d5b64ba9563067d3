/* punycode.h - Unicode in the letters of host names (RFC 3492) */
#ifndef LINT_SCHEMA_FORMAT_PUNYCODE_H
#define LINT_SCHEMA_FORMAT_PUNYCODE_H

#include <stdbool.h>

#include "lint/base/buf.h"

/* Code points that one label can hold at most, and then some. */
enum { PUNYCODE_MAX = 256 };

/* Adds the decoded UTF-8 to out; false for what is no Punycode or too long. */
bool punycode_decode(struct str text, struct buf *out);

/* Adds the encoded form of UTF-8 text, without `xn--`; false when it is too long. */
bool punycode_encode(struct str text, struct buf *out);

#endif
