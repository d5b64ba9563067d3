/* excerpt.h - draws the source lines of a finding, with its range marked underneath */
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
    const char *remark; /* shown after the last mark or, where there is no room, before it
                           or on a line of its own; "" for nothing */
};

/* Appends the excerpt of the result with line feeds; false, with nothing appended, when
 * it has none. */
bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style);

#endif
