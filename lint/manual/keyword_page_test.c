/* keyword_page_test.c - pages of schema keywords are found by name */

#include "lint/manual/keyword_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void all_names_have_a_page(void **state)
{
    struct arena arena;
    struct str_list names;

    (void)state;
    arena_init(&arena);
    names = keyword_page_names(&arena);
    assert_true(names.count > 1);
    for (size_t i = 0; i < names.count; i++) {
        struct str text = keyword_page_text(names.items[i]);

        assert_true(str_starts(text, STR("# ")));
        if (!str_is(names.items[i], "vocabulary"))
            assert_true(str_starts(names.items[i], STR("x-")));
    }
    arena_release(&arena);
}

static void other_names_have_none(void **state)
{
    static const char *const others[] = {"", "README", "x-", "x-nope", "line-length"};

    (void)state;
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_int_equal(keyword_page_text(str_from(others[i])).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_names_have_a_page),
        cmocka_unit_test(other_names_have_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
