/* memory_test.c - what is allocated can be used */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/memory.h"

enum { PIECES = 64, PIECE = 64 * 1024 };

static void fill(char **pieces)
{
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = memory_alloc(PIECE);
        memset(pieces[i], i, PIECE);
    }
}

static void check_and_free(char **pieces)
{
    char wanted[PIECE];

    for (int i = 0; i < PIECES; i++) {
        memset(wanted, i, PIECE);
        assert_memory_equal(pieces[i], wanted, PIECE);
        free(pieces[i]);
    }
}

/* More than a large page, with what was there before; and a second time. */
static void a_large_page_holds_what_it_is_given(void **state)
{
    char *before[PIECES];
    char *after[PIECES];

    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        fill(before);
        memory_prefer_large_page();
        fill(after);
        check_and_free(before);
        check_and_free(after);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_large_page_holds_what_it_is_given),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
