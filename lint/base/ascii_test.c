/* ascii_test.c - the characters of each set */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/ascii.h"

#define DIGITS "0123456789"
#define LOWER  "abcdefghijklmnopqrstuvwxyz"
#define UPPER  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* From the least value of a signed char to past the last code point. */
enum { LOWEST = -129, HIGHEST = 0x110000 };

static const struct {
    bool (*has)(int c);
    const char *characters;
} sets[] = {
    {is_ascii_digit, DIGITS},
    {is_ascii_lower, LOWER},
    {is_ascii_upper, UPPER},
    {is_ascii_letter, LOWER UPPER},
    {is_ascii_alnum, LOWER UPPER DIGITS},
    {is_ascii_word, LOWER UPPER DIGITS "_"},
    {is_ascii_word_or_dash, LOWER UPPER DIGITS "_-"},
    {is_hex_digit, DIGITS "abcdefABCDEF"},
    {is_ascii_punctuation, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
    {is_space_or_tab, " \t"},
    {is_line_end, "\n\r"},
    {is_space_tab_or_line_end, " \t\n\r"},
    {is_ascii_space, " \t\n\v\f\r"},
};

static void a_set_has_its_characters_and_no_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
        for (int c = LOWEST; c <= HIGHEST; c++) {
            bool wanted = c > 0 && c < 0x80 && strchr(sets[i].characters, c);

            if (sets[i].has(c) != wanted)
                fail_msg("set %zu, character %d: %d", i, c, !wanted);
        }
}

static void one_of_a_set_is_never_its_end(void **state)
{
    (void)state;
    assert_true(is_one_of('b', "abc"));
    assert_false(is_one_of('d', "abc"));
    assert_false(is_one_of('\0', "abc"));
    assert_false(is_one_of(-1, "abc"));
    assert_false(is_one_of(0x161, "abc"));
}

static void hex_digits_have_values(void **state)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";

    (void)state;
    for (int i = 0; digits[i]; i++)
        assert_int_equal(hex_digit_value(digits[i]), i % 16);
    for (int c = LOWEST; c <= HIGHEST; c++)
        if (!is_hex_digit(c))
            assert_int_equal(hex_digit_value(c), -1);
}

static void only_capitals_become_small(void **state)
{
    (void)state;
    for (int i = 0; i < 26; i++)
        assert_int_equal(ascii_lower(UPPER[i]), LOWER[i]);
    for (int c = LOWEST; c <= HIGHEST; c++)
        if (!is_ascii_upper(c))
            assert_int_equal(ascii_lower(c), c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set_has_its_characters_and_no_other),
        cmocka_unit_test(one_of_a_set_is_never_its_end),
        cmocka_unit_test(hex_digits_have_values),
        cmocka_unit_test(only_capitals_become_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
