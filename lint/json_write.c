/* json_write.c - JSON text (RFC 8259), written straight into a buffer */

#include "lint/json_write.h"

#include "lint/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

/* RFC 8259 7: quotes, backslashes and C0 controls; the rest may stand as it is. */
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

/* Eight bytes at once: a bit is set where one is not plain (the classic test for zero
 * bytes, after what is looked for was made zero). */
static uint64_t not_plain(uint64_t bytes)
{
    const uint64_t ones = UINT64_MAX / 255;
    const uint64_t tops = ones << 7;
    uint64_t quote = bytes ^ ones * '"';
    uint64_t backslash = bytes ^ ones * '\\';

    return ((bytes - ones * 0x20) | bytes | ((quote - ones) & ~quote) |
            ((backslash - ones) & ~backslash)) &
           tops;
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

static size_t plain_ascii(struct str text)
{
    size_t i = 0;
    uint64_t bytes;

    for (; i + sizeof(bytes) <= text.len; i += sizeof(bytes)) {
        memcpy(&bytes, text.data + i, sizeof(bytes));
        if (not_plain(bytes))
            break;
    }
    while (i < text.len && is_plain((unsigned char)text.data[i]))
        i++;
    return i;
}

/* Bytes at the start of text that can be copied: plain ASCII and valid UTF-8. */
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

void json_add_escaped(struct buf *out, struct str text)
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
    buf_putc(out, '"');
    json_add_escaped(out, text);
    buf_putc(out, '"');
}

void json_add_uint(struct buf *out, uint64_t number)
{
    char digits[20]; /* of 2^64 - 1 */
    size_t i = sizeof(digits);

    do {
        digits[--i] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    buf_add(out, digits + i, sizeof(digits) - i);
}

static void begin_value(struct json_writer *json)
{
    if (json->comma)
        buf_putc(json->out, ',');
    json->comma = true;
}

void json_open(struct json_writer *json, char bracket)
{
    begin_value(json);
    buf_putc(json->out, bracket);
    json->comma = false;
}

void json_close(struct json_writer *json, char bracket)
{
    buf_putc(json->out, bracket);
    json->comma = true;
}

void json_key(struct json_writer *json, const char *key)
{
    if (json->comma)
        buf_putc(json->out, ',');
    buf_putc(json->out, '"');
    buf_puts(json->out, key);
    buf_add(json->out, "\":", 2);
    json->comma = false;
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

void json_raw(struct json_writer *json, struct str text)
{
    begin_value(json);
    buf_add_str(json->out, text);
}

void json_member(struct json_writer *json, const char *key, struct str text)
{
    json_key(json, key);
    json_string(json, text);
}

void json_member_uint(struct json_writer *json, const char *key, uint64_t number)
{
    json_key(json, key);
    json_uint(json, number);
}

void json_member_bool(struct json_writer *json, const char *key, bool value)
{
    json_key(json, key);
    json_bool(json, value);
}

void json_newline(struct json_writer *json)
{
    if (json->comma)
        buf_putc(json->out, ',');
    buf_putc(json->out, '\n');
    json->comma = false;
}
