/* suggest_test.c - near names are found, far ones are not */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/suggest.h"

static const struct str choices[] = {
    {"title", 5},
    {"date", 4},
    {"author", 6},
    {"tags", 4},
    {"line_length", 11},
    {"stra\xC3\x9F"
     "e",
     7},
};

static const struct {
    const char *word;
    const char *nearest; /* "" when nothing is near */
} cases[] = {
    {"titel", "title"},             /* neighbours swapped */
    {"titl", "title"},              /* one left out */
    {"titlee", "title"},            /* one too many */
    {"tatle", "title"},             /* one changed */
    {"TITLE", "title"},             /* only case */
    {"dtae", "date"},               /* four letters: one change */
    {"dxxe", ""},                   /* four letters: two are too many */
    {"line_lenght", "line_length"}, /* a swap */
    {"lin_lenght", "line_length"},  /* two changes of ten letters */
    {"auhtro", "author"},           /* six letters: two changes */
    {"strase", "stra\xC3\x9F"
               "e"},        /* code points count, not bytes */
    {"tag", "tags"},        /* three letters: one change */
    {"lin", "line_length"}, /* the start of one */
    {"AUT", "author"},
    {"li", ""}, /* too short a start */
    {"x", ""},  /* nothing in common */
    {"", ""},   /* no word */
    {"description", ""},
    {"\xFF\xFE", ""},
    {"0123456789012345678901234567890123456789012345678901234567890123456789", ""},
};

static void finds_the_nearest(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str found = suggest_nearest(str_from(cases[i].word), choices,
                                           sizeof(choices) / sizeof(*choices));

        if (!str_is(found, cases[i].nearest))
            fail_msg("%s: found `%.*s`, expected `%s`", cases[i].word, (int)found.len,
                     found.data ? found.data : "", cases[i].nearest);
    }
}

static void first_of_equals_wins(void **state)
{
    static const struct str equals[] = {{"cat", 3}, {"bat", 3}};

    (void)state;
    assert_true(str_is(suggest_nearest(STR("rat"), equals, 2), "cat"));
    assert_true(str_is(suggest_nearest(STR("rat"), equals, 0), ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_nearest),
        cmocka_unit_test(first_of_equals_wins),
    };

    return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
