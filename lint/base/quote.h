/* quote.h - quotation marks that are no syntax */
#ifndef LINT_BASE_QUOTE_H
#define LINT_BASE_QUOTE_H

#include <stddef.h>

#include "lint/base/str.h"

/* The length in bytes of the typographic quotation mark that text starts or ends with; 0
 * when there is none. */
size_t quote_at_start(struct str text);
size_t quote_at_end(struct str text);

#endif
