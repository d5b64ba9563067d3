/* escape_test.c - characters are escaped wherever they stand in a text */

#include "lint/report/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lint/report/xml.h"

enum { LENGTH = 19 };

/* Several bytes are read at once: those around must not matter. */
static const char around[LENGTH + 1] = "!#$'()=?@~\x7f[]^`{|} ";

/* The text with a byte at `at`, and what is expected of it, NULL for itself. */
static void check(const struct buf *out, size_t at, char byte, const char *escaped)
{
    char itself[2] = {byte, '\0'};
    char expected[LENGTH + 16];

    snprintf(expected, sizeof(expected), "%.*s%s%s", (int)at, around,
             escaped ? escaped : itself, around + at + 1);
    assert_true(str_is(buf_str(out), expected));
}

static const char *in_table(char byte)
{
    return byte == '%' ? "%25" : byte == '\n' ? "%0A" : NULL;
}

static const char *in_xml(char byte)
{
    static const char *const named[] = {
        ['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;", ['"'] = "&quot;",
        ['&'] = "&amp;", ['<'] = "&lt;",   ['>'] = "&gt;"};

    if (byte <= '>' && named[(unsigned char)byte])
        return named[(unsigned char)byte];
    return byte < 0x20 ? "\xEF\xBF\xBD" : NULL;
}

static void every_byte_everywhere(void **state)
{
    static const struct escape table[] = {{'%', "%25"}, {'\n', "%0A"}, {0, NULL}};

    (void)state;
    for (char byte = 1; byte > 0 && byte < 0x7F; byte++)
        for (size_t at = 0; at < LENGTH; at++) {
            struct buf out = BUF_INIT;
            char text[LENGTH];

            memcpy(text, around, LENGTH);
            text[at] = byte;
            escape_add(&out, (struct str){text, LENGTH}, table);
            check(&out, at, byte, in_table(byte));
            out.len = 0;
            xml_add(&out, (struct str){text, LENGTH});
            check(&out, at, byte, in_xml(byte));
            buf_release(&out);
        }
}

static void what_is_no_character_of_xml(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    xml_add(&out, STR("12345678\xFFé\xEF\xBF\xBF"
                      "2345678é"));
    assert_true(str_is(buf_str(&out), "12345678\uFFFDé\uFFFD"
                                      "2345678é"));
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_everywhere),
        cmocka_unit_test(what_is_no_character_of_xml),
    };

    return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}
