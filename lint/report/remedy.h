/* remedy.h - what a fix does, in words for the writer of the article */
#ifndef LINT_REPORT_REMEDY_H
#define LINT_REPORT_REMEDY_H

#include "lint/base/buf.h"
#include "lint/results/results.h"

/*
 * Appends what the fix of the result, which has the places of its edits, does; about as
 * many columns wide at most, as a longer text is cut:
 *
 *     write: `the line as it should be`
 *     delete 1 space
 *     insert a blank line above
 *
 * Nothing without a fix.
 */
void remedy_add(struct buf *out, const struct result *result, unsigned columns);

#endif
