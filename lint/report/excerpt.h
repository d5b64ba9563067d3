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
    unsigned width;  /* columns of the terminal */
    unsigned indent; /* blanks before the numbers of lines */
    bool colour;
    struct str remark; /* one line, ready to be shown, after the last mark or, where there
                          is no room, below it; empty for nothing */
};

/* Appends the excerpt of the result with line feeds; false, with nothing appended, when
 * it has none. */
bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style);

#endif
