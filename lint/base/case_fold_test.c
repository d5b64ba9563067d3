/* case_fold_test.c - tests of case_fold.c */

#include "lint/base/case_fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct fold_case {
    uint32_t from;
    uint32_t to[CASE_FOLD_MAX];
};

static const struct fold_case cases[] = {
    {'a', {'a'}},
    {'Z', {'z'}},
    {'[', {'['}},
    {0xC0, {0xE0}}, /* A with grave */
    {0xE0, {0xE0}}, /* is lower case already */
    {0x0130, {'i', 0x0307}},
    {0x0100, {0x0101}}, /* every second one */
    {0x0101, {0x0101}},
    {0x03A3, {0x03C3}}, /* both sigmas */
    {0x03C2, {0x03C3}},
    {0xDF, {'s', 's'}},
    {0x1E9E, {'s', 's'}},
    {0x0390, {0x03B9, 0x0308, 0x0301}},
    {0x10400, {0x10428}}, /* outside of the first plane */
    {0x1F600, {0x1F600}},
};

static void letters_lose_their_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        uint32_t folded[CASE_FOLD_MAX];
        int count = case_fold(cases[i].from, folded);

        for (int k = 0; k < count; k++)
            assert_int_equal(folded[k], cases[i].to[k]);
        assert_true(count == CASE_FOLD_MAX || cases[i].to[count] == 0);
    }
}

static const struct {
    const char *text;
    const char *start;
    size_t len;
} starts[] = {
    {"GitHub is", "github", 6},
    {"\xC3\x89T\xC3\x89 ", "\xC3\xA9t\xC3\xA9", 5},
    {"git", "github", 0},
    {"a", "", 0},
    {"\xE2\x84\xAA", "k", 0},        /* the Kelvin sign is no letter of ASCII */
    {"\xC3\x9F", "ss", 0},           /* nor is one letter two */
    {"\xC8\xBA", "\xE2\xB1\xA5", 2}, /* their lengths may differ */
};

static void a_start_is_found_in_any_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        assert_int_equal(
            case_fold_start(str_from(starts[i].text), str_from(starts[i].start)),
            starts[i].len);
}

static const struct {
    uint32_t from;
    uint32_t to;
} lower_cases[] = {
    {'A', 'a'},       {'z', 'z'},         {0xC4, 0xE4},   {0xDF, 0xDF},
    {0x1E9E, 0xDF},   {0x3A3, 0x3C3},     {0x3C2, 0x3C2}, {0x17F, 0x17F},
    {0xFB01, 0xFB01}, {0x10400, 0x10428}, {0x130, 'i'},
};

static void small_letters_stay(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(lower_cases) / sizeof(lower_cases[0]); i++) {
        uint32_t lower[CASE_FOLD_MAX];
        int count = case_lower(lower_cases[i].from, lower);

        assert_int_equal(count, lower_cases[i].from == 0x130 ? 2 : 1);
        assert_int_equal(lower[0], lower_cases[i].to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_letters_stay),
        cmocka_unit_test(letters_lose_their_case),
        cmocka_unit_test(a_start_is_found_in_any_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
