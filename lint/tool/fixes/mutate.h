/* mutate.h - articles with mistakes put into them */
#ifndef LINT_TOOL_FIXES_MUTATE_H
#define LINT_TOOL_FIXES_MUTATE_H

#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Appends the text with about one mistake in ten lines, of the kinds that fixes are about
 * or stumble over. The same text and seed give the same result. */
void mutate(struct str text, uint64_t seed, struct buf *out);

#endif
