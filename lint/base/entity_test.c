/* entity_test.c - tests of entity.c */

#include "lint/base/entity.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct entity_case {
    const char *text;
    size_t len;
    const char *value;
};

static const struct entity_case cases[] = {
    {"&amp;", 5, "&"},
    {"&amp", 0, ""},
    {"&;", 0, ""},
    {"&AMP;x", 5, "&"},
    {"&Amp;", 0, ""},
    {"&AElig;", 7, "\xC3\x86"},
    {"&zwnj;", 6, "\xE2\x80\x8C"},
    {"&CounterClockwiseContourIntegral;", 33, "\xE2\x88\xB3"},
    {"&semi;", 6, ";"},
    {"&equals;", 8, "="},
    {"&NewLine;", 9, "\n"},
    {"&bsol;", 6, "\\"},
    {"&nGt;", 5, "\xE2\x89\xAB\xE2\x83\x92"},
    {"&frac12;", 8, "\xC2\xBD"},
    {"&x;", 0, ""},
    {"&#35;", 5, "#"},
    {"&#X22;", 6, "\""},
    {"&#1234567;", 10, "\xEF\xBF\xBD"},
    {"&#12345678;", 0, ""},
    {"&#x10FFFF;", 10, "\xF4\x8F\xBF\xBF"},
    {"&#xD800;", 8, "\xEF\xBF\xBD"},
    {"&#0;", 4, "\xEF\xBF\xBD"},
    {"&#;", 0, ""},
    {"&#x;", 0, ""},
    {"&#xg;", 0, ""},
    {"&#a;", 0, ""},
    {"& ;", 0, ""},
};

static void references_stand_for_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char value[ENTITY_TEXT_MAX];
        size_t value_len = 0;

        assert_int_equal(entity_read(str_from(cases[i].text), value, &value_len),
                         cases[i].len);
        assert_true(str_is((struct str){value, value_len}, cases[i].value));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_stand_for_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
