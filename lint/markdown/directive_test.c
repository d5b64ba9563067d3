/* directive_test.c - tests of directive.c */

#include "lint/markdown/directive.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct head {
    const char *text;
    size_t name; /* where the name ends; 0 for none */
    size_t head; /* where all of it ends */
};

/* All of them agree with micromark-extension-directive 4.0.0. */
static const struct head heads[] = {
    {"note", 4, 4},
    {"note title", 4, 4},
    {"a-b_c.d", 5, 5},
    {"-a", 0, 0},
    {"a-", 0, 0},
    {" a", 0, 0},
    {"", 0, 0},
    {"1", 1, 1},
    {"\xE6\xB3\xA8\xE6\x84\x8F\xE3\x80\x82", 6, 6},
    /* labels */
    {"a[b]c", 1, 4},
    {"a[]", 1, 3},
    {"a[b[c]d]", 1, 8},
    {"a[b\\]c]", 1, 7},
    {"a[b", 1, 1},
    {"a[b\n]", 1, 1},
    {"a [b]", 1, 1},
    /* attributes */
    {"a{}", 1, 3},
    {"a{ b }", 1, 6},
    {"a[b]{c}", 1, 7},
    {"a{#b.c .d}", 1, 10},
    {"a{#}", 1, 1},
    {"a{b=c d=\"e f\" g='h'}", 1, 20},
    {"a{b = c}", 1, 8},
    {"a{b=\"c\"d}", 1, 1},
    {"a{b=\"c}", 1, 1},
    {"a{b=}", 1, 1},
    {"a{b=<}", 1, 1},
    {"a{:b}", 1, 1},
    {"a{b:c.d=e}", 1, 10},
    {"a{b", 1, 1},
    {"a{b}[c]", 1, 4},
};

static void heads_end_where_they_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        struct str text = str_from(heads[i].text);

        assert_int_equal(directive_name(text, 0), heads[i].name);
        assert_int_equal(directive_head(text, 0), heads[i].head);
    }
}

static void brackets_nest_up_to_a_limit(void **state)
{
    static const char deep[] = "a[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                               "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";

    (void)state;
    assert_int_equal(directive_head(str_from(deep), 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_end_where_they_should),
        cmocka_unit_test(brackets_nest_up_to_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
