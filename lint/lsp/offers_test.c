/* offers_test.c - completions in front matter, and actions: what is offered, what not */

#include "lint/lsp/feature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/tool/own_folder.h"
#include "rules/rules.h"

/* An article with a cursor, `‸`, and what its answer has and lacks. */
struct offered {
    const char *text;
    const char *has;   /* NULL: nothing is asked of it */
    const char *lacks; /* likewise */
};

static const char capabilities[] =
    "{\"capabilities\":{\"general\":{\"positionEncodings\":[\"utf-8\"]},\"textDocument\":"
    "{"
    "\"completion\":{\"completionItem\":{\"insertTextModeSupport\":{}}},"
    "\"codeAction\":{\"resolveSupport\":{\"properties\":[\"edit\"]}}}}}";

static const struct lsp_options options = {.rules = &rules_all,
                                           .version = "0",
                                           .homepage = "https://stet.example",
                                           .seconds = 60,
                                           .memory = 256 << 20};

static struct str params_at(struct arena *arena, struct str text, uint32_t cursor)
{
    struct lsp_position at;
    struct source source;

    source_init(&source, arena, "a.md", text.data, text.len);
    at = position_at(&source, cursor, ENCODING_UTF8);
    return arena_format(arena,
                        "{\"position\":{\"line\":%u,\"character\":%u},\"range\":{"
                        "\"start\":{\"line\":0,\"character\":0},"
                        "\"end\":{\"line\":99,\"character\":0}}}",
                        (unsigned)at.line, (unsigned)at.character);
}

static void ask(struct engine *engine, const char *method, const char *text,
                struct buf *out)
{
    struct errand errand = {.uri = STR("untitled:a"), .language = STR("markdown")};
    const char *mark = strstr(text, "‸");
    size_t before = mark ? (size_t)(mark - text) : strlen(text);
    struct arena arena;

    arena_init(&arena);
    errand.text =
        arena_format(&arena, "%.*s%s", (int)before, text, mark ? mark + strlen("‸") : "");
    errand.params = params_at(&arena, errand.text, (uint32_t)before);
    assert_true(feature_find(str_from(method), &errand.feature));
    out->len = 0;
    assert_int_equal(engine_work(engine, &errand, out, -1), ANSWER_GIVEN);
    buf_putc(out, '\0');
    arena_release(&arena);
}

