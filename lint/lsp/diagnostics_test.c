/* diagnostics_test.c - which documents have diagnostics, and what is said with them */

#include "lint/lsp/feature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lint/tool/own_folder.h"
#include "rules/rules.h"

/* A document, and parts of the answer of a worker that looks at it. */
struct looked_at {
    const char *uri;
    const char *language;
    const char *text;
    const char *has; /* NULL: nothing is wrong */
};

static const struct lsp_options options = {.rules = &rules_all,
                                           .version = "0",
                                           .homepage = "https://stet.example",
                                           .seconds = 60,
                                           .memory = 256 << 20};

static void look_at(struct engine *engine, const struct looked_at *one, struct buf *out)
{
    struct errand errand = {.feature = FEATURE_CHECK,
                            .uri = str_from(one->uri),
                            .language = str_from(one->language),
                            .text = str_from(one->text)};

    out->len = 0;
    assert_int_equal(engine_work(engine, &errand, out, -1), ANSWER_GIVEN);
    buf_putc(out, '\0');
}

static void check_all(const struct looked_at *cases, size_t count)
{
    struct client client = {.encoding = ENCODING_UTF8};
    struct engine engine;
    struct buf out = BUF_INIT;

    engine_init(&engine, &options, &client);
    for (size_t i = 0; i < count; i++) {
        look_at(&engine, &cases[i], &out);
        if (!cases[i].has)
            assert_string_equal(out.data, "[]");
        else if (!strstr(out.data, cases[i].has))
            assert_string_equal(out.data, cases[i].has);
    }
    engine_release(&engine);
    buf_release(&out);
}

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static void what_is_no_file_is_what_its_language_says(void **state)
{
    static const char tab[] = "# A\n\n\ta\n\nb\tc\n";
    static const struct looked_at cases[] = {
        {"untitled:Untitled-1", "markdown", tab, "MD010"},
        {"untitled:Untitled-1", "", tab, "MD010"},
        {"untitled:Untitled-1", "python", tab, NULL},
        {"untitled:notes.md", "plaintext", tab, "MD010"},
        {"git:/a/b.md?%7B%22x/y.py", "markdown", tab, "MD010"},
        {"git:/a/b.py", "", tab, NULL},
        {"vscode-notebook-cell:/a/b.ipynb#c", "python", tab, NULL},
        {"vscode-notebook-cell:/a/b.ipynb#c", "markdown", tab, "MD010"},
        {"untitled:a.schema.json", "json", "{\"type\": \"objekt\"}", "SC002"},
        {"git:/a/b.schema.yaml?x", "yaml", "type: objekt\n", "SC002"},
    };

    (void)state;
    check_all(cases, LENGTH(cases));
}

static void configs_are_as_the_editor_has_them(void **state)
{
    static const struct looked_at cases[] = {
        {"file:///nowhere/stet.yaml", "yaml", "preset: nope\n", "found `nope`"},
        {"file:///nowhere/stet.yaml", "yaml", "preset: all\n", NULL},
        {"file:///nowhere/stet.yaml", "yaml", "preset: [\n", "\"line\":"},
        {"file:///nowhere/stet.yaml", "yaml", "rules: {MDxxx: false}\n", "MDxxx"},
        {"file:///nowhere/stet.yaml", "yaml", "extends: stet.yaml\n", "comes back"},
        {"file:///nowhere/stet.json", "json", "{\"preset\": 5}", "`preset`"},
        {"file:///nowhere/.markdownlint.json", "json",
         "{\"MD013\": {\"line_length\": []}}", "line_length"},
    };

    (void)state;
    check_all(cases, LENGTH(cases));
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void tags_say_what_is_unnecessary_or_deprecated(void **state)
{
    static const char *const schema =
        "properties:\n  old: {deprecated: true}\n  older: {x-deprecated: {use: new}}\n";
    static const struct looked_at cases[] = {
        {"untitled:a", "markdown", "# A\n\n<!-- stet-disable-line MD010 -->\n",
         "\"tags\":[1]"},
        {"untitled:a", "markdown", "# A\n\n[a]: b\n", "\"tags\":[1]"},
        {"untitled:a", "markdown", "---\nold: 1\n---\n\n# A\n", "\"tags\":[2]"},
        {"untitled:a", "markdown", "---\nolder: 1\n---\n\n# A\n", "\"tags\":[2]"},
    };

    struct own_folder folder;

    (void)state;
    assert_true(own_folder_enter(&folder));
    put("stet.yaml", "frontMatter: {schema: a.schema.yaml}\n");
    put("a.schema.yaml", schema);
    check_all(cases, LENGTH(cases));
    assert_true(own_folder_leave(&folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_file_is_what_its_language_says),
        cmocka_unit_test(configs_are_as_the_editor_has_them),
        cmocka_unit_test(tags_say_what_is_unnecessary_or_deprecated),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
