/* page_table.h - a table of a manual page, laid out in columns */
#ifndef LINT_MANUAL_PAGE_TABLE_H
#define LINT_MANUAL_PAGE_TABLE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/document/document.h"

struct page_table {
    const struct document *document;
    const struct node *node;
    unsigned indent; /* blanks before every line */
    unsigned width;  /* columns to fill at most; the last cell is wrapped */
    bool colour;
};

void page_table_draw(struct buf *out, const struct page_table *table);

#endif
