/* sarif_test.c - SARIF that validators do not check, and the limits */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lint/report/sample.h"

/* Not by strstr(): AddressSanitizer measures the whole rest of 12 MB at each call. */
static size_t occurrences(const char *text, const char *wanted)
{
    size_t len = strlen(wanted);
    size_t count = 0;

    for (; *text; text++)
        count += *text == *wanted && strncmp(text, wanted, len) == 0;
    return count;
}

static void assert_has(const char *text, const char *wanted)
{
    if (!strstr(text, wanted))
        fail_msg("`%s` is not in\n%s", wanted, text);
}

static void test_result(void **state)
{
    static const struct edit edit = {.span = {10, 13}};
    static const struct edit_place place = {{10, 1, 8, 9, 11}, {13, 1, 11, 12, 14}};
    struct report_context context = sample_context();
    struct result_related related = {{0, 1, 1, 1, 1}, {1, 1, 2, 2, 2}, STR("the first")};
    struct sample sample;
    struct result *result;
    const char *text;

    (void)state;
    sample_init(&sample, "docs/a b.md", "# 😀 é   \n\n# Two\n");
    result = sample_add(&sample, &sample_spaces, "   ", "3 spaces at the end");
    result->edits = &edit;
    result->edit_places = &place;
    result->edit_count = 1;
    result->fix_safe = true;
    result->line_hash = 0xABCDEF;
    result->line_hash_turn = 2;
    result->context_hash = 0x12;
    result->related = &related;
    result->related_count = 1;
    sample_add(&sample, &sample_heading, "Two", "wrong");
    text = sample_report(&sample, &reporter_sarif, &context);
    /* Columns count UTF-16 units: the emoji is two. */
    assert_has(text, "\"region\":{\"startLine\":1,\"startColumn\":7,\"endLine\":1,"
                     "\"endColumn\":10,\"byteOffset\":9,\"byteLength\":3,"
                     "\"snippet\":{\"text\":\"   \"}}");
    assert_has(text, "\"contextRegion\":{\"startLine\":1,\"endLine\":2,"
                     "\"snippet\":{\"text\":\"# 😀 é   \\n\"}}");
    assert_has(text, "\"uri\":\"docs/a%20b.md\",\"uriBaseId\":\"SRCROOT\",\"index\":0}");
    assert_has(text, "\"partialFingerprints\":{\"primaryLocationLineHash\":"
                     "\"abcdef:2\",\"contextHash/v1\":\"0000000000000012\"}");
    assert_has(text, "\"replacements\":[{\"deletedRegion\":{\"startLine\":1,"
                     "\"startColumn\":9,\"endLine\":1,\"endColumn\":12,"
                     "\"byteOffset\":10,\"byteLength\":3}}]");
    assert_has(text, "\"relatedLocations\":[{\"id\":1,");
    assert_has(text, "\"ruleId\":\"MD009\",\"ruleIndex\":1,\"kind\":\"fail\","
                     "\"level\":\"warning\"");
    assert_has(text, "\"ruleId\":\"MD001\",\"ruleIndex\":0,");
    /* SARIF 3.14.27 and 3.27.23, which validators do not check. */
    assert_has(text, "\"columnKind\":\"utf16CodeUnits\"");
    assert_int_equal(occurrences(text, "\"suppressions\":[]"), 2);
    sample_release(&sample);
}

/* The one finding of the sample, as a log. */
static const char *report_one(struct sample *sample, const char *text, const char *marked,
                              const char *message)
{
    struct report_context context = sample_context();

    sample_init(sample, "a.md", text);
    sample_add(sample, &sample_spaces, marked, message);
    return sample_report(sample, &reporter_sarif, &context);
}

/* A context that is no more than the region is none (SARIF 3.29.5). */
static void test_context(void **state)
{
    struct sample sample;
    const char *text;

    (void)state;
    text = report_one(&sample, "all\n", "all", "m");
    assert_null(strstr(text, "contextRegion"));
    sample_release(&sample);
    text = report_one(&sample, "a\nall\nb\nc", "all", "m");
    assert_has(text, "\"contextRegion\":{\"startLine\":1,\"endLine\":3,"
                     "\"snippet\":{\"text\":\"a\\nall\\nb\"}}");
    sample_release(&sample);
    text = report_one(&sample, "a\nall", "all", "m");
    assert_has(text, "\"contextRegion\":{\"startLine\":1,\"endLine\":2,");
    sample_release(&sample);
}

