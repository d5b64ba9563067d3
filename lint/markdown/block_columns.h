/* block_columns.h - the columns that decide on blocks */
#ifndef LINT_MARKDOWN_BLOCK_COLUMNS_H
#define LINT_MARKDOWN_BLOCK_COLUMNS_H

#include <stdint.h>

#include "lint/base/str.h"

enum {
    BLOCK_TAB_STOP = 4,  /* CommonMark 2.2 */
    CODE_INDENT = 4,     /* what begins so much further in is code (CommonMark 4.4) */
    FOOTNOTE_INDENT = 4, /* of the later lines of a footnote */
};

/* The column after a text that begins in `column`: a tab reaches to the next stop,
 * any other byte fills one. */
static inline uint32_t block_column_after(uint32_t column, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        column = text.data[i] == '\t' ? (column / BLOCK_TAB_STOP + 1) * BLOCK_TAB_STOP
                                      : column + 1;
    return column;
}

#endif
