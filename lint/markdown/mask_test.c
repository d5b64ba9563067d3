/* mask_test.c - tests of mask.c */

#include "lint/markdown/mask.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <cmocka.h>

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

static const char *mask(struct arena *arena, struct source *source, const char *text,
                        uint32_t body)
{
    uint32_t first;
    const char *masked;
    const char *comment;

    source_init(source, arena, "a.md", text, strlen(text));
    masked = mask_comments(arena, source, body, &first);
    comment = strstr(text + body, "<!--");
    assert_int_equal(first, comment ? comment - text : (ptrdiff_t)strlen(text));
    return masked;
}

static void comments_are_masked(void **state)
{
    struct arena arena;
    struct source source;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(maskings) / sizeof(maskings[0]); i++) {
        const struct masking *want = &maskings[i];
        const char *got = mask(&arena, &source, want->text, 0);

        assert_string_equal(got, want->want ? want->want : want->text);
        if (!want->want)
            assert_ptr_equal(got, want->text);
    }
    arena_release(&arena);
}

static void front_matter_is_not_masked(void **state)
{
    struct arena arena;
    struct source source;
    const char *text = "---\na: <!-- b -->\n---\n<!-- c -->";

    (void)state;
    arena_init(&arena);
    assert_string_equal(mask(&arena, &source, text, 22),
                        "---\na: <!-- b -->\n---\n<!-- . -->");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_masked),
        cmocka_unit_test(front_matter_is_not_masked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
