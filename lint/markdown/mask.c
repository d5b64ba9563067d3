/* mask.c - the text that rules see when they look at raw lines */

#include "lint/markdown/mask.h"

#include <stdbool.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/str.h"
#include "lint/base/utf8.h"

enum { OPEN_LEN = 4, CLOSE_LEN = 3 }; /* <!-- and --> */

/* Where the search stands. Lines end at LF here, whatever the file uses. */
struct search {
    const struct source *source;
    const char *data;
    uint32_t size;
    uint32_t line;    /* start of the line that was reached */
    uint32_t text;    /* its first character that is no white space, or its end */
    uint32_t reached; /* the line does not end before */
    struct arena *arena;
    struct mask_group *groups; /* NULL until something is masked */
    struct span copied;        /* the lines of the group that was copied last */
    char *copy;                /* of it; NULL: none was */
};

/* Offset of the marker at `from` or later, or size when there is none. */
static uint32_t find(const struct search *search, uint32_t from, struct str marker)
{
    while (from + marker.len <= search->size) {
        const char *start = search->data + from;
        const char *hit = memchr(start, marker.data[0], search->size - from);

        if (!hit || (size_t)(search->data + search->size - hit) < marker.len)
            break;
        if (memcmp(hit, marker.data, marker.len) == 0)
            return (uint32_t)(hit - search->data);
        from = (uint32_t)(hit - search->data) + 1;
    }
    return search->size;
}

static void find_text(struct search *search)
{
    uint32_t at = search->line;
    size_t len;

    while (at < search->size && search->data[at] != '\n') {
        struct str rest = {search->data + at, search->size - at};

        if (!code_point_is_space(utf8_decode(rest, &len)))
            break;
        at += (uint32_t)len;
    }
    search->text = at;
}

/* Moves on to the line that contains offset. */
static void reach_line(struct search *search, uint32_t offset)
{
    const char *lf;
    uint32_t line = search->line;
    uint32_t at = search->reached;

    while ((lf = memchr(search->data + at, '\n', offset - at)))
        line = at = (uint32_t)(lf - search->data) + 1;
    search->reached = offset;
    if (line == search->line)
        return;
    search->line = line;
    find_text(search);
}

/* No tabs: a row that is indented by more is code. */
static bool starts_like_a_row(const struct search *search, uint32_t end)
{
    uint32_t at = search->line;

    while (at < end && search->data[at] == ' ')
        at++;
    return at < end && search->data[at] == '|';
}

static bool has_double_hyphen(struct str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.data[i] == '-' && text.data[i - 1] == '-')
            return true;
    return false;
}

/* open: offset of its <!--; inside: what stands between the markers. */
static bool is_masked(const struct search *search, uint32_t open, struct str inside)
{
    if (search->text >= open)
        return true;
    if (memchr(inside.data, '\n', inside.len) && starts_like_a_row(search, open))
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

static void add_groups(struct search *search)
{
    uint32_t count = (search->source->line_count >> MASK_GROUP_BITS) + 1;

    search->groups = arena_raw(search->arena, count * sizeof(*search->groups));
    for (uint32_t i = 0; i < count; i++)
        search->groups[i] = (struct mask_group){search->data, 0};
}

/* Copies the group with that line, and the byte after it, which may be the NUL at the
 * end. */
static void copy_group(struct search *search, uint32_t line)
{
    const struct source *source = search->source;
    uint32_t first = line >> MASK_GROUP_BITS << MASK_GROUP_BITS;
    uint32_t end = first + (1 << MASK_GROUP_BITS);
    struct span *copied = &search->copied;

    if (end > source->line_count)
        end = source->line_count;
    *copied = span_make(source->lines[first].start, source->lines[end].start);
    search->copy = arena_raw(search->arena, span_length(*copied) + 1);
    memcpy(search->copy, search->data + copied->start, span_length(*copied) + 1);
    search->groups[line >> MASK_GROUP_BITS] =
        (struct mask_group){search->copy, copied->start};
}

/* Comments come one after the other. */
static void mask_comment(struct search *search, struct span inside)
{
    if (!search->groups)
        add_groups(search);
    while (!span_empty(inside)) {
        uint32_t end;

        if (!search->copy || inside.start >= search->copied.end)
            copy_group(search, source_line(search->source, inside.start));
        end = inside.end < search->copied.end ? inside.end : search->copied.end;
        hide(search->copy + (inside.start - search->copied.start), end - inside.start);
        inside.start = end;
    }
}

/* Masks the comment that the `<!--` at `open` begins; returns where the search goes on.
 */
static uint32_t read_comment(struct search *search, uint32_t open)
{
    uint32_t close = find(search, open + 2, STR("-->")); /* <!--> is one, too */
    struct span inside = {open + OPEN_LEN, close};

    if (close == search->size)
        return search->size;
    reach_line(search, open);
    if (inside.end > inside.start &&
        is_masked(search, open, source_text(search->source, inside)))
        mask_comment(search, inside);
    return close + CLOSE_LEN;
}

struct mask mask_comments(struct arena *arena, const struct source *source, uint32_t body)
{
    struct search search = {.source = source,
                            .data = source->data,
                            .size = source->size,
                            .line = body,
                            .text = body,
                            .reached = body,
                            .arena = arena};
    uint32_t first = find(&search, body, STR("<!--"));

    find_text(&search);
    for (uint32_t at = first; at < search.size; at = find(&search, at, STR("<!--")))
        at = read_comment(&search, at);
    return (struct mask){search.groups, first};
}
