/* json_write.c - writes JSON text (RFC 8259) into a buffer */

#include "lint/value/json_write.h"

#include "lint/base/bytes.h"
#include "lint/base/format.h"
#include "lint/base/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

/* Quotes, backslashes and C0 controls must be escaped (RFC 8259 7); nothing else need
 * be. */
static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

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

/* Finds those of eight bytes that are not plain. With one bit changed, a quote is the
 * space, and the controls are still all that is less. */
static uint64_t find_special(uint64_t bytes)
{
    uint64_t quote_or_control = (bytes ^ BYTES_ONES * ('"' ^ ' ')) - BYTES_ONES * '!';
    uint64_t backslash = (bytes ^ BYTES_ONES * '\\') - BYTES_ONES;

    return (quote_or_control | backslash | bytes) & BYTES_TOPS;
}

/* Copies the plain bytes at the start of text, where there is room for all of it; returns
 * how many. The last eight bytes of a text may overlap those before them. */
static size_t copy_plain(char *to, struct str text)
{
    size_t i = 0;

    for (; i + BYTES_WIDTH <= text.len; i += BYTES_WIDTH) {
        uint64_t special = find_special(bytes_load(text.data + i));

        memcpy(to + i, text.data + i, BYTES_WIDTH);
        if (special)
            return i + bytes_first(special);
    }
    if (i && !find_special(bytes_load(text.data + text.len - BYTES_WIDTH))) {
        memcpy(to + text.len - BYTES_WIDTH, text.data + text.len - BYTES_WIDTH,
               BYTES_WIDTH);
        return text.len;
    }
    for (; i < text.len && is_plain((unsigned char)text.data[i]); i++)
        to[i] = text.data[i];
    return i;
}

/* Adds the characters above U+007F at the start of text, or U+FFFD for one that is not
 * UTF-8; returns how many bytes they take in text. */
static size_t add_high(struct buf *out, struct str text)
{
    size_t run = 0;
    size_t len = 0;

    while (run < text.len && (unsigned char)text.data[run] >= 0x80) {
        struct str rest = {text.data + run, text.len - run};

        if (utf8_decode(rest, &len) == CODE_POINT_INVALID) {
            buf_add(out, text.data, run);
            buf_puts(out, replacement);
            return run + len;
        }
        run += len;
    }
    buf_add(out, text.data, run);
    return run;
}

/* Adds the plain bytes at the start of text and the special ones after them; returns how
 * many bytes of text these are. */
static size_t add_some(struct buf *out, struct str text)
{
    size_t plain = copy_plain(buf_reserve(out, text.len), text);

    out->len += plain;
    if (plain == text.len)
        return plain;
    if ((unsigned char)text.data[plain] < 0x80) {
        add_escape(out, (unsigned char)text.data[plain]);
        return plain + 1;
    }
    return plain + add_high(out, (struct str){text.data + plain, text.len - plain});
}

void json_add_string(struct buf *out, struct str text)
{
    buf_putc(out, '"');
    while (text.len) {
        size_t len = add_some(out, text);

        text = (struct str){text.data + len, text.len - len};
    }
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
