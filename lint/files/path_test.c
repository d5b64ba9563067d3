/* path_test.c - names of files and folders */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/files/path.h"

static void parts_are_views(void **state)
{
    static const struct {
        const char *path;
        const char *folder;
        const char *name;
    } cases[] = {
        {"a", "", "a"},
        {"/", "/", ""},
        {"/a", "/", "a"},
        {"a/b", "a", "b"},
        {"/a/b.md", "/a", "b.md"},
        {"a//b", "a", "b"},
        {"a/b/", "a/b", ""},
        {"", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_true(str_is(path_folder(str_from(cases[i].path)), cases[i].folder));
        assert_true(str_is(path_name(str_from(cases[i].path)), cases[i].name));
    }
}

static void joining_adds_one_slash(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena);
    assert_string_equal(path_join(&arena, STR("a"), STR("b")).data, "a/b");
    assert_string_equal(path_join(&arena, STR("a/"), STR("b")).data, "a/b");
    assert_string_equal(path_join(&arena, STR("/"), STR("b")).data, "/b");
    assert_string_equal(path_join(&arena, STR(""), STR("b")).data, "b");
    assert_int_equal(path_join(&arena, STR("a"), STR("b")).len, 3);
    arena_release(&arena);
}

static void inside_means_below(void **state)
{
    struct str rest;

    (void)state;
    assert_true(path_inside(STR("/a/b/c"), STR("/a"), &rest));
    assert_true(str_is(rest, "b/c"));
    assert_true(path_inside(STR("/a"), STR("/"), &rest));
    assert_true(str_is(rest, "a"));
    assert_false(path_inside(STR("/a"), STR("/a"), &rest));
    assert_false(path_inside(STR("/ab"), STR("/a"), &rest));
    assert_false(path_inside(STR("/a/"), STR("/a"), &rest));
    assert_false(path_inside(STR("/"), STR("/"), &rest));
    assert_false(path_inside(STR("/b/a"), STR("/a"), &rest));
}

static void real_paths_need_no_file(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena);
    assert_string_equal(path_real(&arena, "/").data, "/");
    assert_string_equal(path_real(&arena, "/./nope-1").data, "/nope-1");
    assert_string_equal(path_real(&arena, "/nope-1/../nope-2/x").data,
                        "/nope-1/../nope-2/x");
    struct str here = path_real(&arena, "."), rest;

    assert_true(path_inside(path_real(&arena, "nope-1"), here, &rest));
    assert_true(str_is(rest, "nope-1"));
    assert_true(path_inside(path_real(&arena, "nope-1/x"), here, &rest));
    assert_true(str_is(rest, "nope-1/x"));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_views),
        cmocka_unit_test(joining_adds_one_slash),
        cmocka_unit_test(inside_means_below),
        cmocka_unit_test(real_paths_need_no_file),
    };

    return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
