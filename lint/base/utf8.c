/* utf8.c - code points and their widths */

#include "lint/base/utf8.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"

/* What a lead byte starts: its length, and the range of the second byte, which excludes
 * overlong forms, surrogates and values above U+10FFFF (Unicode table 3-7). */
struct lead {
    unsigned char len;
    unsigned char second_min, second_max;
};

static const struct lead leads[] = {
    {0, 0xFF, 0x00}, /* none: no byte is in that range */
    {2, 0x80, 0xBF}, {3, 0xA0, 0xBF}, {3, 0x80, 0xBF}, {3, 0x80, 0x9F},
    {4, 0x90, 0xBF}, {4, 0x80, 0xBF}, {4, 0x80, 0x8F},
};

/* By byte from 0x80 on, sixteen a line: the index in leads. */
/* clang-format off */
static const unsigned char lead_kinds[0x80] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* continuation bytes */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3,
    5, 6, 6, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};
/* clang-format on */

uint32_t utf8_decode_any(struct str text, size_t *len)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    const struct lead *lead;
    uint32_t code_point;
    size_t i;

    *len = 1;
    if (bytes[0] < 0x80)
        return bytes[0];
    lead = &leads[lead_kinds[bytes[0] - 0x80]];
    if (text.len < 2 || bytes[1] < lead->second_min || bytes[1] > lead->second_max)
        return CODE_POINT_INVALID;
    code_point = (uint32_t)(bytes[0] & (0x7F >> lead->len)) << 6 | (bytes[1] & 0x3F);
    for (i = 2; i < lead->len; i++) {
        *len = i;
        if (i >= text.len || !utf8_is_continuation(text.data[i]))
            return CODE_POINT_INVALID;
        code_point = code_point << 6 | (bytes[i] & 0x3F);
    }
    *len = lead->len;
    return code_point;
}

struct str utf8_last(struct str text)
{
    size_t start = text.len - 1;
    struct str last;
    size_t len;

    if (!(text.data[start] & 0x80))
        return (struct str){text.data + start, 1};
    while (start > 0 && text.len - start < 4 && utf8_is_continuation(text.data[start]))
        start--;
    last = (struct str){text.data + start, text.len - start};
    utf8_decode(last, &len);
    return len == last.len ? last : (struct str){text.data + text.len - 1, 1};
}

bool utf8_ends_in(struct str text, struct str set)
{
    struct str last;

    if (!text.len)
        return false;
    last = utf8_last(text);
    if (!(*last.data & 0x80))
        return set.len && memchr(set.data, *last.data, set.len);
    for (size_t i = 0; i + last.len <= set.len; i++)
        if (memcmp(set.data + i, last.data, last.len) == 0)
            return true;
    return false;
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    unsigned char *bytes = (unsigned char *)out;

    if (code_point < 0x80) {
        bytes[0] = (unsigned char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (unsigned char)(0xC0 | code_point >> 6);
        bytes[1] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (unsigned char)(0xE0 | code_point >> 12);
        bytes[1] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
        bytes[2] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    bytes[0] = (unsigned char)(0xF0 | code_point >> 18);
    bytes[1] = (unsigned char)(0x80 | (code_point >> 12 & 0x3F));
    bytes[2] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
    bytes[3] = (unsigned char)(0x80 | (code_point & 0x3F));
    return 4;
}

/* The length of the next code point in bytes; *invalid says whether it is not UTF-8. */
static size_t step(struct str rest, uint32_t *code_point, bool *invalid)
{
    size_t len;

    *code_point = utf8_decode(rest, &len);
    /* U+FFFD itself is well formed: only its bytes tell it from an invalid subpart. */
    *invalid = *code_point == CODE_POINT_INVALID &&
               !(len == 3 && memcmp(rest.data, "\xEF\xBF\xBD", 3) == 0);
    return len;
}

size_t utf8_ascii_run(struct str text)
{
    size_t at = 0;

    while (at + BYTES_WIDTH <= text.len && !bytes_high(bytes_load(text.data + at)))
        at += BYTES_WIDTH;
    while (at < text.len && (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

size_t utf8_printable_run(struct str text)
{
    size_t at = 0;

    for (; at + BYTES_WIDTH <= text.len; at += BYTES_WIDTH) {
        uint64_t bytes = bytes_load(text.data + at);
        uint64_t others = bytes_special(bytes) | bytes_equal(bytes, 0x7F);

        if (others)
            return at + bytes_first(others);
    }
    while (at < text.len && text.data[at] >= ' ' && text.data[at] < 0x7F)
        at++;
    return at;
}

/* The end of the run of ASCII that starts at `at`. */
static size_t skip_ascii(struct str text, size_t at)
{
    return at + utf8_ascii_run((struct str){text.data + at, text.len - at});
}

size_t utf8_invalid(struct str text)
{
    size_t i = 0;

    while ((i = skip_ascii(text, i)) < text.len) {
        uint32_t code_point;
        bool invalid;
        size_t len;

        len = step((struct str){text.data + i, text.len - i}, &code_point, &invalid);
        if (invalid)
            return i;
        i += len;
    }
    return text.len;
}

static size_t count_units(struct str text, size_t above_bmp)
{
    size_t units = 0;
    size_t i = 0;
    size_t end;

    while ((end = skip_ascii(text, i)) < text.len) {
        struct str rest = {text.data + end, text.len - end};
        size_t len;

        units += end - i;
        units += utf8_decode(rest, &len) > 0xFFFF ? above_bmp : 1;
        i = end + len;
    }
    return units + (end - i);
}

size_t utf8_code_points(struct str text)
{
    return count_units(text, 1);
}

size_t utf8_utf16_units(struct str text)
{
    return count_units(text, 2);
}

size_t utf8_utf16_offset(struct str text, size_t units)
{
    size_t most = units < text.len ? units : text.len;
    size_t at = utf8_ascii_run((struct str){text.data, most});

    units -= at;
    while (units && at < text.len) {
        struct str rest = {text.data + at, text.len - at};
        size_t len;
        size_t width = utf8_decode(rest, &len) > 0xFFFF ? 2 : 1;

        if (width > units)
            break;
        units -= width;
        at += len;
    }
    return at;
}

bool code_point_is_other_space(uint32_t code_point)
{
    return code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x3000 || code_point == 0xFEFF;
}
