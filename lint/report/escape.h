/* escape.h - characters that a format writes in another way */
#ifndef LINT_REPORT_ESCAPE_H
#define LINT_REPORT_ESCAPE_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* An ASCII character and what stands for it. A table of them ends with NULL. */
struct escape {
    char c;
    const char *text;
};

/* Appends text with what stands for the characters of the table in their place. */
void escape_add(struct buf *out, struct str text, const struct escape *table);

#endif
