/* page_table.h - a pipe table of a manual page, laid out in columns */
#ifndef LINT_MANUAL_PAGE_TABLE_H
#define LINT_MANUAL_PAGE_TABLE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

struct page_table {
    struct str markdown; /* its lines, the delimiter row among them */
    unsigned width;      /* columns to fill at most; the last cell is wrapped */
    bool colour;
};

void page_table_draw(struct buf *out, const struct page_table *table);

#endif
