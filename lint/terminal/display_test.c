/* display_test.c - nothing controls the terminal, and widths are right */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/terminal/display.h"

static const struct {
    const char *text;
    unsigned columns;
} widths[] = {
    {"", 0},
    {"plain", 5},
    {"e\u0301te\u0301", 3},          /* combining accents */
    {"日本", 4},                     /* wide */
    {"😀", 2},                        /* emoji */
    {"👩\u200D💻!", 3},                /* joined */
    {"👨\u200D👩\u200D👧\u200D👦", 2},   /* joined many times */
    {"\u2764\uFE0F", 2},             /* narrow until the selector makes it emoji */
    {"\u2764", 1},                   /* and without it */
    {"1\uFE0F\u20E3", 2},            /* keycap */
    {"👍🏽", 2},                 /* skin tone */
    {"🇩🇪🇫🇷", 4},                     /* two flags */
    {"🇩🇪🇫", 4},                      /* a flag and a letter left over */
    {"\u0915\u094D\u200D\u0937", 2}, /* the joiner joins emoji only */
    {"\t", 4},                       /* tabs end at multiples of four */
    {"ab\tc", 5},
    {"abcd\te", 9},
    {"日\tx", 5},
    {"\x1b[0m", 4}, /* the escape is one column */
    {"\xFF\xFE", 2},
    {"\u202E", 8}, /* <U+202E> */
};

static void test_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
        unsigned columns = display_columns(str_from(widths[i].text));

        if (columns != widths[i].columns)
            fail_msg("`%s`: %u columns, expected %u", widths[i].text, columns,
                     widths[i].columns);
    }
}

static const struct {
    struct str text;
    const char *shown;
    const char *as_path;
} lines[] = {
    {{"plain", 5}, "plain", "plain"},
    {{"é 日 😀", 11}, "é 日 😀", "é 日 😀"},
    {{"a\nb\r\nc\td", 8}, "a b  c d", "a\\nb\\r\\nc\\td"},
    {{"\x1b[31m\0\x7f", 7}, "␛[31m␀␡", "\\x1b[31m\\x00\\x7f"},
    {{"\xFFx\xC3", 3}, "\uFFFDx\uFFFD", "\\xffx\\xc3"},
    {{"\xC2\x9B", 2}, "<U+009B>", "\\xc2\\x9b"},                 /* C1: CSI */
    {{"a\xE2\x80\xAE", 4}, "a<U+202E>", "a\\xe2\\x80\\xae"},     /* reverses the line */
    {{"a\xE2\x80\x8B", 4}, "a<U+200B>", "a\\xe2\\x80\\x8b"},     /* invisible */
    {{"a\U000E0041", 5}, "a<U+E0041>", "a\\xf3\\xa0\\x81\\x81"}, /* a tag */
    {{"e\xCC\x81\n", 4}, "e\xCC\x81 ", "e\xCC\x81\\n"},          /* combining */
};

/* Wherever it stands, for several bytes are read at once. */
static void test_every_byte_everywhere(void **state)
{
    enum { LENGTH = 18 };

    (void)state;
    for (int byte = 1; byte < 0x80; byte++)
        for (size_t at = 0; at < LENGTH; at++) {
            bool is_plain = byte >= 0x20 && byte < 0x7F;
            char text[LENGTH + 1] = "~ }abcdefghijklmno";

            text[at] = (char)byte;
            assert_int_equal(display_plain((struct str){text, LENGTH}),
                             is_plain ? LENGTH : at);
        }
}

static void test_shown(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct buf out = BUF_INIT;

        display_add(&out, lines[i].text);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, lines[i].shown);
        out.len = 0;
        display_add_path(&out, lines[i].text);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, lines[i].as_path);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_every_byte_everywhere),
        cmocka_unit_test(test_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
