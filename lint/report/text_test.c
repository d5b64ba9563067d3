/* text_test.c - what a writer sees, and one line for each finding */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/report/sample.h"

/* text is the file; the range is the first place of `marked` in it. */
static const struct {
    const char *what;
    const char *text;
    const char *marked;
    const char *excerpt;
} cases[] = {
    {"a word", "# Title\n\nSome words here\n", "words",
     "    3 | Some words here\n"
     "      |      ^^^^^\n"},
    {"tabs are expanded", "\ta\tword\n", "word",
     "    1 |     a   word\n"
     "      |         ^^^^\n"},
    {"wide characters count two", "日本 word\n", "word",
     "    1 | 日本 word\n"
     "      |      ^^^^\n"},
    {"wide characters are marked whole", "a 日本 b\n", "日本",
     "    1 | a 日本 b\n"
     "      |   ^^^^\n"},
    {"combining marks count nothing", "e\u0301te\u0301 word\n", "word",
     "    1 | e\u0301te\u0301 word\n"
     "      |     ^^^^\n"},
    {"joined emoji count two", "👩\u200D💻 word\n", "word",
     "    1 | 👩\u200D💻 word\n"
     "      |    ^^^^\n"},
    {"a range inside of what is drawn as one", "xe\u0301y\n", "\u0301",
     "    1 | xe\u0301y\n"
     "      |  ^\n"},
    {"a range that starts inside of a code point", "x日y\n", "\x97\xA5y",
     "    1 | x日y\n"
     "      |  ^^^\n"},
    {"controls are pictures", "\x1b[2J word\n", "word",
     "    1 | ␛[2J word\n"
     "      |      ^^^^\n"},
    {"an empty range is one mark", "word\n", "",
     "    1 | word\n"
     "      | ^\n"},
    {"trailing spaces", "word   \nx\n", "   ",
     "    1 | word   \n"
     "      |     ^^^\n"},
    {"a line end is not drawn", "one\ntwo\n", "e\n",
     "    1 | one\n"
     "      |   ^\n"},
    {"several lines", "one two\n  three\n\nfour\n", "two\n  three",
     "    1 | one two\n"
     "      |     ^^^\n"
     "    2 |   three\n"
     "      |   ^^^^^\n"},
    {"a blank line between is not marked", "one\n\ntwo\n", "one\n\ntwo",
     "    1 | one\n"
     "      | ^^^\n"
     "    2 |\n"
     "    3 | two\n"
     "      | ^^^\n"},
    {"many lines", "1\n2\n3\n4\n5\n6\n", "2\n3\n4\n5\n6",
     "    2 | 2\n"
     "      | ^\n"
     "    3 | 3\n"
     "      | ^\n"
     "    4 | 4\n"
     "      | ^\n"
     "      | … 2 more lines\n"},
    {"CR LF", "one\r\ntwo\r\nthree\r\n", "two",
     "    2 | two\n"
     "      | ^^^\n"},
    {"a long line, range at its start",
     "word and many more words that go on and on until the line is much too long\n",
     "word",
     "    1 | word and many more words that go on and on until the…\n"
     "      | ^^^^\n"},
    {"a long line, range in the middle",
     "many words that go on and on until the line is much HERE too long, and it "
     "does not stop there but goes on\n",
     "HERE",
     "    1 | …until the line is much HERE too long, and it does n…\n"
     "      |                         ^^^^\n"},
    {"a long line, range at its end",
     "many words that go on and on until the line is much too long and ends HERE\n",
     "HERE",
     "    1 | …and on until the line is much too long and ends HERE\n"
     "      |                                                  ^^^^\n"},
    {"a long range",
     "There are many words that go on and on until the line is much too long and ends\n",
     "words that go on and on until the line is much too long and",
     "    1 | There are many words that go on and on until the lin…\n"
     "      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"},
    {"a wide character on the edge",
     "日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本 HERE\n",
     "HERE",
     "    1 | … 本日本日本日本日本日本日本日本日本日本日本日本 HERE\n"
     "      |                                                  ^^^^\n"},
};

