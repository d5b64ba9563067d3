/* spans_test.c - several ranges of bytes in one file */

#include "lint/base/spans.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void spans_that_meet_are_one(void **state)
{
    struct span spans[] = {{8, 9}, {1, 3}, {3, 4}, {2, 3}, {6, 6}};

    (void)state;
    assert_int_equal(spans_join(spans, 5), 3);
    assert_int_equal(spans[0].start, 1);
    assert_int_equal(spans[0].end, 4);
    assert_int_equal(spans[1].start, 6);
    assert_int_equal(spans[1].end, 6);
    assert_int_equal(spans[2].start, 8);
    assert_int_equal(spans_join(NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_that_meet_are_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
