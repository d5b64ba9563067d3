/* uri_test.c - schemes of URIs */

#include "lint/base/uri.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void schemes_start_with_a_letter(void **state)
{
    static const struct {
        const char *uri, *scheme;
    } cases[] = {
        {"https://example.com", "https"},
        {"a+b-c.1:", "a+b-c.1"},
        {"C:\\x", "C"},
        {"1http:x", ""},
        {"a b:c", ""},
        {"./a:b", ""},
        {"a/b:c", ""},
        {":a", ""},
        {"https", ""},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        if (!str_is(uri_scheme(str_from(cases[i].uri)), cases[i].scheme))
            fail_msg("`%s`", cases[i].uri);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schemes_start_with_a_letter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