static void test_excerpts(void **state)
{
    struct report_context context = sample_context();

    (void)state;
    context.quiet = true;
    context.width = 62;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct sample sample;
        const char *text;

        sample_init(&sample, "a.md", cases[i].text);
        sample_add(&sample, &sample_heading, cases[i].marked, "wrong");
        text = strstr(sample_report(&sample, &reporter_text, &context), "heading]\n") +
               strlen("heading]\n");
        if (strncmp(text, cases[i].excerpt, strlen(text) - 1) != 0)
            fail_msg("%s:\n%s", cases[i].what, text);
        sample_release(&sample);
    }
}

/* A worker sends a window of a very long line, without what comes before it. */
static void test_cut_excerpt(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;
    struct result *result;

    (void)state;
    sample_init(&sample, "a.md", "0123456789 word and more");
    result = sample_add(&sample, &sample_heading, "word", "wrong");
    result->excerpt = STR("456789 word and more");
    result->excerpt_start = 4;
    assert_non_null(strstr(sample_report(&sample, &reporter_text, &context),
                           "    1 | …56789 word and more\n"
                           "      |        ^^^^\n"));
    sample_release(&sample);
}

static void test_report(void **state)
{
    static const struct edit edit = {.span = {5, 8}};
    static const struct edit_place place = {.from = {.offset = 5}, .to = {.offset = 8}};
    struct report_context context = sample_context();
    struct result_related related = {
        {0, 1, 1, 1, 1}, {0, 1, 1, 1, 1}, STR("the first one")};
    struct sample sample;
    struct result *result;

    (void)state;
    sample_init(&sample, "a.md", "# One   \n# Two\n");
    result = sample_add(&sample, &sample_spaces, "   ", "3 spaces at the end");
    result->edits = &edit;
    result->edit_places = &place;
    result->edit_count = 1;
    result->fix_safe = true;
    result = sample_add(&sample, &sample_heading, "Two", "`Two` is\na heading");
    result->related = &related;
    result->related_count = 1;
    assert_string_equal(
        sample_report(&sample, &reporter_text, &context),
        "a.md\n"
        "  1:6 warning 3 spaces at the end [MD009/sample-spaces]\n"
        "    1 | # One   \n"
        "      |      ^^^ delete 3 spaces\n"
        "  2:3 error `Two` is a heading [MD001/sample-heading]\n"
        "    2 | # Two\n"
        "      |   ^^^\n"
        "    see 1:1 the first one\n"
        "\n"
        "1 error, 1 warning in 1 of 1 file; 1 can be fixed with `stet fix`\n");
    sample_release(&sample);
}

static void test_colour(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    context.colour = true;
    sample_init(&sample, "a.md", "# One\n");
    sample_add(&sample, &sample_heading, "One", "wrong");
    assert_string_equal(sample_report(&sample, &reporter_text, &context),
                        "\x1b[1ma.md\x1b[0m\n"
                        "  1:3 \x1b[1;31merror\x1b[0m wrong "
                        "\x1b[2m[MD001/sample-heading]\x1b[0m\n"
                        "\x1b[2m    1 |\x1b[0m # \x1b[1;31mOne\x1b[0m\n"
                        "\x1b[2m      |\x1b[0m   \x1b[1;31m^^^\x1b[0m\n"
                        "\n"
                        "\x1b[1;31m1 error\x1b[0m in 1 of 1 file\n");
    sample_release(&sample);
}

/* The report on one finding with this message, 30 columns wide. */
static const char *wrapped(struct sample *sample, const char *message, bool wrap)
{
    struct report_context context = sample_context();

    context.quiet = true;
    context.width = 30;
    context.wrap = wrap;
    sample_init(sample, "a.md", "");
    sample_add(sample, &sample_spaces, "", message);
    return sample_report(sample, &reporter_text, &context);
}

static void test_wrap(void **state)
{
    struct sample sample;

    (void)state;
    assert_string_equal(wrapped(&sample, "the last words of the line are too many", true),
                        "a.md\n"
                        "  1:1 warning the last words\n"
                        "    of the line are too many\n"
                        "    [MD009/sample-spaces]\n\n");
    sample_release(&sample);
    assert_string_equal(wrapped(&sample, "日本日本 日本 日本日本日本日本日本 x", true),
                        "a.md\n"
                        "  1:1 warning 日本日本 日本\n"
                        "    日本日本日本日本日本 x\n"
                        "    [MD009/sample-spaces]\n\n");
    sample_release(&sample);
    assert_string_equal(
        wrapped(&sample, "`https://example.org/a/very/long/word`\tand a tab", true),
        "a.md\n"
        "  1:1 warning `https://example.org/a/very/long/word`\n"
        "    and a tab\n"
        "    [MD009/sample-spaces]\n\n");
    sample_release(&sample);
    assert_string_equal(
        wrapped(&sample, "the last words of the line are too many", false),
        "a.md\n"
        "  1:1 warning the last words of the line are too many "
        "[MD009/sample-spaces]\n\n");
    sample_release(&sample);
}

