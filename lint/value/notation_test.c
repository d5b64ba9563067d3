/* notation_test.c - the notation that the name of a file stands for */

#include "lint/value/notation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void endings_tell_the_notation(void **state)
{
    static const struct {
        const char *path;
        enum value_notation notation;
    } cases[] = {
        {"stet.yaml", NOTATION_YAML},
        {"a/b.yml", NOTATION_YAML},
        {"package.json", NOTATION_JSON},
        {".markdownlint.jsonc", NOTATION_JSONC},
        {"data/tags.toml", NOTATION_TOML},
        {".yaml", NOTATION_YAML},
        {"stet.yaml.orig", NOTATION_UNKNOWN},
        {"stet", NOTATION_UNKNOWN},
        {"yaml", NOTATION_UNKNOWN},
        {"A.YAML", NOTATION_UNKNOWN},
        {"", NOTATION_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_int_equal(notation_of(str_from(cases[i].path)), cases[i].notation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(endings_tell_the_notation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
