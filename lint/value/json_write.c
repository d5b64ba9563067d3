/* json_write.c - writes JSON text (RFC 8259) into a buffer */

#include "lint/value/json_write.h"

#include "lint/base/bytes.h"
#include "lint/base/format.h"
#include "lint/base/utf8.h"

/* Quotes, backslashes and C0 controls must be escaped (RFC 8259 7); nothing else need
 * be. */
static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Each of these puts something where there is room for it, and returns where it ends. */
static char *put_escape(char *to, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    static const char shorthand[] = "btnvfr"; /* \b is 8, \t 9, … ; \v is not JSON */

    *to++ = '\\';
    if (byte == '"' || byte == '\\') {
        *to++ = (char)byte;
    } else if (byte >= '\b' && byte <= '\r' && byte != '\v') {
        *to++ = shorthand[byte - '\b'];
    } else {
        memcpy(to, "u00", 3);
        to[3] = hex[byte >> 4];
        to[4] = hex[byte & 15];
        to += 5;
    }
    return to;
}

/* Finds those of eight bytes that are not plain. With one bit changed, a quote is the
 * space, and the controls are still all that is less. */
static uint64_t find_special(uint64_t bytes)
{
    uint64_t quote_or_control = (bytes ^ BYTES_ONES * ('"' ^ ' ')) - BYTES_ONES * '!';
    uint64_t backslash = (bytes ^ BYTES_ONES * '\\') - BYTES_ONES;

    return (quote_or_control | backslash | bytes) & BYTES_TOPS;
}

/* Copies bytes; returns which of them are plain: all bits of those are set. Seen as
 * signed numbers, bytes above U+007F are less than the controls. */
static inline bytes_wide copy_wide(char *to, const char *from)
{
    typedef signed char wide_signed __attribute__((vector_size(sizeof(bytes_wide))));
    bytes_wide bytes = bytes_load_wide(from);

    memcpy(to, &bytes, sizeof(bytes));
    return (bytes_wide)(((wide_signed)bytes > 0x1F) &
                        ~((bytes == '"') | (bytes == '\\')));
}

/* Each of these copies a text of some length; is all of it plain? The last bytes that are
 * copied at once may overlap those before them. */
static inline bool copy_long(char *to, struct str text)
{
    size_t last = text.len - sizeof(bytes_wide);
    bytes_wide plain = copy_wide(to + last, text.data + last);

    for (size_t i = 0; i < last; i += sizeof(bytes_wide))
        plain &= copy_wide(to + i, text.data + i);
    return !bytes_any(~plain);
}

static inline bool copy_word(char *to, const char *from)
{
    memcpy(to, from, BYTES_WIDTH);
    return !find_special(bytes_load(from));
}

static inline bool copy_short(char *to, struct str text)
{
    bool plain = true;

    for (size_t i = 0; i < text.len; i++) {
        to[i] = text.data[i];
        plain &= is_plain((unsigned char)text.data[i]);
    }
    return plain;
}

static inline bool copy_if_plain(char *to, struct str text)
{
    size_t last = text.len - BYTES_WIDTH;

    if (text.len >= sizeof(bytes_wide))
        return copy_long(to, text);
    if (text.len >= BYTES_WIDTH)
        return copy_word(to, text.data) && copy_word(to + last, text.data + last);
    return copy_short(to, text);
}

/* Copies the plain bytes at the start of text, where there is room for all of it; returns
 * how many. */
static size_t copy_plain(char *to, struct str text)
{
    size_t i = 0;

    for (; i + BYTES_WIDTH <= text.len; i += BYTES_WIDTH) {
        uint64_t special = find_special(bytes_load(text.data + i));

        memcpy(to + i, text.data + i, BYTES_WIDTH);
        if (special)
            return i + bytes_first(special);
    }
    for (; i < text.len && is_plain((unsigned char)text.data[i]); i++)
        to[i] = text.data[i];
    return i;
}

/* The characters above U+007F at the start of *text, which moves on after them; U+FFFD
 * for what is not UTF-8. */
static char *put_high(char *to, struct str *text)
{
    while (text->len && (unsigned char)text->data[0] >= 0x80) {
        size_t len;
        bool valid = utf8_decode(*text, &len) != CODE_POINT_INVALID;
        struct str shown = valid ? (struct str){text->data, len} : STR("\uFFFD");

        memcpy(to, shown.data, shown.len);
        to += shown.len;
        *text = (struct str){text->data + len, text->len - len};
    }
    return to;
}

static char *put_special(char *to, struct str *text)
{
    if ((unsigned char)text->data[0] >= 0x80)
        return put_high(to, text);
    to = put_escape(to, (unsigned char)text->data[0]);
    *text = (struct str){text->data + 1, text->len - 1};
    return to;
}

/* A text that is not plain, and the quote after it. Not inline, so that others do not pay
 * for what it needs. */
__attribute__((noinline)) static char *put_special_text(char *to, struct str text)
{
    while (text.len) {
        size_t plain = copy_plain(to, text);

        to += plain;
        text = (struct str){text.data + plain, text.len - plain};
        if (text.len)
            to = put_special(to, &text);
    }
    *to = '"';
    return to + 1;
}

char *json_put_string(char *to, struct str text)
{
    *to++ = '"';
    if (!copy_if_plain(to, text))
        return put_special_text(to, text);
    to[text.len] = '"';
    return to + text.len + 1;
}

void json_add_string(struct buf *out, struct str text)
{
    char *to = buf_reserve(out, json_string_room(text));

    buf_written(out, json_put_string(to, text));
}

void json_add_uint(struct buf *out, uint64_t number)
{
    buf_written(out, format_uint(buf_reserve(out, FORMAT_DIGITS), number));
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
