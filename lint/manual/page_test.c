/* page_test.c - a manual page on a terminal */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/manual/page.h"

static const struct {
    const char *markdown;
    const char *plain; /* at 30 columns */
} cases[] = {
    {"", ""},
    {"# Title\n\ntext\n", "Title\n\ntext\n"},
    {"one two three four five six seven eight\nnine\n",
     "one two three four five six\nseven eight nine\n"},
    {"averyveryveryverylongwordthatdoesnotfit anywhere\n",
     "averyveryveryverylongwordthatdoesnotfit\nanywhere\n"},
    {"日本日本日本日本日本 日本日本日本\n", "日本日本日本日本日本\n日本日本日本\n"},
    {"`code` and ``a ` b`` stay, **bold** and *emphasis* go\n",
     "`code` and `a ` b` stay, bold\nand emphasis go\n"},
    {"2 * 3 * 4, \\*star\\*, a_b_c\n", "2 * 3 * 4, *star*, a_b_c\n"},
    {"[page](../a/b.md), [web](https://a.b), <https://c.d>\n",
     "page, web (https://a.b),\nhttps://c.d\n"},
    {"[not a link] `open and [half](\n", "[not a link] `open and [half](\n"},
    {"- one two three four five six seven\n- two\n  more\n",
     "- one two three four five six\n  seven\n- two more\n"},
    {"10. one\n\ntext\n", "10. one\n\ntext\n"},
    {"- a\n  - b\n\n- c\n", "- a\n  - b\n- c\n"},
    {"```md bad\n# A\n\n\tx\n~~~\n```\ntext\n",
     "  bad:\n    # A\n\n        x\n    ~~~\n\ntext\n"},
    {"````\n```\n````\n", "    ```\n"},
    {"```\nnever closed\x1b[2J", "    never closed␛[2J\n"},
    {"| a | bb |\n|---|:--|\n| `x` | y \\| z |\n", "a    bb\n`x`  y | z\n"},
    {"| k | text |\n|---|---|\n| v | one two three four five six seven |\n",
     "k  text\nv  one two three four five six\n   seven\n"},
    {"|---|---|\n|---|---|\n| a | b |\n", "---  ---\na    b\n"},
    {"| a |\n|---|\n| b | more than the header has |\n", "a\nb\n"},
    {"text\x1b[31m red\n", "text[31m red\n"},
    {"`one\ntwo` and **three\nfour**\n", "`one two` and three four\n"},
    {"[one] and [two][b]\n\n[one]: a.md\n[b]: https://b.c\n",
     "[one] and [two][b]\n\n[one]: a.md\n\n[b]: https://b.c\n"},
    {"*[**a** `b`](https://c.d)* e\n", "a `b` (https://c.d) e\n"},
    {"![a loaf](loaf.png) &amp; $a$ <b>\n", "a loaf & $a$ <b>\n"},
    {"Title\n===\n\n    code\n", "Title\n\n    code\n"},
    {"- a\n\n  b\n\n  ```md bad\n  x\n  ```\n- c\n",
     "- a\n\n  b\n\n    bad:\n      x\n\n- c\n"},
    {"1. - a\n\n     | b | c |\n     |---|---|\n     | d | e |\n",
     "1.\n   - a\n\n     b  c\n     d  e\n"},
    {"- [x] done\n- [ ] not\n-\n", "- [x] done\n- [ ] not\n-\n"},
    {"> a\n> b\n\n***\n<!-- c -->\n", "> a\n> b\n\n***\n\n<!-- c -->\n"},
};

static void test_plain(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buf out = BUF_INIT;

        page_render(&out, str_from(cases[i].markdown), 30, false);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, cases[i].plain);
        buf_release(&out);
    }
}

/* Code in a header keeps its back-ticks, which the columns have room for. */
static void test_table_colour(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    page_render(&out, STR("| `abc` | x |\n|---|---|\n| `a` | y |\n"), 30, true);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "\x1b[1m`abc`  x\n\x1b[0m"
                                  "\x1b[36ma\x1b[0m      y\n");
    buf_release(&out);
}

/* A style that a line break interrupts ends with the line and goes on after it. */
static void test_colour(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    page_render(&out, STR("# T\n\n`c` **one two three four five six** x\n"), 24, true);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "\x1b[1;4mT\x1b[0m\n\n"
                                  "\x1b[36mc\x1b[0m \x1b[1mone two three four\x1b[0m\n"
                                  "\x1b[1mfive six\x1b[0m x\n");
    out.len = 0;
    page_render(&out, STR("`c\nd`\n"), 24, true);
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "\x1b[36mc d\x1b[0m\n");
    buf_release(&out);
}

static void test_first_paragraph(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    page_add_first_paragraph(&out,
                             STR("# Why\n\nIt is **so**\nand `not` so.\n\nMore.\n"));
    buf_putc(&out, '\0');
    assert_string_equal(out.data, "It is so and `not` so.");
    out.len = 0;
    page_add_first_paragraph(&out, STR("# Why\n"));
    assert_int_equal(out.len, 0);
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_table_colour),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_first_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
