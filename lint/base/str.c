/* str.c - a borrowed run of bytes */

#include "lint/base/str.h"

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"

bool str_equal_ignore_case(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

bool str_list_has(struct str_list list, struct str text)
{
    for (size_t i = 0; i < list.count; i++)
        if (str_equal(list.items[i], text))
            return true;
    return false;
}

bool str_list_has_ignore_case(struct str_list list, struct str text)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].len == text.len && str_equal_ignore_case(list.items[i], text))
            return true;
    return false;
}

bool str_has_only(struct str text, const char *set)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_one_of(text.data[i], set))
            return false;
    return true;
}

bool str_has_any(struct str text, const char *set)
{
    for (; text.len && *set; set++)
        if (memchr(text.data, *set, text.len))
            return true;
    return false;
}

int str_compare(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;

    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

struct str str_trim(struct str a)
{
    while (a.len && is_space_tab_or_line_end(a.data[0])) {
        a.data++;
        a.len--;
    }
    while (a.len && is_space_tab_or_line_end(a.data[a.len - 1]))
        a.len--;
    return a;
}

/* May both bytes be blanks? */
static bool may_be_blanks(const char *two)
{
    return (unsigned char)two[0] <= ' ' && (unsigned char)two[1] <= ' ';
}

/* The same of any two side by side among 17 bytes. */
static bool has_blank_pair(const char *bytes)
{
    bytes_wide first = bytes_load_wide(bytes);
    bytes_wide second = bytes_load_wide(bytes + 1);

    return bytes_any((bytes_wide)((first <= ' ') & (second <= ' ')));
}

/* The first of two bytes side by side, from `at` on, that may be blanks; the length of
 * the text when there are none. */
static size_t skip_single_blanks(struct str text, size_t at)
{
    const size_t width = sizeof(bytes_wide) + 1;

    while (at + width <= text.len && !has_blank_pair(text.data + at))
        at += sizeof(bytes_wide);
    /* The last bytes are looked at with some that were seen before. */
    if (text.len >= width && at + width > text.len &&
        !has_blank_pair(text.data + text.len - width))
        return text.len;
    while (at + 1 < text.len && !may_be_blanks(text.data + at))
        at++;
    return at + 1 < text.len ? at : text.len;
}

struct str str_blanks(struct str text, size_t at)
{
    size_t end;

    while ((at = skip_single_blanks(text, at)) < text.len) {
        for (end = at; end < text.len && is_space_or_tab(text.data[end]);)
            end++;
        if (end - at > 1)
            return (struct str){text.data + at, end - at};
        at = end + 1;
    }
    return (struct str){text.data + text.len, 0};
}

uint64_t str_hash(struct str text)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001b3u;
    return hash ^ hash >> 32;
}
