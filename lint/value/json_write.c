/* json_write.c - writes JSON text (RFC 8259) into a buffer */

#include "lint/value/json_write.h"

#include "lint/base/bytes.h"
#include "lint/base/format.h"
#include "lint/base/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

/* Quotes, backslashes and C0 controls must be escaped (RFC 8259 7); nothing else need
 * be. */
static void add_escape(struct buf *out, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    static const char shorthand[] = "btnvfr"; /* \b is 8, \t 9, … ; \v is not JSON */

    buf_putc(out, '\\');
    if (byte == '"' || byte == '\\') {
        buf_putc(out, (char)byte);
    } else if (byte >= '\b' && byte <= '\r' && byte != '\v') {
        buf_putc(out, shorthand[byte - '\b']);
    } else {
        buf_puts(out, "u00");
        buf_putc(out, hex[byte >> 4]);
        buf_putc(out, hex[byte & 15]);
    }
}

/* Is any of eight bytes one that cannot be copied unseen? */
static bool has_special(uint64_t bytes)
{
    return bytes_special(bytes) | bytes_equal(bytes, '"') | bytes_equal(bytes, '\\');
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

static size_t plain_ascii(struct str text)
{
    size_t i = 0;

    while (i + BYTES_WIDTH <= text.len && !has_special(bytes_load(text.data + i)))
        i += BYTES_WIDTH;
    while (i < text.len && is_plain((unsigned char)text.data[i]))
        i++;
    return i;
}

/* Most texts can be copied whole. The last eight bytes may overlap those before them. */
static bool is_plain_text(struct str text)
{
    size_t i = 0;

    if (text.len < BYTES_WIDTH)
        return plain_ascii(text) == text.len;
    for (; i + BYTES_WIDTH < text.len; i += BYTES_WIDTH)
        if (has_special(bytes_load(text.data + i)))
            return false;
    return !has_special(bytes_load(text.data + text.len - BYTES_WIDTH));
}

/* The number of bytes at the start of text that can be copied: plain ASCII and UTF-8. */
static size_t plain_run(struct str text)
{
    size_t i = 0;

    for (;;) {
        struct str rest;
        size_t len;

        i += plain_ascii((struct str){text.data + i, text.len - i});
        if (i == text.len || (unsigned char)text.data[i] < 0x80)
            return i;
        rest = (struct str){text.data + i, text.len - i};
        if (utf8_decode(rest, &len) == CODE_POINT_INVALID &&
            !str_starts(rest, STR("\xEF\xBF\xBD")))
            return i;
        i += len;
    }
}

static void add_text(struct buf *out, struct str text)
{
    size_t i = 0;

    while (i < text.len) {
        size_t len = plain_run((struct str){text.data + i, text.len - i});

        buf_add(out, text.data + i, len);
        i += len;
        if (i == text.len)
            return;
        if ((unsigned char)text.data[i] < 0x80) {
            add_escape(out, (unsigned char)text.data[i++]);
            continue;
        }
        utf8_decode((struct str){text.data + i, text.len - i}, &len);
        buf_puts(out, replacement);
        i += len;
    }
}

void json_add_string(struct buf *out, struct str text)
{
    char *to;

    if (is_plain_text(text)) {
        to = buf_reserve(out, text.len + 2);
        *to++ = '"';
        if (text.len)
            memcpy(to, text.data, text.len);
        to[text.len] = '"';
        out->len += text.len + 2;
        return;
    }
    buf_putc(out, '"');
    add_text(out, text);
    buf_putc(out, '"');
}

void json_add_uint(struct buf *out, uint64_t number)
{
    out->len += format_uint(buf_reserve(out, FORMAT_DIGITS), number);
}

static void begin_value(struct json_writer *json)
{
    if (json->comma)
        buf_putc(json->out, ',');
    json->comma = true;
}

void json_string(struct json_writer *json, struct str text)
{
    begin_value(json);
    json_add_string(json->out, text);
}

void json_uint(struct json_writer *json, uint64_t number)
{
    begin_value(json);
    json_add_uint(json->out, number);
}

void json_bool(struct json_writer *json, bool value)
{
    begin_value(json);
    buf_puts(json->out, value ? "true" : "false");
}

void json_newline(struct json_writer *json)
{
    if (json->comma)
        buf_putc(json->out, ',');
    buf_putc(json->out, '\n');
    json->comma = false;
}
