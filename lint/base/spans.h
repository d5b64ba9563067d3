/* spans.h - several ranges of bytes in one file */
#ifndef LINT_BASE_SPANS_H
#define LINT_BASE_SPANS_H

#include <stdint.h>

#include "lint/base/span.h"

/* Puts the spans into the order of the file, and makes one of those that meet. Returns
 * how many there are then. */
uint32_t spans_join(struct span *spans, uint32_t count);

#endif
