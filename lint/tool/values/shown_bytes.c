/* shown_bytes.c - shows any bytes on one line, readably and reversibly */

#include "lint/tool/values/shown_bytes.h"

#include <stdbool.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

static const struct {
    const char *sign;
    char byte;
} signs[] = {{"␉", '\t'}, {"␊", '\n'}, {"␍", '\r'}, {"␠", ' '}};

enum { SIGN_COUNT = sizeof(signs) / sizeof(signs[0]) };

/* ZERO WIDTH SPACE and its like. */
static bool is_unseen(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F);
}

/* The signs of shown bytes: the pictures of controls, and the opening quote of ‹XX›. */
static bool is_sign(uint32_t c)
{
    return (c >= 0x2400 && c <= 0x2421) || c == 0x2039;
}

static bool stands_for_itself(uint32_t c)
{
    if (c < 0x80)
        return c >= ' ' && c < 0x7F;
    return c >= 0xA0 && c != CODE_POINT_INVALID && !code_point_is_space(c) &&
           !is_unseen(c) && !is_sign(c);
}

static void add_bytes(struct buf *out, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        buf_printf(out, "‹%02X›", (unsigned char)bytes.data[i]);
}

static bool add_sign(struct buf *out, char byte, bool is_last)
{
    for (int i = 0; i < SIGN_COUNT; i++) {
        if (signs[i].byte != byte || (byte == ' ' && !is_last))
            continue;
        buf_puts(out, signs[i].sign);
        return true;
    }
    return false;
}

void shown_bytes_add(struct buf *out, struct str text)
{
    size_t len;

    for (size_t at = 0; at < text.len; at += len) {
        struct str rest = {text.data + at, text.len - at};
        uint32_t c = utf8_decode(rest, &len);

        if (add_sign(out, *rest.data, len == rest.len))
            continue;
        rest.len = len;
        if (stands_for_itself(c))
            buf_add_str(out, rest);
        else
            add_bytes(out, rest);
    }
}

/* One ‹XX›: its length, or 0. */
static size_t read_byte(struct buf *out, struct str shown)
{
    static const struct str open = {"‹", 3}, close = {"›", 3};
    size_t len = open.len + 2 + close.len;
    const char *digits = shown.data + open.len;

    if (shown.len < len || !str_starts(shown, open) || !is_hex_digit(digits[0]) ||
        !is_hex_digit(digits[1]) || memcmp(digits + 2, close.data, close.len) != 0)
        return 0;
    buf_putc(out, (char)(hex_digit_value(digits[0]) << 4 | hex_digit_value(digits[1])));
    return len;
}

static size_t read_sign(struct buf *out, struct str shown)
{
    for (int i = 0; i < SIGN_COUNT; i++) {
        if (!str_starts(shown, str_from(signs[i].sign)))
            continue;
        buf_putc(out, signs[i].byte);
        return strlen(signs[i].sign);
    }
    return read_byte(out, shown);
}

void shown_bytes_read(struct buf *out, struct str shown)
{
    while (shown.len) {
        size_t len = read_sign(out, shown);

        if (!len) {
            buf_putc(out, *shown.data);
            len = 1;
        }
        shown.data += len;
        shown.len -= len;
    }
}
