/* json_write_test.c - strings are escaped, commas are where they must be */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/value/json_write.h"

static const struct {
    struct str text;
    const char *json;
} strings[] = {
    {{"", 0}, "\"\""},
    {{"plain", 5}, "\"plain\""},
    {{"a\"b\\c/d", 7}, "\"a\\\"b\\\\c/d\""},
    {{"\b\t\n\v\f\r\x1f", 7}, "\"\\b\\t\\n\\u000b\\f\\r\\u001f\""},
    {{"\0x\x7f", 3}, "\"\\u0000x\x7f\""},
    {{"é日😀", 9}, "\"é日😀\""},
    {{"a\xEF\xBF\xBD"
      "b",
      5},
     "\"a\xEF\xBF\xBD"
     "b\""},
    /* A stray byte, a truncated sequence, a surrogate of three bytes: one, one, three. */
    {{"\xFF|", 2}, "\"\uFFFD|\""},
    {{"\xE6\x97", 2}, "\"\uFFFD\""},
    {{"\xED\xA0\x80", 3}, "\"\uFFFD\uFFFD\uFFFD\""},
};

static void test_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++) {
        struct buf out = BUF_INIT;

        json_add_string(&out, strings[i].text);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, strings[i].json);
        buf_release(&out);
    }
}

static void test_structure(void **state)
{
    struct buf out = BUF_INIT;
    struct json_writer json = {&out, false};

    (void)state;
    json_open(&json, '{');
    json_key(&json, "list");
    json_open(&json, '[');
    json_uint(&json, 0);
    json_uint(&json, UINT64_MAX);
    json_open(&json, '{');
    json_close(&json, '}');
    json_newline(&json);
    json_bool(&json, false);
    json_close(&json, ']');
    json_member(&json, "text", STR("x"));
    json_member_bool(&json, "yes", true);
    json_close(&json, '}');
    buf_putc(&out, '\0');
    assert_string_equal(
        out.data,
        "{\"list\":[0,18446744073709551615,{},\nfalse],\"text\":\"x\",\"yes\":true}");
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_structure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
