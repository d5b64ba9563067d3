/* width_test.c - the columns that a code point fills on a terminal */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/terminal/width.h"

static void knows_widths(void **state)
{
    (void)state;
    assert_int_equal(code_point_width('x'), 1);
    assert_int_equal(code_point_width(0x301), 0);   /* combining acute */
    assert_int_equal(code_point_width(0x4E2D), 2);  /* 中 */
    assert_int_equal(code_point_width(0x1F600), 2); /* an emoji */
    assert_int_equal(code_point_width(0x200D), 0);  /* joiner */
    assert_int_equal(code_point_width(0x2014), 1);  /* dash */
}

static void knows_all_marks(void **state)
{
    (void)state;
    assert_int_equal(code_point_width(0x9CD), 0);  /* virama of Bengali */
    assert_int_equal(code_point_width(0x93E), 1);  /* a mark beside its letter */
    assert_int_equal(code_point_width(0x1160), 0); /* vowel of Hangul */
    assert_int_equal(code_point_width(0x3099), 0); /* voiced sound mark */
    assert_int_equal(code_point_width(0x3007), 2); /* ideographic zero */
    assert_int_equal(code_point_width(0x600), 1);  /* sign before an Arabic number */
    assert_int_equal(code_point_width(0x1F1E6), 2);
    assert_int_equal(code_point_width(0x10FFFF), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_widths),
        cmocka_unit_test(knows_all_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