static const struct {
    const char *message;
    const char *string;
    const char *arguments;
} parted[] = {
    {"no arguments", "No arguments.", NULL},
    {"3 spaces, not `1 2`", "{0} spaces, not `{1}`.", "[\"3\",\"1 2\"]"},
    {"`a` (12) of 7: 8", "`{0}` ({1}) of {2}: {3}.", "[\"a\",\"12\",\"7\",\"8\"]"},
    {"no 1.5, MD001, 2x or -3", "No 1.5, MD001, 2x or -3.", NULL},
    {"`` is empty", "`{0}` is empty.", "[\"\"]"},
    {"open ` and {0}", "Open ` and {{0}}.", NULL},
    /* Placeholders in an argument are none; links are. */
    {"see `{0} [a](1)` here", "See `{0}` here.", "[\"{0} \\\\[a\\\\](1)\"]"},
};

static void test_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(parted) / sizeof(parted[0]); i++) {
        struct sample sample;
        const char *text = report_one(&sample, "a\n", "a", parted[i].message);
        char wanted[100];

        snprintf(wanted, sizeof(wanted), "\"messageStrings\":{\"");
        assert_has(text, wanted);
        snprintf(wanted, sizeof(wanted), "\":{\"text\":\"%s\"}},", parted[i].string);
        assert_has(text, wanted);
        if (parted[i].arguments)
            snprintf(wanted, sizeof(wanted), "\"arguments\":%s}", parted[i].arguments);
        else
            snprintf(wanted, sizeof(wanted), "\"},\"locations\"");
        assert_has(text, wanted);
        sample_release(&sample);
    }
}

/* Messages of a kind have one string; of too many kinds, the others have their text. */
static void test_many_strings(void **state)
{
    enum { KINDS = 300, STRINGS = 256 };
    struct report_context context = sample_context();
    struct sample sample;
    struct report report;
    const char *text;

    (void)state;
    sample_init(&sample, "a.md", "a\n");
    sample_add(&sample, &sample_spaces, "a", "");
    report_begin(&report, &reporter_sarif, &context);
    for (int i = 0; i < 2 * KINDS; i++) {
        sample.results[0].message =
            arena_format(&sample.arena, "kind%d of %d", i % KINDS, i);
        report_file(&report, &sample.file);
    }
    report_end(&report);
    text = arena_str(&sample.arena, buf_str(&report.out)).data;
    report_release(&report);
    assert_int_equal(occurrences(text, "\"arguments\":["), 2 * STRINGS);
    assert_int_equal(occurrences(text, " of {0}."), STRINGS);
    assert_has(text, "\"message\":{\"text\":\"Kind299 of 599.\"}");
    sample_release(&sample);
}

static const char *report_suppressed(struct sample *sample, bool left_out)
{
    static const struct result_suppression comment = {
        {2, 2, 1, 1, 1}, {9, 2, 8, 8, 8}, {"a \"poem\"", 8}};
    struct report_context context = sample_context();

    context.has_baseline = true;
    context.no_suppressed = left_out;
    sample_init(sample, "a.md", "a\n<!-- -->\n");
    sample_add(sample, &sample_spaces, "a", "new");
    sample_add(sample, &sample_spaces, "a", "known");
    sample_add(sample, &sample_spaces, "a", "stands")->suppression = &comment;
    sample->file.count = 1;
    sample->file.known = sample->results + 1;
    sample->file.known_count = 1;
    sample->file.suppressed = sample->results + 2;
    sample->file.suppressed_count = 1;
    return sample_report(sample, &reporter_sarif, &context);
}

static void test_suppressed(void **state)
{
    struct sample sample;
    const char *text = report_suppressed(&sample, false);

    (void)state;
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD009\""), 3);
    assert_has(text, "\"suppressions\":[],\"baselineState\":\"new\"}");
    assert_has(text, "\"suppressions\":[{\"kind\":\"external\",");
    assert_has(text, "\"suppressions\":[{\"kind\":\"inSource\",\"status\":\"accepted\","
                     "\"justification\":\"a \\\"poem\\\"\",\"location\":{"
                     "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.md\","
                     "\"uriBaseId\":\"SRCROOT\",\"index\":0},\"region\":{"
                     "\"startLine\":2,\"startColumn\":1,\"endLine\":2,"
                     "\"endColumn\":8}}}}]}");
    sample_release(&sample);
    text = report_suppressed(&sample, true);
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD009\""), 1);
    assert_int_equal(occurrences(text, "\"suppressions\":[]"), 1);
    sample_release(&sample);
}

static const struct {
    const char *path;
    const char *kind;
} kinds[] = {
    {"a.md", "\"mimeType\":\"text/markdown\",\"sourceLanguage\":\"markdown\""},
    {"a.mdx", "\"mimeType\":\"text/markdown\",\"sourceLanguage\":\"markdown\""},
    {"a.json", "\"mimeType\":\"application/json\",\"sourceLanguage\":\"json\""},
    {"a.yml", "\"mimeType\":\"application/yaml\",\"sourceLanguage\":\"yaml\""},
    {"a.yaml", "\"mimeType\":\"application/yaml\",\"sourceLanguage\":\"yaml\""},
};

