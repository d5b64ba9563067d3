/* entity.c - HTML character references in text */

#include "lint/base/entity.h"

#include <stdint.h>

#include "lint/base/utf8.h"

#include "lint/base/ascii.h"

enum {
    NAME_MAX_LENGTH = 32,
    DECIMAL_MAX = 7, /* digits (CommonMark 2.5) */
    HEX_MAX = 6,
};

static size_t numeric_length(struct str text)
{
    bool hex = text.len > 2 && (text.data[2] == 'x' || text.data[2] == 'X');
    size_t start = hex ? 3 : 2;
    size_t at = start;

    while (at < text.len &&
           (hex ? is_hex_digit(text.data[at]) : is_ascii_digit(text.data[at])))
        at++;
    if (at == start || at - start > (hex ? HEX_MAX : DECIMAL_MAX) || at == text.len)
        return 0;
    return text.data[at] == ';' ? at + 1 : 0;
}

size_t entity_length(struct str text)
{
    size_t at = 1;

    if (text.len < 3 || text.data[0] != '&')
        return 0;
    if (text.data[1] == '#')
        return numeric_length(text);
    while (at < text.len && at <= NAME_MAX_LENGTH &&
           (is_ascii_letter(text.data[at]) || is_ascii_digit(text.data[at])))
        at++;
    return at > 1 && at < text.len && text.data[at] == ';' ? at + 1 : 0;
}

/* The code point of a reference of that length, which starts with &#. */
static uint32_t numeric_value(struct str text, size_t len)
{
    bool hex = (text.data[2] | 0x20) == 'x';
    uint32_t value = 0;

    /* No overflow: there are at most seven digits. */
    for (size_t i = hex ? 3 : 2; i + 1 < len; i++) {
        char c = text.data[i];
        uint32_t digit = (uint32_t)(is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);

        value = value * (hex ? 16 : 10) + digit;
    }
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return CODE_POINT_INVALID;
    return value;
}

size_t entity_read(struct str text, char value[ENTITY_TEXT_MAX], size_t *value_len)
{
    size_t len = entity_length(text);
    struct str named;

    if (!len)
        return 0;
    if (text.data[1] == '#') {
        *value_len = utf8_encode(numeric_value(text, len), value);
        return len;
    }
    named = entity_named((struct str){text.data + 1, len - 2});
    if (!named.len)
        return 0;
    memcpy(value, named.data, named.len);
    *value_len = named.len;
    return len;
}
