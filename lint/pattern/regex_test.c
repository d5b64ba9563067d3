/* regex_test.c - ECMA-262 patterns */

#include "lint/pattern/regex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "lint/pattern/ecma.h"

static int with_arena(void **state)
{
    static struct arena arena;

    arena_init(&arena);
    *state = &arena;
    return 0;
}

static int release_arena(void **state)
{
    arena_release(*state);
    return 0;
}

static const struct regex *compiled(struct arena *arena, const char *pattern)
{
    struct regex_error error = {.message = ""};
    const struct regex *regex = regex_compile(arena, str_from(pattern), 0, &error);

    if (!regex)
        fail_msg("%s: %s", pattern, error.message);
    return regex;
}

static void patterns_match_as_in_ecmascript(void **state)
{
    static const struct {
        const char *pattern, *subject;
        int matches;
    } cases[] = {
        {"b", "abc", 1},
        {"^abc$", "abc", 1},
        {"^abc$", "abc\n", 0},
        {"^a.c$",
         "a\xE2\x80\xA8"
         "c",
         0},
        {"^.$", "\xF0\x9F\x98\x80", 1},
        {"^\\s$", "\xEF\xBB\xBF", 1},
        {"^\\S$", "\xE2\x80\x83", 0},
        {"^[^\\s]$", "\xC2\xA0", 0},
        {"^[\\S]$", "x", 1},
        {"^\\d$", "\xDF\x80", 0},
        {"^\\w$", "\xC3\xA9", 0},
        {"^\\W\\D[\\W][\\D]$", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 1},
        {"^\\W|\\D$", "1", 0},
        {"^\\v$", "\v", 1},
        {"^\\v$", "\n", 0},
        {"^\\cC$", "\x03", 1},
        {"^\\u{1F600}$", "\xF0\x9F\x98\x80", 1},
        {"^\\uD83D\\uDE00$", "\xF0\x9F\x98\x80", 1},
        {"\\uD83D", "\xF0\x9F\x98\x80", 0},
        {"^[\\uD800-\\uDFFF]?$", "", 1},
        {"^\\x41$", "A", 1},
        {"[]", "a", 0},
        {"^[^]$", "\n", 1},
        {"^(?<year>\\d{4})-\\k<year>$", "2024-2024", 1},
        {"^(?<year>\\d{4})-\\k<year>$", "2024-2025", 0},
        {"^\\k<a>(?<a>x)$", "x", 1},
        {"^(a)?\\1b$", "b", 1},
        {"^\\1+?(){1,2}$", "", 1},
        {"^(a\\1)+$", "aaa", 1},
        {"^(?:\\1(a|b)){3}$", "aba", 1},
        {"^(?:\\k<n>(?<n>a|b)){3}$", "aba", 1},
        {"^\\p{Assigned}$", "a", 1},
        {"^[^\\P{Assigned}]$", "a", 1},
        {"^\\P{Assigned}$", "a", 0},
        {"^\\p{Letter}+$", "\xCF\x80", 1},
        {"^\\p{Script=Greek}$", "\xCF\x80", 1},
        {"^\\p{scx=Cyrillic}$", "\xCF\x80", 0},
        {"^\\P{Lu}$", "a", 1},
        {"^[\\p{L}\\d]+$", "a1", 1},
        {"^\\p{digit}$", "\xDF\x80", 1},
        {"^[[:alpha:]]$", "a", 0},
        {"^[a-c-]+$", "b-", 1},
        {"^\\-\\_$", "-_", 1},
        {"^{x}]$", "{x}]", 1},
        {"^a{2}$", "aa", 1},
        {"^a{2,}$", "a", 0},
        {"^a{1,99999999}$", "aaa", 1},
        {"(?<=\\$)\\d", "$5", 1},
        {"(?<!\\$)\\d", "$5", 0},
        {"^(?:a|b)*?$", "abba", 1},
        {"#", "#", 1},
        {"a b", "a b", 1},
        {"^\\0$", "x", 0},
        {"", "", 1},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct regex *regex = compiled(*state, cases[i].pattern);

        if (regex_match(regex, str_from(cases[i].subject)) !=
            (cases[i].matches ? REGEX_MATCH : REGEX_NO_MATCH))
            fail_msg("`%s` and `%s`", cases[i].pattern, cases[i].subject);
    }
}

