/* excerpt.h - the source lines of a finding, its range marked underneath */
#ifndef LINT_REPORT_EXCERPT_H
#define LINT_REPORT_EXCERPT_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/results/results.h"

/*
 *     12 | the line, or a window of it around the range
 *        |           ^^^^^^ remark
 */
struct excerpt_style {
    unsigned width; /* columns of the terminal */
    bool colour;
    const char *remark; /* said after the last mark; "" for nothing */
};

/* Appends nothing and returns false when the result has no excerpt. */
bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style);

#endif
