/* white_space.c - white space as JavaScript defines it */

#include "lint/base/white_space.h"

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"
#include "lint/base/utf8.h"

bool white_space_only(struct str text)
{
    size_t len;

    for (size_t at = 0; at < text.len; at += len) {
        struct str rest = {text.data + at, text.len - at};

        if (!code_point_is_space(utf8_decode(rest, &len)))
            return false;
    }
    return true;
}

/* The length of the last character of the text, if it is white space; else 0. */
static size_t last_space(struct str text)
{
    char byte = text.data[text.len - 1];
    struct str last;
    size_t len;

    if (!(byte & 0x80))
        return is_ascii_space(byte);
    last = utf8_last(text);
    return code_point_is_space(utf8_decode(last, &len)) ? last.len : 0;
}

size_t white_space_at_end(struct str text)
{
    size_t end = text.len;
    size_t len;

    while (end > 0 && (len = last_space((struct str){text.data, end})))
        end -= len;
    return text.len - end;
}

size_t white_space_at_start(struct str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t len;

        if (!code_point_is_space(
                utf8_decode((struct str){text.data + at, text.len - at}, &len)))
            break;
        at += len;
    }
    return at;
}

/* Can the byte be no part of white space? */
static bool is_printable(char c)
{
    return c > ' ' && !(c & 0x80);
}

size_t white_space_next(struct str text, size_t at)
{
    for (; at + BYTES_WIDTH <= text.len; at += BYTES_WIDTH) {
        uint64_t found = bytes_blank_or_high(bytes_load(text.data + at));

        if (found)
            return at + bytes_first(found);
    }
    while (at < text.len && is_printable(text.data[at]))
        at++;
    return at;
}

bool white_space_any(struct str text)
{
    size_t at = 0;
    size_t len;

    while ((at = white_space_next(text, at)) < text.len) {
        struct str rest = {text.data + at, text.len - at};

        if (code_point_is_space(utf8_decode(rest, &len)))
            return true;
        at += len;
    }
    return false;
}

size_t white_space_last(struct str text)
{
    size_t end = text.len;
    size_t len;

    while (end > 0) {
        struct str last;

        if (!(text.data[end - 1] & 0x80)) {
            if (is_ascii_space(text.data[end - 1]))
                break;
            end--;
            continue;
        }
        last = utf8_last((struct str){text.data, end});
        if (code_point_is_space(utf8_decode(last, &len)))
            break;
        end -= last.len;
    }
    return end;
}
