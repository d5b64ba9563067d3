/* xml.c - text in XML 1.0 */

#include "lint/report/xml.h"

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

void xml_add(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t len;
        uint32_t point = utf8_decode((struct str){text.data + i, text.len - i}, &len);
        const char *named = reference(point);

        if (named)
            buf_puts(out, named);
        else if (point == CODE_POINT_INVALID || !is_char(point))
            buf_puts(out, "\xEF\xBF\xBD");
        else
            buf_add(out, text.data + i, len);
        i += len;
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
