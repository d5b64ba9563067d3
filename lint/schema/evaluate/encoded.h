/* encoded.h - strings that hold something else; for lint/schema alone */
#ifndef LINT_SCHEMA_EVALUATE_ENCODED_H
#define LINT_SCHEMA_EVALUATE_ENCODED_H

#include <stdbool.h>

#include "lint/value/value.h"

/* What is known of the content of a string, as bits. */
enum content_form {
    CONTENT_BASE64 = 1 << 0, /* contentEncoding: base64 (RFC 4648 4) */
    CONTENT_JSON = 1 << 1,   /* contentMediaType: application/json, once decoded */
};

/* The forms that the values of these keywords ask for (either may be NULL); other
 * encodings and media types ask for nothing. */
unsigned content_form(const struct value *encoding, const struct value *media_type);

bool content_valid(unsigned form, struct str text);

/* "base64 text", "a JSON document", … */
const char *content_noun(unsigned form);

#endif