static void check_all(const char *method, const struct offered *cases, size_t count)
{
    struct client client;
    struct engine engine;
    struct buf out = BUF_INIT;

    client_init(&client, str_from(capabilities));
    engine_init(&engine, &options, &client);
    for (size_t i = 0; i < count; i++) {
        ask(&engine, method, cases[i].text, &out);
        if (cases[i].has && !strstr(out.data, cases[i].has))
            assert_string_equal(out.data, cases[i].has);
        if (cases[i].lacks && strstr(out.data, cases[i].lacks))
            fail_msg("%s has %s: %s", cases[i].text, cases[i].lacks, out.data);
    }
    engine_release(&engine);
    client_release(&client);
    buf_release(&out);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void put_schema(void)
{
    put("stet.yaml", "frontMatter: {schema: a.schema.yaml}\n");
    put("a.schema.yaml", "properties:\n"
                         "  kind: {enum: [post, page]}\n"
                         "  tags: {type: array, items: {enum: [red, blue]}}\n"
                         "  size: {minLength: 1, maxLength: 3, pattern: ^x}\n"
                         "  slug: {x-equals: \"{slug:kind}-{slug:/seo/t}\"}\n"
                         "  cover: {type: string, x-file-exists: true}\n"
                         "  seo: {type: object, properties: {index: {type: boolean}}}\n");
}

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* Also those that `properties` does not mention. */
static void keys_come_in_the_order_of_the_schema(void **state)
{
    static const char *const keys[] = {"\"label\":\"zeta\"", "\"label\":\"alpha\"",
                                       "\"label\":\"mid\"", "\"label\":\"beta\"",
                                       "\"label\":\"other\""};
    struct client client;
    struct engine engine;
    struct buf out = BUF_INIT;
    const char *at;

    (void)state;
    put("stet.yaml", "frontMatter: {schema: a.schema.yaml}\n");
    put("a.schema.yaml",
        "properties: {other: true}\nrequired: [zeta, alpha, mid, beta]\n");
    client_init(&client, str_from(capabilities));
    engine_init(&engine, &options, &client);
    ask(&engine, "textDocument/completion", "---\n‸\n---\n", &out);
    at = out.data;
    for (size_t i = 0; i < LENGTH(keys); i++) {
        at = strstr(at, keys[i]);
        if (!at)
            fail_msg("%s comes too early, or not at all: %s", keys[i], out.data);
    }
    engine_release(&engine);
    client_release(&client);
    buf_release(&out);
}

static void lines_may_end_in_any_way(void **state)
{
    static const struct offered cases[] = {
        {"---\r\nkind: page\r\ntag‸\r\n---\r\n", "\"newText\":\"tags:\\r\\n  - \"", NULL},
        {"---\ntag‸\n---\n", "\"insertTextMode\":1", NULL},
        {"---\nkin‸\n---\n", "kind: ", "insertTextMode"},
        {"---\rtags:\r  - r‸\r---\r", "\"label\":\"red\"", NULL},
        {"---\rseo:\r  ‸\r---\r", "\"label\":\"index\"", "\"label\":\"kind\""},
    };

    (void)state;
    put_schema();
    check_all("textDocument/completion", cases, LENGTH(cases));
}

static void values_are_made_of_other_fields(void **state)
{
    static const struct offered cases[] = {
        {"---\nslug: ‸\nkind: A b\nseo: {t: Ü!}\n---\n", "\"newText\":\"a-b-ü\"", NULL},
        {"+++\nkind = \"A b\"\nslug = \"a‸\"\n[seo]\nt = \"c\"\n+++\n",
         "\"newText\":\"\\\"a-b-c\\\"\"", NULL},
        {"{\n\"kind\": \"x\",\n\"slug\": ‸\n}\n", "\"items\":[]", NULL},
    };

    (void)state;
    put_schema();
    check_all("textDocument/completion", cases, LENGTH(cases));
}

static void links_out_of_the_project_are_not_offered(void **state)
{
    static const struct offered cases[] = {
        {"---\ncover: ‸\n---\n", "\"label\":\"inner\"", "\"label\":\"outer\""},
        {"---\ncover: ‸\n---\n", "\"label\":\"a.schema.yaml\"", "\"label\":\"etc\""},
        {"---\ncover: etc/‸\n---\n", "\"items\":[]", NULL},
    };

    (void)state;
    assert_int_equal(mkdir(".git", 0700), 0);
    put_schema();
    assert_int_equal(symlink("a.schema.yaml", "inner"), 0);
    assert_int_equal(symlink("/etc/passwd", "outer"), 0);
    assert_int_equal(symlink("/etc", "etc"), 0);
    check_all("textDocument/completion", cases, LENGTH(cases));
}

static void only_what_can_be_done_is_offered(void **state)
{
    static const struct offered cases[] = {
        {"---\nkind: x\n---\n", "Let it stand", NULL},
        {"+++\nkind = \"x\"\n+++\n", "Let it stand", NULL},
        {"{\n\"kind\": \"pag\"\n}\n", "Suggestion: ", "Let it stand"},
        {"{\n\"kind\": \"page\"\n}\n\n# A\tb\n", "Let it stand", NULL},
        {"# A\n\ntext \n\ntext \n", "source.fixAll.stet", NULL},
        {"---\nkind: [\n---\n\ntext \n\ntext \n", "Fix: ", "source.fixAll.stet"},
        {"---\nkind: [\n---\n\ntext \n\ntext \n", "Fix: ", "Fix all of this rule"},
    };

    (void)state;
    put_schema();
    check_all("textDocument/codeAction", cases, LENGTH(cases));
}

static void hovers_say_what_is_allowed(void **state)
{
    static const struct offered cases[] = {
        {"---\nsi‸ze: x\n---\n",
         "Expected: at least 1 character, at most 3 characters, matching `^x`",
         "Allowed"},
        {"---\ntags: [\nki‸nd: page\n---\n", "Allowed: `post`, `page`", "**tags**"},
        {"---\nseo: {index: ‸true, ]\n---\n", "**index**", NULL},
        {"+++\ntags = [\n+++\nkind‸\n", "null", NULL},
        {"---\n$schema: a.schema.yaml\nki‸nd: page\n---\n", "*a.schema.yaml*", NULL},
    };

    (void)state;
    put_schema();
    check_all("textDocument/hover", cases, LENGTH(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_may_end_in_any_way, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(keys_come_in_the_order_of_the_schema,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(hovers_say_what_is_allowed, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(values_are_made_of_other_fields, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_out_of_the_project_are_not_offered,
                                        own_place_enter, own_place_leave),
        cmocka_unit_test_setup_teardown(only_what_can_be_done_is_offered, own_place_enter,
                                        own_place_leave),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
