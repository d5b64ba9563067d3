/* columns_test.c - how wide a text is in an editor */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/document/columns.h"

static const struct {
    const char *text;
    uint32_t columns;
} texts[] = {
    {"", 0},
    {"abc", 3},
    {"a\tb", 2},
    {"e\xCC\x81", 1},
    {"\xCC\x81", 0},
    {"中文", 4},
    {"한글", 4},
    {"ｶﾞ", 2},
    {"กำ", 1},
    {"😀", 2},
    {"👍🏽", 2},
    {"☝🏽", 2},
    {"❤", 1},
    {"❤️", 2},
    {"❤️‍🔥", 2},
    {"👨‍👩‍👧‍👦x", 3},
    {"1️⃣", 2},
    {"🇩", 1},
    {"🇩🇪", 2},
    {"🇩🇪🇫", 3},
    {"🇩🇪🇫🇷", 4},
    {"a\xE2\x80\x8B"
     "b",
     2},
    {"a\xFF", 2},
};

static void columns_of_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (text_columns(str_from(texts[i].text)) != texts[i].columns)
            fail_msg("`%s`: %u", texts[i].text, text_columns(str_from(texts[i].text)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(columns_of_texts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
