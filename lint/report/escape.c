/* escape.c - characters that a format writes in another way */

#include "lint/report/escape.h"

void escape_add(struct buf *out, struct str text, const struct escape *table)
{
    for (size_t i = 0; i < text.len; i++) {
        const struct escape *row = table;

        while (row->text && row->c != text.data[i])
            row++;
        if (row->text)
            buf_puts(out, row->text);
        else
            buf_putc(out, text.data[i]);
    }
}
