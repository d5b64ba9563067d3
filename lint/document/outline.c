/* outline.c - what an outline says of headings */

#include "lint/document/outline.h"

#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"
#include "lint/base/suggest.h"
#include "lint/base/utf8.h"

enum { LEVEL_MAX = 6 };

static struct str rest(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

static struct outline_item parse_item(struct str text)
{
    struct outline_item item = {.title = text};
    size_t at = 0;
    char sign;

    if (str_is(text, "*"))
        return (struct outline_item){text, 0, true, true, true};
    while (at < text.len && at < LEVEL_MAX && text.data[at] == '#')
        at++;
    if (!at)
        return item;
    item.level = (int)at;
    sign = at < text.len ? text.data[at] : '\0';
    item.optional = sign == '?' || sign == '*';
    item.repeated = sign == '+' || sign == '*';
    item.title = str_trim(rest(text, at + (item.optional || item.repeated)));
    return item;
}

struct outline outline_parse(struct str_list texts, struct arena *arena)
{
    struct outline_item *items = arena_array(arena, texts.count, sizeof(*items));
    struct outline outline = {items, (uint32_t)texts.count, 0};

    for (size_t i = 0; i < texts.count; i++) {
        items[i] = parse_item(texts.items[i]);
        if (items[i].level)
            outline.levels |= 1U << items[i].level;
        else if (!items[i].any)
            outline.levels = OUTLINE_EVERY_LEVEL;
    }
    return outline;
}

static size_t character(struct str text)
{
    size_t len;

    utf8_decode(text, &len);
    return len;
}

/* How many bytes of text the first character of the pattern takes, whose length is
 * stored; 0 when it is another one. */
static size_t take(struct str pattern, struct str text, bool match_case, size_t *used)
{
    struct str wanted = pattern;
    bool escaped = pattern.len > 1 && pattern.data[0] == '\\';

    if (escaped)
        wanted = rest(pattern, 1);
    wanted.len = character(wanted);
    *used = wanted.len + escaped;
    if (!escaped && wanted.data[0] == '?')
        return character(text);
    if (!match_case)
        return case_fold_start(text, wanted);
    return str_starts(text, wanted) ? wanted.len : 0;
}

/* Without `|`. After a mismatch the last star takes one more character. */
static bool matches_title(struct str pattern, struct str text, bool match_case)
{
    struct str after_star = {NULL, 0};
    struct str retry = text;

    for (;;) {
        size_t used = 0;
        size_t taken = 0;

        if (pattern.len && pattern.data[0] == '*') {
            after_star = pattern = rest(pattern, 1);
            retry = text;
            continue;
        }
        if (!pattern.len && !text.len)
            return true;
        if (pattern.len && text.len)
            taken = take(pattern, text, match_case, &used);
        if (taken) {
            pattern = rest(pattern, used);
            text = rest(text, taken);
            continue;
        }
        if (!after_star.data || !retry.len)
            return false;
        pattern = after_star;
        text = retry = rest(retry, character(retry));
    }
}

/* Takes the pattern up to the next `|`, which is left out. */
static struct str next_title(struct str *pattern)
{
    struct str title = *pattern;
    size_t at = 0;

    while (at < pattern->len && pattern->data[at] != '|')
        at += pattern->data[at] == '\\' && at + 1 < pattern->len ? 2 : 1;
    title.len = at;
    *pattern = rest(*pattern, at < pattern->len ? at + 1 : at);
    return str_trim(title);
}

static bool has_level(const struct outline_item *item,
                      const struct outline_heading *heading)
{
    return !item->level || item->level == heading->node->level;
}

bool outline_item_matches(const struct outline_item *item,
                          const struct outline_heading *heading, bool match_case)
{
    struct str pattern = item->title;

    if (item->any)
        return true;
    if (!has_level(item, heading))
        return false;
    do {
        struct str title = next_title(&pattern);

        if (matches_title(title, heading->text, match_case))
            return true;
    } while (pattern.len);
    return false;
}

bool outline_item_resembles(const struct outline_item *item,
                            const struct outline_heading *heading)
{
    struct str pattern = item->title;

    if (item->any || !has_level(item, heading))
        return false;
    do {
        struct str title = next_title(&pattern);

        if (suggest_nearest(heading->text, &title, 1).len)
            return true;
    } while (pattern.len);
    return false;
}
