/* mask_test.c - tests of mask.c */

#include "lint/markdown/mask.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/buf.h"

struct masking {
    const char *text;
    const char *want; /* NULL: nothing is masked */
};

static const struct masking maskings[] = {
    {"no comment here", NULL},
    {"<!---->", NULL},
    {"<!-- no end", NULL},
    {"<!-- a b -->", "<!-- . . -->"},
    {"x <!-- a\tb --> y <!--c-->", "x <!-- ... --> y <!--.-->"},
    {"<!-- a  \n  b \r\n c\r-->", "<!-- ...\n  ..\r\n .\r-->"},
    {"<!--  \n-->", "<!--..\n-->"},
    /* U+00E9 stays; U+00A0 and U+3000 become marks of their lengths */
    {"<!--\xC3\xA9\xC2\xA0\xE3\x80\x80-->", "<!--\xC3\xA9\xC2\xB7\xE2\x80\xA2-->"},
    {"<!-- \xFF -->", "<!-- \xFF -->"},
    /* what the old grammar refuses is masked only where it starts a line */
    {"<!-- a -- b -->", "<!-- . .. . -->"},
    {"\xC2\xA0\t<!-- a -- b -->", "\xC2\xA0\t<!-- . .. . -->"},
    {"x <!-- a -- b -->", NULL},
    {"x <!--> a -->", NULL},
    {"x\n<!--> a -->", NULL},
    {"a <!--->-->", NULL},
    {"x <!-- a--->", NULL},
    {"x <!----->", NULL},
    /* rows of tables */
    {"| <!-- a --> |", "| <!-- . --> |"},
    {"| <!-- a\n --> |", NULL},
    {"\t| <!-- a\n --> |", "\t| <!-- .\n --> |"},
    /* an empty comment does not hide the next one */
    {"<!----><!--a-->", "<!----><!--.-->"},
    {"<!--> a <!-- b -->", "<!--> a <!-- . -->"},
};

/* Compares all lines with those of the text that is wanted. */
static void check(const char *text, uint32_t body, const char *want)
{
    struct buf got = BUF_INIT;
    struct arena arena;
    struct source source;
    struct mask mask;
    const char *comment = strstr(text + body, "<!--");

    arena_init(&arena);
    source_init(&source, &arena, "a.md", text, strlen(text));
    mask = mask_comments(&arena, &source, body);
    assert_int_equal(mask.first_comment,
                     comment ? comment - text : (ptrdiff_t)strlen(text));
    for (uint32_t line = 0; line < source.line_count; line++) {
        struct span end = {source.lines[line].end, source.lines[line + 1].start};

        buf_add_str(&got, mask_line(&mask, &source, line));
        buf_add_str(&got, source_text(&source, end));
    }
    buf_putc(&got, '\0');
    assert_string_equal(got.data, want ? want : text);
    assert_int_equal(mask.groups != NULL, want != NULL);
    buf_release(&got);
    arena_release(&arena);
}

static void comments_are_masked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(maskings) / sizeof(maskings[0]); i++)
        check(maskings[i].text, 0, maskings[i].want);
}

/* Lines that stand before and behind comments, in groups that have none. */
static void other_groups_stay(void **state)
{
    struct buf text = BUF_INIT;
    struct buf want = BUF_INIT;

    (void)state;
    for (int i = 0; i < 100; i++) {
        bool inside = i > 40 && i < 60;

        buf_puts(&text, i == 40 ? "<!-- \n" : i == 60 ? "a --> <!-- b -->\n" : "a b \n");
        buf_puts(&want, i == 40   ? "<!--.\n"
                        : i == 60 ? ". --> <!-- . -->\n"
                        : inside  ? ". ..\n"
                                  : "a b \n");
    }
    buf_putc(&text, '\0');
    buf_putc(&want, '\0');
    check(text.data, 0, want.data);
    buf_release(&text);
    buf_release(&want);
}

static void front_matter_is_not_masked(void **state)
{
    (void)state;
    check("---\na: <!-- b -->\n---\n<!-- c -->", 22,
          "---\na: <!-- b -->\n---\n<!-- . -->");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_masked),
        cmocka_unit_test(other_groups_stay),
        cmocka_unit_test(front_matter_is_not_masked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