static void test_kinds(void **state)
{
    struct report_context context = sample_context();

    (void)state;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct sample sample;

        sample_init(&sample, kinds[i].path, "a\n");
        sample_add(&sample, &sample_spaces, "a", "m");
        assert_has(sample_report(&sample, &reporter_sarif, &context), kinds[i].kind);
        sample_release(&sample);
    }
}

static void test_digest(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    sample_init(&sample, "a.md", "a\n");
    sample_add(&sample, &sample_spaces, "a", "m");
    assert_null(strstr(sample_report(&sample, &reporter_sarif, &context), "\"hashes\""));
    sha256(STR("abc"), sample.file.digest);
    assert_has(sample_report(&sample, &reporter_sarif, &context),
               "\"length\":2,\"hashes\":{\"sha-256\":\"ba7816bf8f01cfea414140de5dae2223"
               "b00361a396177a9cb410ff61f20015ad\"}");
    sample_release(&sample);
}

static void test_run(void **state)
{
    struct source config;
    const struct report_notification notification = {
        .configuration = true,
        .path = STR("stet.yaml"),
        .source = &config,
        .mistake = {.span = {17, 18},
                    .severity = SEVERITY_ERROR,
                    .message = STR("unknown rule `x`")}};
    struct report_context context = sample_context();
    struct sample sample;
    const char *text;

    (void)state;
    context.started = (struct timespec){1700000000, 123456789};
    context.ended = (struct timespec){1700000001, 0};
    context.exit_code = 2;
    context.category = "docs";
    context.notifications = &notification;
    context.notification_count = 1;
    sample_init(&sample, "a.md", "");
    source_init(&config, &sample.arena, "stet.yaml", "preset: a\nr:\n    x: 1\n", 22);
    sample_add(&sample, &sample_unreadable, "", "cannot be read");
    text = sample_report(&sample, &reporter_sarif, &context);
    assert_has(text, "\"executionSuccessful\":false,\"exitCode\":2,");
    assert_has(text, "\"startTimeUtc\":\"2023-11-14T22:13:20.123Z\","
                     "\"endTimeUtc\":\"2023-11-14T22:13:21.000Z\"");
    assert_has(text, "\"toolExecutionNotifications\":[\n{\"level\":\"error\","
                     "\"message\":{\"text\":\"Cannot be read.\"}");
    assert_has(text, "\"toolConfigurationNotifications\":[\n{\"level\":\"error\","
                     "\"message\":{\"text\":\"Unknown rule `x`.\"}");
    assert_has(text, "\"region\":{\"startLine\":3,\"startColumn\":5}");
    assert_has(text, "\"automationDetails\":{\"id\":\"docs/\"}");
    assert_has(text, "\"id\":\"MD001\",\"name\":\"SampleHeading\"");
    assert_has(text, "\"tags\":[\"headings\"],\"precision\":\"very-high\","
                     "\"problem.severity\":\"error\"");
    sample_release(&sample);
}

/* The log of a number of files with a warning and an error each. */
static const char *report_many(struct sample *sample, int files)
{
    struct report_context context = sample_context();
    struct report report;
    const char *text;

    report_begin(&report, &reporter_sarif, &context);
    for (int i = 0; i < files; i++)
        report_file(&report, &sample->file);
    report_end(&report);
    text = arena_str(&sample->arena, buf_str(&report.out)).data;
    report_release(&report);
    return text;
}

static void test_limit(void **state)
{
    struct sample sample;
    const char *text;

    (void)state;
    sample_init(&sample, "a.md", "# One   \n");
    sample_add(&sample, &sample_spaces, "   ", "spaces");
    sample_add(&sample, &sample_heading, "One", "wrong");
    text = report_many(&sample, 20000);
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD001\""), 20000);
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD009\""), 5000);
    assert_has(text, "15000 of 40000 results were left out; the 25000 most severe "
                     "are here.");
    /* Still in the order of files: the warning of the first one comes first. */
    assert_true(strstr(text, "\"ruleId\":\"MD009\"") <
                strstr(text, "\"ruleId\":\"MD001\""));
    text = report_many(&sample, 26000);
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD001\""), 25000);
    assert_int_equal(occurrences(text, "\"ruleId\":\"MD009\""), 0);
    assert_has(text, "27000 of 52000 results were left out;");
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_result),     cmocka_unit_test(test_run),
        cmocka_unit_test(test_limit),      cmocka_unit_test(test_context),
        cmocka_unit_test(test_strings),    cmocka_unit_test(test_many_strings),
        cmocka_unit_test(test_suppressed), cmocka_unit_test(test_digest),
        cmocka_unit_test(test_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
