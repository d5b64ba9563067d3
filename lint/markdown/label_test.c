/* label_test.c - tests of label.c */

#include "lint/markdown/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "lint/base/buf.h"

static const char *const labels[][2] = {
    {"Foo Bar", " foo \t\n BAR "},
    {"a\n> b", "A b"}, /* in a quote */
    {"\xC3\x84", "\xC3\xA4"},
    {"\xE1\xBA\x9E", "SS"},
    {"stra\xC3\x9F"
     "e",
     "STRASSE"},
    {"\xCE\x91\xCE\x93\xCE\xA9", "\xCE\xB1\xCE\xB3\xCF\x89"},
    {"\xFF", "\xEF\xBF\xBD"}, /* not UTF-8 */
    {"*a*", "*A*"},
};

static void labels_match_without_case(void **state)
{
    struct label_map map = {0};
    struct arena arena;
    uint32_t count = sizeof(labels) / sizeof(labels[0]);

    (void)state;
    arena_init(&arena);
    for (uint32_t i = 0; i < count; i++)
        labels_add(&map, &arena, str_from(labels[i][0]), i + 1);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(labels_find(&map, str_from(labels[i][1])), i + 1);
    assert_int_equal(labels_find(&map, STR("a")), 0);
    assert_int_equal(labels_find(&map, STR(" \n")), 0);
    assert_int_equal(labels_find(&map, STR("\\*a*")), 0);
    arena_release(&arena);
}

static void the_first_definition_counts(void **state)
{
    struct label_map map = {0};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    assert_int_equal(labels_find(&map, STR("a")), 0);
    labels_add(&map, &arena, STR("a"), 7);
    labels_add(&map, &arena, STR("A"), 8);
    assert_int_equal(labels_find(&map, STR("a")), 7);
    arena_release(&arena);
}

/* Folded, each of these letters has three times its bytes. */
static void long_labels_fit(void **state)
{
    struct buf text = BUF_INIT;
    struct label_map map = {0};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    while (text.len < LABEL_MAX)
        buf_puts(&text, "\xCE\x90");
    labels_add(&map, &arena, buf_str(&text), 1);
    assert_int_equal(labels_find(&map, buf_str(&text)), 1);
    buf_putc(&text, 'a');
    assert_int_equal(labels_find(&map, buf_str(&text)), 0);
    buf_release(&text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_match_without_case),
        cmocka_unit_test(the_first_definition_counts),
        cmocka_unit_test(long_labels_fit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
