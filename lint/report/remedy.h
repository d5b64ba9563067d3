/* remedy.h - what a fix does, in words for the writer of the article */
#ifndef LINT_REPORT_REMEDY_H
#define LINT_REPORT_REMEDY_H

#include "lint/base/buf.h"
#include "lint/results/results.h"

/*
 * Appends what the fix of the result does, on one line of at most `columns` columns
 * (where that is possible: long texts are cut, words are not):
 *
 *     write: `the line as it should be`
 *     delete 1 space
 *     insert a blank line above
 *
 * and "(suggested, please check)" when the fix is unsafe. Nothing without a fix.
 */
void remedy_add(struct buf *out, const struct result *result, unsigned columns);

#endif
