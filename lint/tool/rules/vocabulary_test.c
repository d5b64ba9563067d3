/* vocabulary_test.c - runs the pages of stet's own schema keywords; all lists of them
 * agree */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/schema/vocabulary/vocabulary.h"
#include "lint/tool/rules/examples.h"
#include "rules/rules.h"

/* 2024-06-01T00:00:00Z: "today" in all examples. */
static const char epoch[] = "1717200000";

static const char meta_schema[] = "schemas/vocabulary.schema.json";

static const struct rule *schema_rule(void)
{
    uint32_t index;

    assert_true(rule_table_find(&rules_all, STR("front-matter-schema"), &index));
    return rules_all.rules[index];
}

static const struct embedded_file *find_file(struct str name)
{
    const struct embedded_file *file = embedded_files;

    while (file->name && !str_is(name, file->name))
        file++;
    return file->name ? file : NULL;
}

static const struct embedded_file *page_of(const struct extension *extension,
                                           struct arena *arena)
{
    return find_file(arena_format(arena, "docs/vocabulary/%s.md", extension->name));
}

/* JSON Schema's own keyword is described on the page of stet's. */
static bool has_page(const struct extension *extension)
{
    return extension != &x_deprecated_standard;
}

static const char *severity_word(const struct extension *extension)
{
    if (!extension->check)
        return "none";
    return extension->severity == SEVERITY_OFF ? "error"
                                               : severity_name(extension->severity);
}

static void check_sections(struct examples *page)
{
    static const char *const wanted[] = {"Why", "Values", "Examples",
                                         "When not to use it"};
    uint32_t count = 0;

    for (uint32_t i = 0; i < page->document.node_count; i++) {
        const struct node *node = &page->document.nodes[i];
        struct str text = source_text(&page->source, node->content);

        if (node->kind != NODE_HEADING || node->level != 2)
            continue;
        if (count == 4 || !str_is(text, wanted[count]))
            examples_complain(page, node, "a section that is not expected here", text,
                              STR(""));
        count += count < 4;
    }
    if (count < 4)
        examples_complain(page, page->document.nodes, "a section that is missing",
                          STR(""), str_from(wanted[count]));
}

static void page_runs(void **state)
{
    const struct extension *extension = *state;
    const struct embedded_file *file;
    struct examples page;
    struct arena arena;

    arena_init(&arena);
    file = page_of(extension, &arena);
    arena_release(&arena);
    if (!file)
        fail_msg("%s has no page", extension->name);
    examples_open(&page, file, schema_rule(), true);
    examples_check_field(&page, "keyword", extension->name);
    examples_check_field(&page, "severity", severity_word(extension));
    check_sections(&page);
    examples_run(&page);
    if (!page.good || !page.bad)
        examples_complain(&page, page.document.nodes, "no good or no bad example",
                          STR(""), STR(""));
    assert_int_equal(examples_close(&page), 0);
}

static void table_is_sorted(void **state)
{
    (void)state;
    for (size_t i = 1; extensions[i]; i++)
        assert_true(str_compare(str_from(extensions[i - 1]->name),
                                str_from(extensions[i]->name)) < 0);
}

static void index_has_all(void **state)
{
    struct str index = embedded_file("docs/vocabulary/README.md");
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; extensions[i]; i++) {
        const char *name = extensions[i]->name;
        struct str link = arena_format(&arena, "[%s](%s.md)", name, name);

        if (has_page(extensions[i]) && !text_holds(index, link))
            fail_msg("%s is not in docs/vocabulary/README.md", name);
    }
    arena_release(&arena);
}

static struct value_tree read_meta_schema(struct arena *arena)
{
    struct str text = embedded_file(meta_schema);
    struct value_tree tree;

