/* slug_test.c - slugs: titles as parts of URLs */

#include "lint/schema/vocabulary/slug.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void slugs(void **state)
{
    static const struct {
        const char *title, *slug, *ascii;
    } cases[] = {
        {"Good Bread", "good-bread", NULL},
        {"  It's -- *good* bread! ", "its-good-bread", NULL},
        {"What’s new in 2.0?", "whats-new-in-2-0", NULL},
        {"snake_case & more", "snake-case-more", NULL},
        {"Crème Brûlée", "crème-brûlée", "creme-brulee"},
        {"ŁÓDŹ ÆØÅ", "łódź-æøå", "lodz-aeoa"},
        {"Straße ÷ Ÿ", "straße-ÿ", "strasse-y"},
        {"ΑΛΦΑ ПРИВЕТ Ёж", "αλφα-привет-ёж", NULL},
        {"日本語 タイトル", "日本語-タイトル", NULL},
        {"Bread 🍞 & 👩‍🍳 salt ❤️", "bread-salt", NULL},
        {"!!!", "", NULL},
        {"", "", NULL},
        {"a\xFF\x62", "a-b", NULL},
    };
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str title = str_from(cases[i].title);
        const char *ascii = cases[i].ascii ? cases[i].ascii : cases[i].slug;

        assert_string_equal(slug_make(&arena, title, false).data, cases[i].slug);
        assert_string_equal(slug_make(&arena, title, true).data, ascii);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(slugs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
