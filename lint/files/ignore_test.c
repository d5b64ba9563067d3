/* ignore_test.c - .gitignore files as git reads them */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/files/ignore.h"

/* The verdicts are those of `git check-ignore` 2.39. */
static const struct {
    const char *lines;
    const char *path; /* a folder when it ends in `/` */
    enum ignore_verdict verdict;
} cases[] = {
    {"", "a.md", IGNORE_SILENT},
    {"a.md\n", "a.md", IGNORE_LEAVE},
    {"a.md", "docs/a.md", IGNORE_LEAVE},
    {"/a.md\n", "docs/a.md", IGNORE_SILENT},
    {"/a.md\n", "a.md", IGNORE_LEAVE},
    {"docs/a.md\n", "docs/a.md", IGNORE_LEAVE},
    {"docs/a.md\n", "x/docs/a.md", IGNORE_SILENT},
    {"**/docs/a.md\n", "x/docs/a.md", IGNORE_LEAVE},
    {"build/\n", "build/", IGNORE_LEAVE},
    {"build/\n", "build", IGNORE_SILENT},
    {"build/\n", "x/build/", IGNORE_LEAVE},
    {"build/\n", "x/build/y/a.md", IGNORE_LEAVE},
    {"/build/\n", "x/build/", IGNORE_SILENT},
    {"build\n", "build/a.md", IGNORE_LEAVE},
    {"docs/*\n", "docs/a.md", IGNORE_LEAVE},
    {"docs/*\n", "docs/x/a.md", IGNORE_LEAVE}, /* by way of docs/x */
    {"docs/**\n", "docs/", IGNORE_SILENT},
    {"*.md\n!keep.md\n", "keep.md", IGNORE_INCLUDE},
    {"*.md\n!keep.md\n", "docs/keep.md", IGNORE_INCLUDE},
    {"!keep.md\n*.md\n", "keep.md", IGNORE_LEAVE},
    {"docs\n!docs/keep.md\n", "docs/keep.md", IGNORE_LEAVE}, /* the folder is gone */
    {"docs/*\n!docs/keep.md\n", "docs/keep.md", IGNORE_INCLUDE},
    {"# a.md\n", "# a.md", IGNORE_SILENT},
    {"\\#a.md\n", "#a.md", IGNORE_LEAVE},
    {"\\!a.md\n", "!a.md", IGNORE_LEAVE},
    {"a.md   \n", "a.md", IGNORE_LEAVE},
    {"a\\ \n", "a ", IGNORE_LEAVE},
    {"a\\  \n", "a ", IGNORE_LEAVE},
    {" a\n", " a", IGNORE_LEAVE},
    {" a\n", "a", IGNORE_SILENT},
    {"a.md\t\n", "a.md", IGNORE_SILENT},
    {"a.md\r\n", "a.md", IGNORE_LEAVE},
    {"\xEF\xBB\xBF"
     "a.md\n",
     "a.md", IGNORE_LEAVE},
    {"\n\n  \n", " ", IGNORE_SILENT},
    {"[a\n*.md\n", "a.md", IGNORE_LEAVE},
    {"[a\n", "[a", IGNORE_SILENT},
    {"a\\\n", "a", IGNORE_SILENT},
    {"{a,b}\n", "a", IGNORE_SILENT},
    {"/\n", "a", IGNORE_SILENT},
    {"!\n", "a", IGNORE_SILENT},
    {"/*\n!/docs\n/docs/*\n!/docs/in\n", "docs/in/", IGNORE_INCLUDE},
    {"/*\n!/docs\n/docs/*\n!/docs/in\n", "docs/out/", IGNORE_LEAVE},
};

static void reads_gitignore(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena;
        struct ignore_list list = {0};
        struct str path = str_from(cases[i].path);
        bool is_folder = str_ends(path, STR("/"));

        path.len -= is_folder;
        arena_init(&arena);
        ignore_read(&list, str_from(cases[i].lines), &arena);
        if (ignore_match_inside(&list, path, is_folder) != cases[i].verdict)
            fail_msg("case %zu: `%s` of `%s`", i, cases[i].path, cases[i].lines);
        arena_release(&arena);
    }
}

static void config_patterns_have_braces(void **state)
{
    struct arena arena;
    struct ignore_list list = {0};
    const char *reason;

    (void)state;
    arena_init(&arena);
    assert_true(ignore_add(&list, STR("{vendor,third_party}/"), &arena, &reason));
    assert_true(ignore_add(&list, STR("*.{tmp,bak}.md"), &arena, &reason));
    assert_int_equal(ignore_match_inside(&list, STR("vendor/a.md"), false), IGNORE_LEAVE);
    assert_int_equal(ignore_match_inside(&list, STR("x/a.bak.md"), false), IGNORE_LEAVE);
    assert_int_equal(ignore_match_inside(&list, STR("a.md"), false), IGNORE_SILENT);
    assert_false(ignore_add(&list, STR(""), &arena, &reason));
    assert_string_equal(reason, "the pattern is empty");
    assert_false(ignore_add(&list, STR("{a"), &arena, &reason));
    assert_string_equal(reason, "`{` is not closed");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_gitignore),
        cmocka_unit_test(config_patterns_have_braces),
    };

    return cmocka_run_group_tests_name("ignore", tests, NULL, NULL);
}
