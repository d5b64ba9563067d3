/* mask.c - the text that rules see when they look at raw lines */

#include "lint/markdown/mask.h"

#include <stdbool.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/str.h"
#include "lint/base/utf8.h"

enum { OPEN_LEN = 4, CLOSE_LEN = 3 }; /* <!-- and --> */

/* Where the search stands. Lines end at LF here, whatever the file uses. */
struct mask {
    const char *data;
    uint32_t size;
    uint32_t line;    /* start of the line that was reached */
    uint32_t text;    /* its first character that is no white space, or its end */
    uint32_t reached; /* the line does not end before */
    char *out;        /* the copy; NULL until something is masked */
};

/* Offset of the marker at `from` or later, or size when there is none. */
static uint32_t find(const struct mask *mask, uint32_t from, struct str marker)
{
    while (from + marker.len <= mask->size) {
        const char *start = mask->data + from;
        const char *hit = memchr(start, marker.data[0], mask->size - from);

        if (!hit || (size_t)(mask->data + mask->size - hit) < marker.len)
            break;
        if (memcmp(hit, marker.data, marker.len) == 0)
            return (uint32_t)(hit - mask->data);
        from = (uint32_t)(hit - mask->data) + 1;
    }
    return mask->size;
}

static void find_text(struct mask *mask)
{
    uint32_t at = mask->line;
    size_t len;

    while (at < mask->size && mask->data[at] != '\n') {
        struct str rest = {mask->data + at, mask->size - at};

        if (!code_point_is_space(utf8_decode(rest, &len)))
            break;
        at += (uint32_t)len;
    }
    mask->text = at;
}

/* Moves on to the line that contains offset. */
static void reach_line(struct mask *mask, uint32_t offset)
{
    const char *lf;
    uint32_t line = mask->line;
    uint32_t at = mask->reached;

    while ((lf = memchr(mask->data + at, '\n', offset - at)))
        line = at = (uint32_t)(lf - mask->data) + 1;
    mask->reached = offset;
    if (line == mask->line)
        return;
    mask->line = line;
    find_text(mask);
}

/* No tabs: a row that is indented by more is code. */
static bool starts_like_a_row(const struct mask *mask, uint32_t end)
{
    uint32_t at = mask->line;

    while (at < end && mask->data[at] == ' ')
        at++;
    return at < end && mask->data[at] == '|';
}

static bool has_double_hyphen(struct str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i] == '-' && text.data[i - 1] == '-')
            return true;
    return false;
}

/* open: offset of its <!--; inside: what stands between the markers. */
static bool is_masked(const struct mask *mask, uint32_t open, struct str inside)
{
    if (mask->text >= open)
        return true;
    if (memchr(inside.data, '\n', inside.len) && starts_like_a_row(mask, open))
        return false;
    return !str_starts(inside, STR(">")) && !str_starts(inside, STR("->")) &&
           !str_ends(inside, STR("-")) && !has_double_hyphen(inside);
}

/* A character that is no space in the place of one that is, of two or three bytes. */
static void hide_space(char *out, size_t len)
{
    memcpy(out, len == 2 ? "\xC2\xB7" : "\xE2\x80\xA2", len); /* U+00B7, U+2022 */
}

/* Spaces that end a line would be findings of their own. */
static void hide_trailing(char *out, size_t len)
{
    bool at_end = false;

    while (len-- > 0) {
        if (is_line_end(out[len]))
            at_end = true;
        else if (at_end && out[len] == ' ')
            out[len] = '.';
        else
            at_end = false;
    }
}

static void hide(char *out, size_t len)
{
    size_t step = 1;

    for (size_t i = 0; i < len; i += step) {
        uint32_t c = utf8_decode((struct str){out + i, len - i}, &step);

        if (c >= 0x80 && code_point_is_space(c))
            hide_space(out + i, step);
        else if (c < 0x80 && c != ' ' && !is_line_end(out[i]))
            out[i] = '.';
    }
    hide_trailing(out, len);
}

static void mask_comment(struct mask *mask, struct arena *arena, uint32_t start,
                         uint32_t end)
{
    if (!mask->out) {
        mask->out = arena_raw(arena, (size_t)mask->size + 1);
        memcpy(mask->out, mask->data, (size_t)mask->size + 1);
    }
    hide(mask->out + start, end - start);
}

const char *mask_comments(struct arena *arena, const struct source *source, uint32_t body,
                          uint32_t *first)
{
    struct mask mask = {source->data, source->size, body, body, body, NULL};
    uint32_t open = find(&mask, body, STR("<!--"));

    *first = open;
    find_text(&mask);
    for (; open < mask.size; open = find(&mask, open, STR("<!--"))) {
        uint32_t close = find(&mask, open + 2, STR("-->")); /* <!--> is one, too */
        uint32_t start = open + OPEN_LEN;

        if (close == mask.size)
            break;
        reach_line(&mask, open);
        if (close > start &&
            is_masked(&mask, open, (struct str){mask.data + start, close - start}))
            mask_comment(&mask, arena, start, close);
        open = close + CLOSE_LEN;
    }
    return mask.out ? mask.out : mask.data;
}
