/* entity.h - HTML character references in text */
#ifndef LINT_MARKDOWN_ENTITY_H
#define LINT_MARKDOWN_ENTITY_H

#include <stddef.h>

#include "lint/base/str.h"

/* Length of what looks like &name; or &#1; or &#x1; at the start of text, else 0. */
size_t entity_length(struct str text);

/* Is the reference (whole, with & and ;) one for `&` itself? */
bool entity_is_ampersand(struct str entity);

/* How many code points the reference stands for: 1 or, for 93 names, 2. */
int entity_code_points(struct str entity);

#endif
