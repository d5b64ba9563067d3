/* keyword_table_test.c - the rows of the table of keywords are consistent */

#include "lint/schema/compiled/keyword.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Fails with the name of the row, which an assertion alone would not show. */
static void assert_row(bool good, const struct keyword *keyword, const char *what)
{
    if (!good)
        fail_msg("%s: %s", keyword->name, what);
}

static bool is_checked(const struct keyword *keyword)
{
    return keyword->holds || keyword->apply;
}

static void rows_stand_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < keyword_count; i++)
        assert_row(strcmp(keywords[i - 1].name, keywords[i].name) < 0, &keywords[i],
                   "out of order");
    for (size_t i = 0; i < keyword_count; i++) {
        assert_row(keyword_find_any(str_from(keywords[i].name)) == &keywords[i],
                   &keywords[i], "is not found");
        assert_row(keywords[i].first <= keywords[i].last, &keywords[i],
                   "goes before it comes");
        assert_row(keywords[i].vocabulary != 0, &keywords[i], "is in no vocabulary");
    }
}

static void checks_can_be_evaluated_and_worded(void **state)
{
    (void)state;
    for (size_t i = 0; i < keyword_count; i++) {
        const struct keyword *keyword = &keywords[i];

        if (!is_checked(keyword)) {
            assert_row(!keyword->explain && !keyword->message && !keyword->kinds, keyword,
                       "explains a check that it has not");
            continue;
        }
        assert_row(keyword->compile != NULL, keyword, "is checked and never compiled");
        assert_row(!keyword->holds != !keyword->apply, keyword, "is evaluated twice");
        assert_row(keyword->kinds != 0, keyword, "looks at no value");
        assert_row(keyword->explain || keyword->message, keyword, "has no message");
    }
}

/* Rows of one kind share a check, so that either may make it. */
static void one_kind_is_one_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < keyword_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct keyword *a = &keywords[i];
            const struct keyword *b = &keywords[j];

            if (!is_checked(a) || !is_checked(b) || a->kind != b->kind)
                continue;
            assert_row(a->holds == b->holds && a->apply == b->apply &&
                           a->kinds == b->kinds && a->explain == b->explain &&
                           a->message == b->message,
                       a, "differs from another row of its kind");
        }
}

static void maximums_are_keywords(void **state)
{
    (void)state;
    for (size_t i = 0; i < keyword_count; i++)
        if (keywords[i].maximum)
            assert_row(keyword_find_any(str_from(keywords[i].maximum)) != NULL,
                       &keywords[i], "has an unknown maximum");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_stand_in_order),
        cmocka_unit_test(checks_can_be_evaluated_and_worded),
        cmocka_unit_test(one_kind_is_one_check),
        cmocka_unit_test(maximums_are_keywords),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
