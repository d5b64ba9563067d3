/* white_space_test.c - white space at the end of text, and nothing else */

#include "lint/base/white_space.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void white_space_is_more_than_blanks(void **state)
{
    static const struct {
        const char *text;
        size_t end;
        bool only;
    } cases[] = {
        {"", 0, true},
        {"a b", 0, false},
        {" \t\n\v\f\ra ", 1, false},
        {" \t\n\v\f\r", 6, true},
        {"\xC2\xA0 a\xE3\x80\x80\xEF\xBB\xBF", 6, false},
        {"a\xE2\x80\x8B", 0, false}, /* ZERO WIDTH SPACE is not white space */
        {"a\x80", 0, false},
        {" \xE2\x80\xA9", 4, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str text = str_from(cases[i].text);

        assert_int_equal(white_space_at_end(text), cases[i].end);
        assert_int_equal(white_space_only(text), cases[i].only);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_more_than_blanks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
