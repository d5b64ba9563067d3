/* utf8_test.c - code points and their widths */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/utf8.h"

struct decode_case {
    const char *text;
    uint32_t code_point;
    size_t len;
};

/* Unicode 3.9, table 3-8 and its neighbours: maximal subparts. */
static const struct decode_case decode_cases[] = {
    {"A", 'A', 1},
    {"\xC3\xA9", 0xE9, 2},
    {"\xE2\x82\xAC", 0x20AC, 3},
    {"\xF0\x9F\x98\x80", 0x1F600, 4},
    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"\x80", CODE_POINT_INVALID, 1},
    {"\xC0\xAF", CODE_POINT_INVALID, 1},
    {"\xE0\x80\xAF", CODE_POINT_INVALID, 1},
    {"\xED\xA0\x80", CODE_POINT_INVALID, 1},
    {"\xF4\x90\x80\x80", CODE_POINT_INVALID, 1},
    {"\xE2\x82", CODE_POINT_INVALID, 2},
    {"\xE2\x82x", CODE_POINT_INVALID, 2},
    {"\xF0\x9F\x98", CODE_POINT_INVALID, 3},
    {"\xFF", CODE_POINT_INVALID, 1},
};

static void decodes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(decode_cases) / sizeof(decode_cases[0]); i++) {
        size_t len;

        assert_int_equal(utf8_decode(str_from(decode_cases[i].text), &len),
                         decode_cases[i].code_point);
        assert_int_equal(len, decode_cases[i].len);
    }
}

static void the_last_code_point_is_found(void **state)
{
    static const struct {
        const char *text, *last;
    } cases[] = {
        {"A", "A"},
        {"a\xC3\xA9", "\xC3\xA9"},
        {"\xE2\x82\xAC", "\xE2\x82\xAC"},
        {"x\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
        {"x\x80", "\x80"},
        {"\xE2\x82\xAC\xAC", "\xAC"},
        {"\x80\x80\x80\x80\x80", "\x80"},
        {"\xE2\x82", "\xE2\x82"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        if (!str_is(utf8_last(str_from(cases[i].text)), cases[i].last))
            fail_msg("case %zu", i);
}

static void encodes_what_it_decodes(void **state)
{
    (void)state;
    for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point++) {
        char bytes[4];
        size_t len;

        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        len = utf8_encode(code_point, bytes);
        assert_int_equal(utf8_decode((struct str){bytes, len}, &len), code_point);
        assert_int_equal(utf8_invalid((struct str){bytes, len}), len);
    }
}

static void finds_what_is_not_utf8(void **state)
{
    (void)state;
    assert_int_equal(utf8_invalid(STR("abc")), 3);
    assert_int_equal(utf8_invalid(STR("ab\xE9")), 2);
    assert_int_equal(utf8_invalid(STR("\xEF\xBF\xBD\x80")), 3);
    assert_int_equal(utf8_invalid(STR("a\xE2\x82")), 1);
}

static void counts(void **state)
{
    (void)state;
    assert_int_equal(utf8_code_points(STR("a\xC3\xA9\xF0\x9F\x98\x80\xFF")), 4);
    assert_int_equal(utf8_utf16_units(STR("a\xC3\xA9\xF0\x9F\x98\x80\xFF")), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes),
        cmocka_unit_test(the_last_code_point_is_found),
        cmocka_unit_test(encodes_what_it_decodes),
        cmocka_unit_test(finds_what_is_not_utf8),
        cmocka_unit_test(counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
