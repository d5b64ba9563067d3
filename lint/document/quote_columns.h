/* quote_columns.h - columns of lines with quote markers */
#ifndef LINT_DOCUMENT_QUOTE_COLUMNS_H
#define LINT_DOCUMENT_QUOTE_COLUMNS_H

#include <stdint.h>

#include "lint/document/document.h"

/* The column of an offset, from 0; far to the right tabs may count as one. */
uint32_t quote_column(const struct source *source, uint32_t offset);

/* The column where the blanks start that are not the quote marker's, when `at` is after
 * it and its blank. Of a tab it has one column. */
uint32_t quote_column_after_blank(const struct source *source, uint32_t at);

/* How many columns what is around the quote, up to the next quote, needs on later
 * lines. */
uint32_t quote_columns_around(const struct document *document, const struct node *quote);

/* How many columns of blanks after the quote marker keep a line in the item or
 * footnote. */
uint32_t quote_columns_needed(const struct source *source, const struct node *container);

#endif
