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
    struct str remark; /* for the end of the line with the last marks, ready to be shown;
                          empty for none */
};

/* Appends the excerpt of the result, if it has one, with line feeds. Returns whether the
 * remark is part of it, for which there may be no room. */
bool excerpt_add(struct buf *out, const struct result *result,
                 const struct excerpt_style *style);

#endif