static void what_is_no_pattern_is_refused(void **state)
{
    static const struct {
        const char *pattern;
        unsigned offset;
    } cases[] = {
        {"^(abc]", 1},     {"a)", 1},           {"[a", 0},
        {"[b-a]", 1},      {"*a", 0},           {"a**", 2},
        {"^*", 1},         {"a{2,1}", 1},       {"{1}", 0},
        {"\\", 0},         {"\\a", 0},          {"\\Z", 0},
        {"x\\1", 1},       {"\\k<a>", 0},       {"(?<a>.)(?<a>.)", 7},
        {"(?<1>a)", 3},    {"(?i)a", 0},        {"(?#c)", 0},
        {"(?P<n>a)", 0},   {"(?>a)", 0},        {"a++", 2},
        {"\\u12", 0},      {"\\u{110000}", 0},  {"\\x1", 0},
        {"\\p{Lettr}", 0}, {"\\p{Greek}", 0},   {"\\c1", 0},
        {"\\07", 0},       {"(*ACCEPT)", 1},    {"ab\xFF", 2},
        {"(?<=a+)b", 0},   {"\\p{sc=Nope}", 0}, {"\\p{sc=greek}", 0},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct regex_error error = {0};

        if (regex_compile(*state, str_from(cases[i].pattern), 0, &error))
            fail_msg("`%s` was taken", cases[i].pattern);
        assert_non_null(error.message);
        if (error.offset != cases[i].offset)
            fail_msg("`%s`: offset %u", cases[i].pattern, (unsigned)error.offset);
    }
}

