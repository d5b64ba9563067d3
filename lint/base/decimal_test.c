/* decimal_test.c - exact arithmetic on numbers as they are written */

#include "lint/base/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static int order(const char *left, const char *right)
{
    struct decimal a = decimal_parse(str_from(left));
    struct decimal b = decimal_parse(str_from(right));
    int result = decimal_compare(&a, &b);

    assert_int_equal(decimal_compare(&b, &a) > 0, result < 0);
    if (result == 0)
        assert_true(decimal_hash(&a) == decimal_hash(&b));
    return (result > 0) - (result < 0);
}

static void compare_is_exact(void **state)
{
    static const struct {
        const char *left, *right;
        int order;
    } cases[] = {
        {"1", "1.0", 0},
        {"1", "1e0", 0},
        {"10", "1E+1", 0},
        {"0.001", "1e-3", 0},
        {"0", "-0", 0},
        {"0", "0e99999999999999999999", 0},
        {"0.10", "0.1", 0},
        {"1200", "1.2e3", 0},
        {"-2", "1", -1},
        {"-2", "-1", -1},
        {"9", "10", -1},
        {"0.09", "0.1", -1},
        {"18446744073709551616", "18446744073709551615", 1},
        {"0.1000000000000000000000000001", "0.1", 1},
        {"1e400", "1e399", 1},
        {"1e-400", "0", 1},
        {"-1e-400", "0", -1},
        {"1e1000000000", "1e999999999", 1},
        {"1e1000000000", "1e99999999999", 0},
        {"-1e1000000000", "-1e999999999", -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        if (order(cases[i].left, cases[i].right) != cases[i].order)
            fail_msg("%s and %s", cases[i].left, cases[i].right);
}

static void integers_may_have_a_point(void **state)
{
    static const struct {
        const char *text;
        int integer;
    } cases[] = {
        {"3", 1},           {"3.0", 1},  {"30e-1", 1}, {"3.5", 0},
        {"1e308", 1},       {"1e-1", 0}, {"0.0", 1},   {"123456789012345678901.0", 1},
        {"1e1000000000", 0}};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct decimal number = decimal_parse(str_from(cases[i].text));

        if (decimal_is_integer(&number) != cases[i].integer)
            fail_msg("%s", cases[i].text);
    }
}

static void multiples_are_exact(void **state)
{
    static const struct {
        const char *number, *divisor;
        int multiple;
    } cases[] = {
        {"4.5", "1.5", 1},
        {"35", "1.5", 0},
        {"0.0075", "0.0001", 1},
        {"0.00751", "0.0001", 0},
        {"0", "7", 1},
        {"7", "0", 0},
        {"1e308", "0.01", 1},
        {"1e308", "0.123456789", 0},
        {"1e308", "8", 1},
        {"1e999999999", "1024", 1},
        {"-9", "3", 1},
        {"12345678910", "0.01", 1},
        {"36893488147419103232", "18446744073709551616", 1},
        {"36893488147419103233", "18446744073709551616", 0},
        {"0.3", "0.1", 1},
        {"10", "20", 0},
        {"1e1000000000", "1", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct decimal number = decimal_parse(str_from(cases[i].number));
        struct decimal divisor = decimal_parse(str_from(cases[i].divisor));

        if (decimal_is_multiple(&number, &divisor) != cases[i].multiple)
            fail_msg("%s of %s", cases[i].number, cases[i].divisor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compare_is_exact),
        cmocka_unit_test(integers_may_have_a_point),
        cmocka_unit_test(multiples_are_exact),
    };

    return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