    json_read(arena,
              (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    assert_int_equal(tree.problem_count, 0);
    return tree;
}

/* Each keyword has a property with the same help, and there are no others. */
static void meta_schema_has_all(void **state)
{
    struct arena arena;
    const struct value *properties;
    uint32_t count = 0;

    (void)state;
    arena_init(&arena);
    properties = value_get(read_meta_schema(&arena).root, "properties");
    for (size_t i = 0; extensions[i]; i++) {
        const struct value *row = value_get(properties, extensions[i]->name);
        const struct value *help = value_get(row, "description");

        if (!has_page(extensions[i]))
            continue;
        count++;
        if (!help || !str_is(help->text, extensions[i]->help))
            fail_msg("%s: `%s` is not described as \"%s\"", meta_schema,
                     extensions[i]->name, extensions[i]->help);
    }
    assert_int_equal(properties->count, count);
    arena_release(&arena);
}

static const struct schema *compile_meta_schema(struct arena *arena,
                                                struct value_tree *tree)
{
    static const struct schema_options options = {.dialect = DIALECT_2020_12};
    struct schema_error error = {.mistake = {.message = STR("")}};
    const struct schema *schema;

    *tree = read_meta_schema(arena);
    schema = schema_compile(arena, tree, STR("vocabulary.schema.json"), &options, &error);
    if (!schema)
        fail_msg("%.*s", (int)error.mistake.message.len, error.mistake.message.data);
    return schema;
}

static bool accepts(const struct schema *schema, struct str yaml, struct arena *arena)
{
    struct value_input input = {yaml.data, span_make(0, (uint32_t)yaml.len),
                                VALUE_MAX_NODES};
    struct value_tree tree;

    yaml_read(arena, input, &tree);
    return schema_valid(schema, &tree, arena);
}

/* The schemas of all pages are valid by the meta-schema. */
static void meta_schema_accepts_pages(void **state)
{
    struct arena arena;
    struct value_tree tree;
    const struct schema *schema;
    uint32_t count = 0;

    (void)state;
    arena_init(&arena);
    schema = compile_meta_schema(&arena, &tree);
    for (size_t i = 0; extensions[i]; i++) {
        struct examples page;

        if (!has_page(extensions[i]))
            continue;
        examples_open(&page, page_of(extensions[i], &arena), schema_rule(), false);
        for (uint32_t n = 0; n < page.document.node_count; n++) {
            const struct node *node = &page.document.nodes[n];

            if (node->kind != NODE_CODE_BLOCK ||
                !str_is(source_text(&page.source, node->code_block->info), "yaml schema"))
                continue;
            count++;
            if (!accepts(schema, node->code_block->literal, &arena))
                fail_msg("%s refuses the schema of %s", meta_schema, extensions[i]->name);
        }
        examples_close(&page);
    }
    assert_true(count >= 14);
    arena_release(&arena);
}

/* Wrong values, which stet refuses as well: testdata/cli/vocabulary-mistakes. */
static void meta_schema_refuses(void **state)
{
    static const char *const wrong[] = {
        "x-recommended: 5",
        "x-deprecated: soon",
        "x-deprecated: {used: a}",
        "x-ends-with: []",
        "x-enum-from: {at: /tags}",
        "x-equals: {name: null}",
        "x-file-exists: {suffix: 3}",
        "x-first-heading: same",
        "x-forbidden: ''",
        "x-max-age: 180",
        "x-max-age: 1h",
        "x-not-after: tomorrow",
        "x-not-before: {strict: true}",
        "x-plain-text: {allow: [bold]}",
        "x-severity: fatal",
        "x-message: 5",
        "properties: {a: {x-severity: 1}}",
    };
    struct arena arena;
    struct value_tree tree;
    const struct schema *schema;

    (void)state;
    arena_init(&arena);
    schema = compile_meta_schema(&arena, &tree);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        if (accepts(schema, str_from(wrong[i]), &arena))
            fail_msg("%s accepts `%s`", meta_schema, wrong[i]);
    arena_release(&arena);
}

static const struct CMUnitTest lists[] = {
    cmocka_unit_test(table_is_sorted),     cmocka_unit_test(index_has_all),
    cmocka_unit_test(meta_schema_has_all), cmocka_unit_test(meta_schema_accepts_pages),
    cmocka_unit_test(meta_schema_refuses),
};

enum { LIST_COUNT = sizeof(lists) / sizeof(lists[0]), MAX_PAGES = 100 };

int main(void)
{
    struct CMUnitTest *tests = memory_zeroed(LIST_COUNT + MAX_PAGES, sizeof(*tests));
    const char *only = getenv("T");
    size_t count = 0;
    int failed;

    setenv("SOURCE_DATE_EPOCH", epoch, 1);
    for (; !only && count < LIST_COUNT; count++)
        tests[count] = lists[count];
    for (size_t i = 0; extensions[i]; i++)
        if (has_page(extensions[i]) && (!only || strcmp(only, extensions[i]->name) == 0))
            tests[count++] = (struct CMUnitTest){extensions[i]->name, page_runs, NULL,
                                                 NULL, (void *)(uintptr_t)extensions[i]};
    failed = _cmocka_run_group_tests("vocabulary", tests, count, NULL, NULL);
    free(tests);
    return failed;
}
