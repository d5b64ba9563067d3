/* escape.c - characters that a format writes in another way */

#include "lint/report/escape.h"

#include "lint/base/bytes.h"

/* The row of a character; the last one, without a text, for all others. */
static const struct escape *find(const struct escape *table, char c)
{
    while (table->text && table->c != c)
        table++;
    return table;
}

/* Finds those of eight bytes that are in the table. */
static uint64_t find_any(const struct escape *table, uint64_t bytes)
{
    uint64_t found = 0;

    for (; table->text; table++)
        found |= bytes_equal(bytes, (unsigned char)table->c);
    return found;
}

/* How many bytes at the start of text stay as they are. */
static size_t plain_run(struct str text, const struct escape *table)
{
    size_t i = 0;

    for (; i + BYTES_WIDTH <= text.len; i += BYTES_WIDTH) {
        uint64_t found = find_any(table, bytes_load(text.data + i));

        if (found)
            return i + bytes_first(found);
    }
    while (i < text.len && !find(table, text.data[i])->text)
        i++;
    return i;
}

void escape_add(struct buf *out, struct str text, const struct escape *table)
{
    while (text.len) {
        size_t run = plain_run(text, table);

        buf_add(out, text.data, run);
        if (run == text.len)
            return;
        buf_puts(out, find(table, text.data[run])->text);
        text = (struct str){text.data + run + 1, text.len - run - 1};
    }
}
