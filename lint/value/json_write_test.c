/* json_write_test.c - strings are escaped, commas are where they must be */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

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

/* How JSON has an ASCII character between quotes. */
static const char *escape_of(unsigned char byte, char escape[8])
{
    static const char *const short_ones[] = {
        ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",  ['\f'] = "\\f",
        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\",
    };

    if (byte <= '\\' && short_ones[byte])
        return short_ones[byte];
    if (byte < 0x20)
        snprintf(escape, 8, "\\u%04x", byte);
    else
        snprintf(escape, 8, "%c", byte);
    return escape;
}

/* However long the text is and wherever it stands, for several bytes are read at once. */
static void test_every_byte_everywhere(void **state)
{
    enum { LONGEST = 26 };

    (void)state;
    for (unsigned byte = 0; byte < 0x80; byte++)
        for (size_t len = 1; len <= LONGEST; len++)
            for (size_t at = 0; at < len; at++) {
                char text[LONGEST + 1] = "!#[]^_~ abcdefghijklmnopqr";
                char expected[LONGEST + 16];
                char escape[8];
                struct buf out = BUF_INIT;

                snprintf(expected, sizeof(expected), "\"%.*s%s%.*s\"", (int)at, text,
                         escape_of((unsigned char)byte, escape), (int)(len - at - 1),
                         text + at + 1);
                text[at] = (char)byte;
                json_add_string(&out, (struct str){text, len});
                buf_putc(&out, '\0');
                assert_string_equal(out.data, expected);
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
        cmocka_unit_test(test_every_byte_everywhere),
        cmocka_unit_test(test_structure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
