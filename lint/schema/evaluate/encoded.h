/* encoded.h - strings that contain encoded data; for lint/schema only */
#ifndef LINT_SCHEMA_EVALUATE_ENCODED_H
#define LINT_SCHEMA_EVALUATE_ENCODED_H

#include <stdbool.h>

#include "lint/value/value.h"

/* The known forms of content of a string, as bits. */
enum content_form {
    CONTENT_BASE64 = 1 << 0, /* contentEncoding: base64 (RFC 4648 4) */
    CONTENT_JSON = 1 << 1,   /* contentMediaType: application/json, once decoded */
};

/* The forms that the values of these keywords require (either may be NULL); other
 * encodings and media types require nothing. */
unsigned content_form(const struct value *encoding, const struct value *media_type);

bool content_valid(unsigned form, struct str text);

/* "base64 text", "a JSON document", …: static text. */
const char *content_noun(unsigned form);

#endif
