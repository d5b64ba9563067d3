/* x_first_heading.c - x-first-heading: compares a title with the first heading of the
 * article */

#include "lint/base/ascii.h"
#include "lint/schema/vocabulary/vocabulary.h"

enum wish { WISH_EQUAL, WISH_ABSENT };

static bool compile(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    enum wish *wish = arena_alloc(c->arena, sizeof(*wish));

    advice->settings = wish;
    *wish = str_is(value->text, "absent") ? WISH_ABSENT : WISH_EQUAL;
    if (*wish == WISH_EQUAL && !str_is(value->text, "equal"))
        return advice_fail(c, advice, value->span, "must be `equal` or `absent`");
    return true;
}

/* Equal except for white space: lines may be folded. */
static bool same_words(struct str a, struct str b)
{
    for (;;) {
        a = str_trim(a);
        b = str_trim(b);
        if (!a.len || !b.len)
            return a.len == b.len;
        for (; a.len && b.len && *a.data == *b.data && !is_space_tab_or_line_end(*a.data);
             a.len--, b.len--) {
            a.data++;
            b.data++;
        }
        if ((a.len && !is_space_tab_or_line_end(*a.data)) ||
            (b.len && !is_space_tab_or_line_end(*b.data)))
            return false;
    }
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    const struct environment *around = x->around;
    const enum wish *wish = advice->settings;
    struct str text = place->value->text;
    struct failure *failure;

    if (span_empty(around->heading) || !text.len)
        return;
    if (*wish == WISH_ABSENT) {
        failure = advise(x, advice, place,
                         "be the only title, but the text has a heading of level 1: %s",
                         advice_quote(x, around->heading_text).data);
        advice_relate(x, failure, around->heading, "this heading");
        return;
    }
    if (same_words(text, around->heading_text) ||
        same_words(text, around->heading_source))
        return;
    failure =
        advise(x, advice, place, "be the same as the first heading, %s, found %s",
               advice_quote(x, around->heading_text).data, advice_quote(x, text).data);
    advice_relate(x, failure, around->heading, "this heading");
    if (around->heading_text.len)
        advice_replace(x, failure, around->heading_text, false);
}

const struct extension x_first_heading = {
    .name = "x-first-heading",
    .help = "the first heading of level 1 says the same, or is not there",
    .kinds = KIND_STRING,
    .compile = compile,
    .check = check,
};
