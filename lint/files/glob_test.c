/* glob_test.c - patterns for paths, and what they match */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/files/glob.h"

static const struct {
    const char *pattern;
    const char *path;
    bool matches;
} cases[] = {
    /* literals */
    {"", "", true},
    {"a.md", "a.md", true},
    {"a.md", "A.md", false},
    {"a.md", "a.mdx", false},
    {"docs/a.md", "docs/a.md", true},
    {"\\*.md", "*.md", true},
    {"\\*.md", "a.md", false},
    {"a\\?", "a?", true},
    /* one component */
    {"*.md", "a.md", true},
    {"*.md", ".md", true},
    {"*.md", "docs/a.md", false},
    {"docs/*.md", "docs/a.md", true},
    {"docs/*.md", "docs/b/a.md", false},
    {"d*s/*.md", "docs/a.md", true},
    {"*a*b*c*", "xxaxxbxxcxx", true},
    {"*a*b*c*", "xxaxxcxxbxx", false},
    {"a*a", "a", false},
    {"a*a", "aa", true},
    {"***", "abc", true},
    {"?.md", "a.md", true},
    {"?.md", "\xC3\xA9.md", true},
    {"?.md", "\xFF.md", true},
    {"?.md", "\xE2\x82.md", false},
    {"\xFF*", "\xFFx", true},
    {"\xFF*", "\xFEx", false},
    {"\xEF\xBF\xBD?", "\xEF\xBF\xBD\xFF", true},
    {"a?b", "a/b", false},
    {"a*b", "a\nb", true},
    /* classes */
    {"[abc].md", "b.md", true},
    {"[abc].md", "d.md", false},
    {"[a-c].md", "b.md", true},
    {"[!a-c].md", "b.md", false},
    {"[^a-c].md", "d.md", true},
    {"[]].md", "].md", true},
    {"[!]].md", "].md", false},
    {"[a-].md", "-.md", true},
    {"[\\]].md", "].md", true},
    {"a[!b]c", "a/c", false},
    {"a[/]c", "a/c", false},
    {"[\xC3\xA0-\xC3\xBF]", "\xC3\xA9", true},
    {"[[:digit:]]", "7", true},
    {"[[:digit:]x]", "x", true},
    {"[[:upper:]]", "a", false},
    {"[[:punct:]]", "~", true},
    {"[z-a]", "m", false},
    /* folders */
    {"**", "a/b/c", true},
    {"**/a.md", "a.md", true},
    {"**/a.md", "x/y/a.md", true},
    {"**/a.md", "x/ya.md", false},
    {"docs/**", "docs/a/b.md", true},
    {"docs/**", "docs", false},
    {"docs/**", "docsx/a", false},
    {"docs/**/a.md", "docs/a.md", true},
    {"docs/**/a.md", "docs/x/y/a.md", true},
    {"docs/**/a.md", "docs/x/ya.md", false},
    {"**/x/**/y", "a/x/b/c/y", true},
    {"a**b", "a/b", false},
    {"a/**b", "a/xb", true},
    {"a/**b", "a/x/b", false},
    {"**.md", "a/b.md", false},
    /* braces are for configs */
    {"{a,b}.md", "{a,b}.md", true},
    {"{a,b}.md", "a.md", false},
    {"a,b}", "a,b}", true},
};

static const struct {
    const char *pattern;
    const char *path;
    bool matches;
} brace_cases[] = {
    {"{a,b}.md", "a.md", true},
    {"{a,b}.md", "b.md", true},
    {"{a,b}.md", "c.md", false},
    {"{a,b}.md", "a,b.md", false},
    {"{a}", "a", true},
    {"x{,y}", "x", true},
    {"x{,y}", "xy", true},
    {"{a,b{c,d}e}f", "bdef", true},
    {"{a,b{c,d}e}f", "af", true},
    {"{a,b{c,d}e}f", "bef", false},
    {"*.{md,markdown}", "x.markdown", true},
    {"{docs/**,*.txt}", "docs/a/b", true},
    {"{**/a,b}", "x/y/a", true},
    {"{a/**,b}", "a/x", true},
    {"\\{a\\}", "{a}", true},
    {"a,b}", "a,b}", true},
    {"{[,],x}y", ",y", true},
};

static const struct {
    const char *pattern;
    const char *error;
} bad[] = {
    {"[abc", "`[` is not closed"},
    {"[", "`[` is not closed"},
    {"[]", "`[` is not closed"},
    {"[!", "`[` is not closed"},
    {"[[:nope:]]", "`[:` starts no class known"},
    {"a\\", "nothing follows the last backslash"},
    {"{a,b", "`{` is not closed"},
    {"{{{{{{{{{a}}}}}}}}}", "too many braces inside each other"},
};

static void check(const char *pattern, unsigned flags, const char *path, bool matches)
{
    struct arena arena;
    const char *error = NULL;

    arena_init(&arena);
    const struct glob *glob = glob_compile(&arena, str_from(pattern), flags, &error);

    if (!glob)
        fail_msg("`%s`: %s", pattern, error);
    if (glob_match(glob, str_from(path)) != matches)
        fail_msg("`%s` should%s match `%s`", pattern, matches ? "" : " not", path);
    arena_release(&arena);
}

static void patterns_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        check(cases[i].pattern, 0, cases[i].path, cases[i].matches);
}

static void braces_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(brace_cases) / sizeof(*brace_cases); i++)
        check(brace_cases[i].pattern, GLOB_BRACES, brace_cases[i].path,
              brace_cases[i].matches);
}

static void bad_patterns_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        struct arena arena;
        const char *error = NULL;

        arena_init(&arena);
        assert_null(glob_compile(&arena, str_from(bad[i].pattern), GLOB_BRACES, &error));
        assert_string_equal(error, bad[i].error);
        arena_release(&arena);
    }
}

static void long_patterns_are_refused(void **state)
{
    char pattern[2 * GLOB_MAX_STEPS];
    struct arena arena;
    const char *error = NULL;

    (void)state;
    arena_init(&arena);
    memset(pattern, 'a', sizeof(pattern));
    assert_null(glob_compile(&arena, (struct str){pattern, sizeof(pattern)}, 0, &error));
    assert_string_equal(error, "the pattern is too long");
    assert_non_null(
        glob_compile(&arena, (struct str){pattern, GLOB_MAX_STEPS - 4}, 0, &error));
    arena_release(&arena);
}

/* With backtracking this would never end. */
static void stars_do_not_multiply(void **state)
{
    char path[4000];

    (void)state;
    memset(path, 'a', sizeof(path) - 1);
    path[sizeof(path) - 1] = '\0';
    check("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", 0, path, false);
    check("**/*a*/**/*a*/**/*a*/**/*a*/**/*a*/**/b[c]", 0, path, false);
    check("{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*[b]", GLOB_BRACES, path, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match),
        cmocka_unit_test(braces_match),
        cmocka_unit_test(bad_patterns_are_refused),
        cmocka_unit_test(long_patterns_are_refused),
        cmocka_unit_test(stars_do_not_multiply),
    };

    return cmocka_run_group_tests_name("glob", tests, NULL, NULL);
}
