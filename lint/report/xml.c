/* xml.c - text in XML 1.0 */

#include "lint/report/xml.h"

#include "lint/base/bytes.h"
#include "lint/base/utf8.h"
#include "lint/value/json_write.h"

/* Char of XML 1.0, 2.2. */
static bool is_char(uint32_t point)
{
    if (point < 0x20)
        return point == '\t' || point == '\n' || point == '\r';
    return point != 0xFFFE && point != 0xFFFF;
}

/* The reference that must or may stand for an ASCII character, or NULL. */
static const char *reference(uint32_t point)
{
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

/* How many bytes at the start of text are ASCII that stays as it is; perhaps not all of
 * them. */
static size_t plain_run(struct str text)
{
    size_t i = 0;

    for (; i + BYTES_WIDTH <= text.len; i += BYTES_WIDTH) {
        uint64_t bytes = bytes_load(text.data + i);
        uint64_t found = bytes_special(bytes) | bytes_equal(bytes, '&') |
                         bytes_equal(bytes, '<') | bytes_equal(bytes, '>') |
                         bytes_equal(bytes, '"');

        if (found)
            return i + bytes_first(found);
    }
    return i;
}

/* Adds the character at the start of text; returns its length there. */
static size_t add_character(struct buf *out, struct str text)
{
    size_t len;
    uint32_t point = utf8_decode(text, &len);
    const char *named = reference(point);

    if (named)
        buf_puts(out, named);
    else if (point == CODE_POINT_INVALID || !is_char(point))
        buf_puts(out, "\xEF\xBF\xBD");
    else
        buf_add(out, text.data, len);
    return len;
}

void xml_add(struct buf *out, struct str text)
{
    size_t i = 0;

    while (i < text.len) {
        size_t run = plain_run((struct str){text.data + i, text.len - i});

        buf_add(out, text.data + i, run);
        i += run;
        if (i < text.len)
            i += add_character(out, (struct str){text.data + i, text.len - i});
    }
}

void xml_add_attribute(struct buf *out, const char *name, struct str text)
{
    buf_putc(out, ' ');
    buf_puts(out, name);
    buf_puts(out, "=\"");
    xml_add(out, text);
    buf_putc(out, '"');
}

void xml_add_number(struct buf *out, const char *name, uint64_t number)
{
    buf_putc(out, ' ');
    buf_puts(out, name);
    buf_puts(out, "=\"");
    json_add_uint(out, number);
    buf_putc(out, '"');
}