static void strict_is_the_grammar_alone(void **state)
{
    static const struct {
        const char *pattern;
        int lenient, strict;
    } cases[] = {
        {"\\-", 1, 0},      {"]", 1, 0},       {"x{", 1, 0},    {"}", 1, 0},
        {"[\\w-z]", 1, 0},  {"(?=a)*", 1, 0},  {"[\\-]", 1, 1}, {"\\/", 1, 1},
        {"(?<=a+)b", 1, 1}, {"(?<!a)*", 0, 0}, {"\\_", 1, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str pattern = str_from(cases[i].pattern);
        struct regex_error error;

        if (ecma_translate(pattern, 0, NULL, &error) != cases[i].lenient ||
            ecma_translate(pattern, REGEX_STRICT, NULL, &error) != cases[i].strict)
            fail_msg("`%s`", cases[i].pattern);
    }
}

static void case_is_ignored_on_demand(void **state)
{
    struct regex_error error;
    const struct regex *regex = regex_compile(*state,
                                              STR("stra\xC3\x9F"
                                                  "e \xCE\xA3"),
                                              REGEX_IGNORE_CASE, &error);

    assert_int_equal(regex_match(regex, STR("STRA\xC3\x9F"
                                            "E \xCF\x83")),
                     REGEX_MATCH);
    assert_true(str_is(regex_pattern(regex), "stra\xC3\x9F"
                                             "e \xCE\xA3"));
}

static void exponential_patterns_give_up(void **state)
{
    char subject[64];
    const struct regex *regex = compiled(*state, "^(a+)+$");

    memset(subject, 'a', sizeof(subject));
    subject[sizeof(subject) - 1] = 'b';
    assert_int_equal(regex_match(regex, (struct str){subject, sizeof(subject)}),
                     REGEX_TOO_EXPENSIVE);
}

/* A step for each byte, however many there are. */
static void linear_patterns_never_give_up(void **state)
{
    static const char *const patterns[] = {"^([^x]|\\\\.)*$", "^(a|b)*$", "^(?:(a)|c)+$"};
    static const size_t sizes[] = {1, 1034, 4096, 100000};
    static char subject[100000];

    memset(subject, 'a', sizeof(subject));
    for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
        for (size_t j = 0; j < sizeof(sizes) / sizeof(sizes[0]); j++)
            assert_int_equal(regex_match(compiled(*state, patterns[i]),
                                         (struct str){subject, sizes[j]}),
                             REGEX_MATCH);
}

static void bad_bytes_never_match(void **state)
{
    const struct regex *dot = compiled(*state, "^..$");
    const struct regex *word = compiled(*state, "\\w+");
    struct str subject = STR("\xFF"
                             "ab\xC3");
    size_t start;
    size_t end;

    assert_int_equal(regex_match(dot, STR("a\xFF")), REGEX_NO_MATCH);
    assert_int_equal(regex_match(dot, STR("\xC3\xA9\xFF")), REGEX_NO_MATCH);
    assert_int_equal(regex_search(word, subject, 0, &start, &end), REGEX_MATCH);
    assert_int_equal(start, 1);
    assert_int_equal(end, 3);
    assert_int_equal(regex_search(word, subject, end, &start, &end), REGEX_NO_MATCH);
}

static void search_walks_through_a_subject(void **state)
{
    const struct regex *regex = compiled(*state, "\\bto\\b");
    struct str subject = STR("to tow to");
    size_t start;
    size_t end;

    assert_int_equal(regex_search(regex, subject, 0, &start, &end), REGEX_MATCH);
    assert_int_equal(start, 0);
    assert_int_equal(regex_search(regex, subject, end, &start, &end), REGEX_MATCH);
    assert_int_equal(start, 7);
    assert_int_equal(regex_search(regex, subject, end, &start, &end), REGEX_NO_MATCH);
    assert_int_equal(regex_search(regex, subject, 100, &start, &end), REGEX_NO_MATCH);
}

/* Its pattern is a copy, and stays what it is after the first search. */
static void a_deferred_pattern_is_compiled_in_time(void **state)
{
    char pattern[] = "^b+$";
    const struct regex *regex = regex_defer(*state, str_from(pattern), REGEX_IGNORE_CASE);

    pattern[1] = 'a';
    assert_true(str_is(regex_pattern(regex), "^b+$"));
    assert_int_equal(regex_match(regex, STR("BB")), REGEX_MATCH);
    assert_int_equal(regex_match(regex, STR("a")), REGEX_NO_MATCH);
    assert_int_equal(regex_match(regex, STR("b")), REGEX_MATCH);
}

static void nesting_is_limited(void **state)
{
    char pattern[2 * 300];
    struct regex_error error;

    memset(pattern, '(', 300);
    memset(pattern + 300, ')', 300);
    assert_null(regex_compile(*state, (struct str){pattern, 600}, 0, &error));
    assert_non_null(regex_compile(
        *state, (struct str){pattern + 300 - ECMA_MAX_DEPTH, 2 * (size_t)ECMA_MAX_DEPTH},
        0, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_as_in_ecmascript),
        cmocka_unit_test(what_is_no_pattern_is_refused),
        cmocka_unit_test(strict_is_the_grammar_alone),
        cmocka_unit_test(case_is_ignored_on_demand),
        cmocka_unit_test(exponential_patterns_give_up),
        cmocka_unit_test(linear_patterns_never_give_up),
        cmocka_unit_test(bad_bytes_never_match),
        cmocka_unit_test(search_walks_through_a_subject),
        cmocka_unit_test(a_deferred_pattern_is_compiled_in_time),
        cmocka_unit_test(nesting_is_limited),
    };

    return cmocka_run_group_tests_name("regex", tests, with_arena, release_arena);
}
