/* block_start.c - what a line starts, by its text alone */

#include "lint/markdown/block_start.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/directive.h"

enum {
    HEADING_LEVEL_MAX = 6,
    CODE_FENCE_MIN = 3,
    MATH_FENCE_MIN = 2,
    THEMATIC_BREAK_MIN = 3,
    LIST_DIGITS_MAX = 9, /* CommonMark 5.2: so that numbers fit */
};

static char byte(struct str text, uint32_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

uint32_t run_length(struct str text, uint32_t at)
{
    uint32_t end = at;

    while (end < text.len && text.data[end] == text.data[at])
        end++;
    return end - at;
}

bool is_blank_from(struct str text, uint32_t at)
{
    while (at < text.len && is_space_or_tab(text.data[at]))
        at++;
    return at >= text.len;
}

/* A blank, or the end of the line. */
static bool is_gap(struct str text, uint32_t at)
{
    return at >= text.len || is_space_or_tab(text.data[at]);
}

uint32_t atx_level(struct str text)
{
    uint32_t level = byte(text, 0) == '#' ? run_length(text, 0) : 0;

    return level <= HEADING_LEVEL_MAX && is_gap(text, level) ? level : 0;
}

bool is_thematic_break(struct str text)
{
    char c = byte(text, 0);
    uint32_t count = 0;

    if (c != '-' && c != '*' && c != '_')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != c && !is_space_or_tab(text.data[i]))
            return false;
        count += text.data[i] == c;
    }
    return count >= THEMATIC_BREAK_MIN;
}

uint32_t setext_level(struct str text)
{
    char c = byte(text, 0);

    if ((c != '=' && c != '-') || !is_blank_from(text, run_length(text, 0)))
        return 0;
    return c == '=' ? 1 : 2;
}

uint32_t code_fence(struct str text)
{
    char c = byte(text, 0);
    uint32_t length;

    if (c != '`' && c != '~')
        return 0;
    length = run_length(text, 0);
    if (length < CODE_FENCE_MIN ||
        (c == '`' && memchr(text.data + length, '`', text.len - length)))
        return 0;
    return length;
}

uint32_t math_fence(struct str text)
{
    uint32_t length = byte(text, 0) == '$' ? run_length(text, 0) : 0;

    if (length < MATH_FENCE_MIN || memchr(text.data + length, '$', text.len - length))
        return 0;
    return length;
}

bool is_closing_fence(struct str text, char c, uint32_t length)
{
    uint32_t run = byte(text, 0) == c ? run_length(text, 0) : 0;

    return run >= length && is_blank_from(text, run);
}

struct list_marker list_marker_read(struct str text)
{
    struct list_marker marker = {0};
    uint32_t at = 0;

    for (; at < text.len && is_ascii_digit(text.data[at]); at++) {
        if (at == LIST_DIGITS_MAX)
            return marker;
        marker.number = marker.number * 10 + (uint32_t)(text.data[at] - '0');
    }
    if (!is_one_of(byte(text, at), at ? ".)" : "-+*") || !is_gap(text, at + 1))
        return marker;
    marker.ordered = at > 0;
    marker.character = text.data[at];
    marker.length = at + 1;
    return marker;
}

uint32_t footnote_start(struct str text, uint32_t *label_length)
{
    uint32_t at = 2;

    if (byte(text, 0) != '[' || byte(text, 1) != '^')
        return 0;
    while (at < text.len && text.data[at] != ']' && text.data[at] != '\0' &&
           !is_space_or_tab(text.data[at]))
        at++;
    *label_length = at - 2;
    if (at == 2 || byte(text, at) != ']' || byte(text, at + 1) != ':')
        return 0;
    for (at += 2; at < text.len && is_space_or_tab(text.data[at]);)
        at++;
    return at;
}

uint32_t directive_start(struct str text)
{
    uint32_t colons = byte(text, 0) == ':' ? run_length(text, 0) : 0;
    size_t end = colons >= LEAF_DIRECTIVE_COLONS ? directive_head(text, colons) : 0;

    return end && is_blank_from(text, (uint32_t)end) ? colons : 0;
}
