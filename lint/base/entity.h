/* entity.h - HTML character references in text */
#ifndef LINT_BASE_ENTITY_H
#define LINT_BASE_ENTITY_H

#include <stddef.h>

#include "lint/base/str.h"

enum { ENTITY_TEXT_MAX = 8 }; /* bytes that one reference stands for at most */

/*
 * Length of the character reference at the start of text, & and ; included, and what it
 * stands for (CommonMark 2.5); 0 when there is none. The name must be one that HTML
 * knows; a number that is no code point stands for U+FFFD.
 */
size_t entity_read(struct str text, char value[ENTITY_TEXT_MAX], size_t *value_len);

/* Length of what looks like &name; or &#1; or &#x1; at the start of text, else 0. */
size_t entity_length(struct str text);

/* What the name, which is between & and ;, stands for; no data when HTML knows none. */
struct str entity_named(struct str name);

#endif