static void test_link(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    context.links = true;
    sample_init(&sample, "a.md", "# One\n");
    sample_add(&sample, &sample_heading, "One", "wrong");
    assert_non_null(strstr(sample_report(&sample, &reporter_text, &context),
                           "  1:3 error wrong [\x1b]8;;https://example.org/stet\x1b\\"
                           "MD001/sample-heading\x1b]8;;\x1b\\]\n"));
    sample_release(&sample);
}

/* The report on four findings of a rule and one of another. */
static const char *repeated(struct sample *sample, const struct report_context *context)
{
    sample_init(sample, "a.md", "abcde\n");
    sample_add(sample, &sample_spaces, "a", "first");
    sample_add(sample, &sample_spaces, "b", "second");
    sample_add(sample, &sample_spaces, "c", "third");
    sample_add(sample, &sample_spaces, "d", "fourth");
    sample_add(sample, &sample_heading, "e", "another");
    return sample_report(sample, &reporter_text, context);
}

static void test_fold(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;
    const char *text;

    (void)state;
    text = repeated(&sample, &context);
    assert_non_null(strstr(text, "third"));
    assert_null(strstr(text, "fourth"));
    assert_non_null(strstr(text, "another"));
    assert_non_null(strstr(text,
                           "  … 1 more of [MD009/sample-spaces], `--no-fold` shows it\n"
                           "\n"
                           "1 error, 4 warnings in 1 of 1 file\n"));
    sample_release(&sample);
    context.no_fold = true;
    text = repeated(&sample, &context);
    assert_non_null(strstr(text, "fourth"));
    assert_null(strstr(text, "more of"));
    assert_non_null(strstr(text, "1 error, 4 warnings in 1 of 1 file\n"));
    sample_release(&sample);
}

static void test_clean(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    sample_init(&sample, "a.md", "# One\n");
    assert_string_equal(sample_report(&sample, &reporter_text, &context),
                        "no findings in 1 file\n");
    context.quiet = true;
    assert_string_equal(sample_report(&sample, &reporter_text, &context), "");
    sample_release(&sample);
}

/* No excerpt: the file could not be read. Its name contains a line end. */
static void test_unreadable(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    sample_init(&sample, "a\nb\xFF.md", "");
    sample_add(&sample, &sample_unreadable, "", "cannot be read: permission denied");
    assert_string_equal(sample_report(&sample, &reporter_text, &context),
                        "a\\nb\\xff.md\n"
                        "  1:1 error cannot be read: permission denied "
                        "[ST001/sample-unreadable]\n"
                        "\n"
                        "1 error in 1 of 1 file\n");
    sample_release(&sample);
}

static void test_unix(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    sample_init(&sample, "a\nb: c.md", "# One   \n\n# Two\n");
    sample_add(&sample, &sample_spaces, "   ", "3 spaces\nat the end");
    sample_add(&sample, &sample_heading, "Two", "\x1b[2J `\xFF`");
    assert_string_equal(sample_report(&sample, &reporter_unix, &context),
                        "a\\nb: c.md:1:6: warning: 3 spaces at the end "
                        "[MD009/sample-spaces]\n"
                        "a\\nb: c.md:3:3: error: ␛[2J `\uFFFD` "
                        "[MD001/sample-heading]\n");
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_excerpts),   cmocka_unit_test(test_cut_excerpt),
        cmocka_unit_test(test_report),     cmocka_unit_test(test_colour),
        cmocka_unit_test(test_wrap),       cmocka_unit_test(test_link),
        cmocka_unit_test(test_fold),       cmocka_unit_test(test_clean),
        cmocka_unit_test(test_unreadable), cmocka_unit_test(test_unix),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
