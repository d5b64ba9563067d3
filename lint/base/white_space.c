/* white_space.c - white space as JavaScript defines it */

#include "lint/base/white_space.h"

#include "lint/base/ascii.h"
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

size_t white_space_at_end(struct str text)
{
    size_t end = text.len;
    size_t len;

    while (end > 0) {
        struct str last = utf8_last((struct str){text.data, end});

        if (!code_point_is_space(utf8_decode(last, &len)))
            break;
        end -= last.len;
    }
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

bool white_space_any(struct str text)
{
    size_t len;

    for (size_t at = 0; at < text.len; at += len) {
        struct str rest = {text.data + at, text.len - at};
        bool ascii = !(*rest.data & 0x80);

        len = 1;
        if (ascii ? is_ascii_space(*rest.data)
                  : code_point_is_space(utf8_decode(rest, &len)))
            return true;
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
