/* json_test.c - the JSON report, byte for byte */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/embedded.h"
#include "lint/report/sample.h"
#include "lint/schema/schema.h"
#include "lint/value/value.h"

static void test_empty(void **state)
{
    struct report_context context = sample_context();
    struct sample sample;

    (void)state;
    sample_init(&sample, "a.md", "");
    assert_string_equal(
        sample_report(&sample, &reporter_json, &context),
        "{\"version\":1,\"tool\":{\"name\":\"stet\",\"version\":\"1.2.3\"},"
        "\"files\":1,\"diagnostics\":[],"
        "\"summary\":{\"errors\":0,\"warnings\":0,\"notes\":0,\"fixable\":0}}\n");
    sample_release(&sample);
}

static void test_report(void **state)
{
    static const struct edit edits[] = {{{5, 6}, {"\"\n", 2}}, {{7, 7}, {"", 0}}};
    struct report_context context = sample_context();
    struct result_related related = {{0, 1, 1, 1, 1}, {2, 1, 3, 3, 3}, STR("the first")};
    struct sample sample;
    struct result *result;

    (void)state;
    sample_init(&sample, "a\xFF \"b\".md", "# 😀   \n");
    result = sample_add(&sample, &sample_spaces, "   ", "3 `spaces`");
    result->edits = edits;
    result->edit_count = 2;
    result->fix_safe = true;
    result->related = &related;
    result->related_count = 1;
    sample_add(&sample, &sample_heading, "😀", "wrong");
    assert_string_equal(
        sample_report(&sample, &reporter_json, &context),
        "{\"version\":1,\"tool\":{\"name\":\"stet\",\"version\":\"1.2.3\"},"
        "\"files\":1,\"diagnostics\":[\n"
        "{\"path\":\"a\uFFFD \\\"b\\\".md\",\"rule\":\"MD009\","
        "\"name\":\"sample-spaces\",\"severity\":\"warning\","
        "\"message\":\"3 `spaces`\",\"line\":1,\"column\":4,\"endLine\":1,"
        "\"endColumn\":7,\"start\":6,\"end\":9,\"url\":\"https://example.org/stet\","
        "\"fix\":{\"safe\":true,\"description\":\"make 2 edits\",\"edits\":["
        "{\"start\":5,\"end\":6,\"text\":\"\\\"\\n\"},"
        "{\"start\":7,\"end\":7,\"text\":\"\"}]},"
        "\"related\":[{\"message\":\"the first\",\"line\":1,\"column\":1,\"endLine\":1,"
        "\"endColumn\":3,\"start\":0,\"end\":2}]},\n"
        "{\"path\":\"a\uFFFD \\\"b\\\".md\",\"rule\":\"MD001\","
        "\"name\":\"sample-heading\",\"severity\":\"error\","
        "\"message\":\"wrong\",\"line\":1,\"column\":3,\"endLine\":1,"
        "\"endColumn\":4,\"start\":2,\"end\":6,\"url\":\"https://example.org/stet\","
        "\"related\":[]}\n"
        "],\"summary\":{\"errors\":1,\"warnings\":1,\"notes\":0,\"fixable\":"
        "1}}\n");
    sample_release(&sample);
}

static const struct {
    struct edit edit;
    const char *title;
} titles[] = {
    {{{4, 5}, {"", 0}}, "delete 1 byte"},
    {{{4, 7}, {"", 0}}, "delete 3 bytes"},
    {{{4, 4}, {"# ", 2}}, "insert `# `"},
    {{{4, 5}, {"\t\n", 2}}, "replace with `\\t\\n`"},
    {{{4, 5}, {"éééééééééééééééééééééééééééééééééééééééééx", 83}},
     "replace with `éééééééééééééééééééééééééééééééééééééééé…`"},
};

static void test_fix_titles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
        struct result result = {.edits = &titles[i].edit, .edit_count = 1};
        struct buf out = BUF_INIT;

        report_add_fix_title(&out, &result);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, titles[i].title);
        buf_release(&out);
    }
}

/* All possible bytes, as path, message, text of an edit and marked text. */
static void fill_with_all_bytes(struct sample *sample, char bytes[257])
{
    struct edit_place *place;
    struct edit *edit;
    struct result *result;

    for (int i = 0; i < 256; i++)
        bytes[i] = (char)(i + 1);
    sample_init(sample, bytes, bytes);
    edit = arena_alloc(&sample->arena, sizeof(*edit));
    *edit = (struct edit){{1, 2}, {bytes, 256}};
    place = arena_alloc(&sample->arena, sizeof(*place));
    *place = (struct edit_place){source_position(&sample->source, 1),
                                 source_position(&sample->source, 2)};
    result = sample_add(sample, &sample_spaces, bytes, bytes);
    result->edits = edit;
    result->edit_places = place;
    result->edit_count = 1;
}

static struct value_tree read_tree(struct arena *arena, struct str text)
{
    struct value_input input = {text.data, {0, (uint32_t)text.len}, VALUE_MAX_NODES};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_int_equal(tree.problem_count, 0);
    return tree;
}

/* The strict reader accepts it, so it is JSON and UTF-8. */
static void test_is_json(void **state)
{
    static const struct reporter *const formats[] = {&reporter_json, &reporter_sarif};
    struct report_context context = sample_context();

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct sample sample;
        const char *text;
        char bytes[257];

        fill_with_all_bytes(&sample, bytes);
        text = sample_report(&sample, formats[i], &context);
        assert_non_null(read_tree(&sample.arena, str_from(text)).root);
        sample_release(&sample);
    }
}

static bool is_described(const struct schema *schema, struct arena *arena,
                         struct str text)
{
    struct value_tree instance = read_tree(arena, text);

    return schema_valid(schema, &instance, arena);
}

/* The report is what schemas/diagnostics.schema.json describes, and nothing else. */
static void test_schema(void **state)
{
    struct report_context context = sample_context();
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error;
    struct result_related related = {{0, 1, 1, 1, 1}, {1, 1, 2, 2, 2}, STR("the first")};
    const struct schema *schema;
    struct value_tree tree;
    struct sample sample;
    char bytes[257];
    struct buf changed = BUF_INIT;
    const char *text;

    (void)state;
    fill_with_all_bytes(&sample, bytes);
    tree = read_tree(&sample.arena, embedded_file("schemas/diagnostics.schema.json"));
    schema = schema_compile(&sample.arena, &tree, STR(""), &options, &error);
    assert_non_null(schema);
    sample.results[0].related = &related;
    sample.results[0].related_count = 1;
    text = sample_report(&sample, &reporter_json, &context);
    assert_true(is_described(schema, &sample.arena, str_from(text)));
    buf_puts(&changed, text);
    changed.data[strstr(text, "endColumn") - text] = 'E';
    assert_false(is_described(schema, &sample.arena, buf_str(&changed)));
    buf_release(&changed);
    sample.file.count = 0;
    text = sample_report(&sample, &reporter_json, &context);
    assert_true(is_described(schema, &sample.arena, str_from(text)));
    sample_release(&sample);
}

/* The report on the sample, whose results come one by one. */
static const char *report_parts(struct sample *sample, const struct reporter *reporter,
                                const struct report_context *context)
{
    struct file_results part = sample->file;
    struct report report;
    const char *text;

    report_begin(&report, reporter, context);
    for (uint32_t i = 0; i < sample->file.count; i++) {
        part.results = &sample->results[i];
        part.count = 1;
        part.continues = i > 0;
        report_file(&report, &part);
    }
    assert_int_equal(report.summary.files, 1);
    assert_int_equal(report.summary.files_with_findings, 1);
    report_end(&report);
    text = arena_str(&sample->arena, buf_str(&report.out)).data;
    report_release(&report);
    return text;
}

/* In whatever parts the results of a file come, the report is the same. */
static void test_parts(void **state)
{
    struct report_context context = sample_context();
    unsigned count = 0;
    struct sample sample;

    (void)state;
    sample_init(&sample, "a.md", "# a b   \n");
    sample_add(&sample, &sample_heading, "#", "one");
    sample_add(&sample, &sample_spaces, "   ", "two");
    sample_add(&sample, &sample_spaces, "b", "three");
    for (size_t i = 0; reporter_at(i); i++) {
        const struct reporter *reporter = reporter_at(i);

        if (!reporter->by_parts)
            continue;
        assert_string_equal(report_parts(&sample, reporter, &context),
                            sample_report(&sample, reporter, &context));
        count++;
    }
    assert_true(count > 0);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),      cmocka_unit_test(test_report),
        cmocka_unit_test(test_fix_titles), cmocka_unit_test(test_is_json),
        cmocka_unit_test(test_schema),     cmocka_unit_test(test_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
