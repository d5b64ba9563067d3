/* markdown_test.c - what is known of names in Markdown: found, completed, renamed */

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
#include "lint/value/value.h"
#include "rules/rules.h"

/* A question at a cursor, which is `‸` in the text, and the answer in short. */
struct asked {
    const char *text;
    const char *more; /* parameters, JSON, each after a comma */
    const char *answer;
};

struct reply {
    struct arena *arena;
    struct source source;
    struct buf shown;
};

static void show(struct reply *reply, const struct value *value);

/* The line, counted from 1, and what stands in the range. */
static void show_range(struct reply *reply, const struct value *value)
{
    struct span span = {0, 0};

    assert_true(range_find(&reply->source, value, ENCODING_UTF8, &span));
    buf_printf(&reply->shown,
               "%u:", (unsigned)source_line(&reply->source, span.start) + 1);
    buf_add_str(&reply->shown, source_text(&reply->source, span));
}

static void show_member(struct reply *reply, const struct value *map, const char *key,
                        const char *before)
{
    const struct value *value = value_get(map, key);

    if (!value)
        return;
    buf_puts(&reply->shown, before);
    buf_add_str(&reply->shown, value->text);
}

static void show_map(struct reply *reply, const struct value *map)
{
    if (value_get(map, "label")) {
        show_member(reply, map, "label", "");
    } else if (value_get(map, "range")) {
        show_range(reply, value_get(map, "range"));
        show_member(reply, map, "newText", " > ");
        show_member(reply, map, "placeholder", " = ");
        show_member(reply, map, "target", " > ");
        show_member(reply, map, "kind", " ");
        show_member(reply, value_get(map, "contents"), "value", ": ");
    } else {
        for (uint32_t i = 0; i < map->count; i++)
            if (map->entries[i].value->count)
                show(reply, map->entries[i].value);
        return;
    }
    buf_puts(&reply->shown, "; ");
}

static void show(struct reply *reply, const struct value *value)
{
    if (value->kind == VALUE_MAP)
        show_map(reply, value);
    else if (value->kind == VALUE_LIST)
        for (uint32_t i = 0; i < value->count; i++)
            show(reply, value->entries[i].value);
    else if (value->kind == VALUE_NULL)
        buf_puts(&reply->shown, "nothing");
}

static struct str without_cursor(struct arena *arena, const char *text, uint32_t *cursor)
{
    const char *mark = strstr(text, "‸");

    if (!mark) {
        *cursor = 0;
        return str_from(text);
    }
    *cursor = (uint32_t)(mark - text);
    return arena_format(arena, "%.*s%s", (int)*cursor, text, mark + strlen("‸"));
}

static const struct value *read_answer(struct arena *arena, struct str json)
{
    struct value_input input = {.data = json.data,
                                .span = span_make(0, (uint32_t)json.len),
                                .max_nodes = VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_non_null(tree.root);
    return tree.root;
}

/* The server's answer, as a worker gives it. */
static enum answer_kind ask(const char *method, const struct asked *asked,
                            struct reply *reply, struct buf *out)
{
    struct lsp_options options = {.rules = &rules_all,
                                  .version = "0",
                                  .homepage = "https://stet.example",
                                  .seconds = 60,
                                  .memory = 256 << 20};
    struct client client = {.encoding = ENCODING_UTF8};
    struct errand errand = {.uri = STR("untitled:a"), .language = STR("markdown")};
    struct lsp_position at;
    struct engine engine;
    enum answer_kind kind;
    uint32_t cursor;

    errand.text = without_cursor(reply->arena, asked->text, &cursor);
    source_init(&reply->source, reply->arena, "a.md", errand.text.data, errand.text.len);
    at = position_at(&reply->source, cursor, ENCODING_UTF8);
    errand.params = arena_format(
        reply->arena, "{\"position\":{\"line\":%u,\"character\":%u}%s}",
        (unsigned)at.line, (unsigned)at.character, asked->more ? asked->more : "");
    assert_true(feature_find(str_from(method), &errand.feature));
    engine_init(&engine, &options, &client);
    kind = engine_work(&engine, &errand, out, -1);
    engine_release(&engine);
    return kind;
}

static void check(const char *method, const struct asked *asked)
{
    struct arena arena;
    struct reply reply = {.arena = &arena};
    struct buf out = BUF_INIT;
    enum answer_kind kind;

    arena_init(&arena);
    kind = ask(method, asked, &reply, &out);
    if (kind == ANSWER_REFUSED) {
        buf_puts(&reply.shown, "refused: ");
        buf_add_str(&reply.shown, buf_str(&out));
    } else {
        assert_int_equal(kind, ANSWER_GIVEN);
        show(&reply, read_answer(&arena, buf_str(&out)));
    }
    buf_putc(&reply.shown, '\0');
    if (strcmp(reply.shown.data, asked->answer) != 0)
        print_error("%s in\n%s\n", method, asked->text);
    assert_string_equal(reply.shown.data, asked->answer);
    buf_release(&reply.shown);
    buf_release(&out);
    arena_release(&arena);
}

static void check_all(const char *method, const struct asked *asked)
{
    for (; asked->text; asked++)
        check(method, asked);
}

static void definitions_are_found(void **state)
{
    static const struct asked asked[] = {
        {"# A b\n\n[x](#a‸-b)\n", NULL, "1:A b; "},
        {"# A b\n\n[x‸](#a-b)\n", NULL, "1:A b; "},
        {"[a]‸\n\n[A]: x.md\n", NULL, "3:A; "},
        {"[a][b‸]\n\n[b]: x.md\n[B]: y.md\n", NULL, "3:b; "},
        {"a[^n‸]\n\n[^n]: note\n", NULL, "3:n; "},
        {"<a id=\"x\"></a>\n\n[y](#x‸)\n", NULL, "1:<a id=\"x\">; "},
        {"te‸xt\n", NULL, "nothing"},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/definition", asked);
}

static void references_are_found(void **state)
{
    static const struct asked asked[] = {
        {"# A‸\n\n[x](#a) [y](#A) [z](#b)\n\n[l]: #a\n",
         ",\"context\":{\"includeDeclaration\":true}", "1:A; 3:a; 3:A; 5:a; "},
        {"# A‸\n\n[x](#a)\n", ",\"context\":{\"includeDeclaration\":false}", "3:a; "},
        {"# A\n\n# A‸\n\n[x](#a) [y](#a-1)\n", NULL, "5:a-1; "},
        {"[a] [b][a] [a][] ![c][A]\n\n[a‸]: x\n", NULL, "1:a; 1:a; 1:a; 1:A; "},
        {"a[^n] b[^n]\n\n[^n‸]: note\n", NULL, "1:n; 1:n; "},
        {"`[a]`\n\n[a‸]: x\n", NULL, ""},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/references", asked);
}

static void names_are_highlighted(void **state)
{
    static const struct asked asked[] = {
        {"[a‸] [b][a]\n\n[a]: x\n", NULL, "1:a 2; 1:a 2; 3:a 3; "},
        {"# A\n\n[x](#a‸)\n", NULL, "1:A 3; 3:a 2; "},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/documentHighlight", asked);
}

static void what_can_be_renamed_is_told_exactly(void **state)
{
    static const struct asked asked[] = {
        {"## A ‸*b* ##\n", NULL, "1:A *b* = A *b*; "},
        {"A‸ b\n===\n", NULL, "1:A b = A b; "},
        {"# A‸ b {#c}\n", NULL, "1:A b = A b; "},
        {"# A b\n\n[x](#a‸-b)\n", NULL, "3:a-b = A b; "},
        {"[a][b‸]\n\n[B]: x\n", NULL, "1:b = B; "},
        {"a[^n‸]\n\n[^n]: note\n", NULL, "1:n = n; "},
        {"te‸xt [a](b.md)\n", NULL, "nothing"},
        {"[a‸]\n", NULL, "nothing"},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/prepareRename", asked);
}

#define TO(name) ",\"newName\":\"" name "\""

static void names_are_changed_everywhere(void **state)
{
    static const struct asked asked[] = {
        {"# A‸\n\n[x](#a) [y](#A)\n\n[l]: #a\n", TO("Be C"),
         "1:A > Be C; 3:a > be-c; 3:A > be-c; 5:a > be-c; "},
        {"# A\n\n[x](#a‸)\n", TO("B"), "1:A > B; 3:a > b; "},
        {"# A‸\n\n[x](#a)\n", TO("Ü"), "1:A > Ü; 3:a > ü; "},
        {"# Ü‸\n\n[x](#%C3%BC)\n", TO("Ö"), "1:Ü > Ö; 3:%C3%BC > %C3%B6; "},
        /* The other heading of that text has another anchor then. */
        {"# A‸\n\n# A\n\n[x](#a) [y](#a-1)\n", TO("B"), "1:A > B; 5:a > b; 5:a-1 > a; "},
        {"# A\n\n# A‸\n\n[x](#a-1)\n", TO("A!"), "3:A > A!; "},
        {"# A‸\n\n<a href=\"#a\">x</a>\n", TO("B"), "1:A > B; 3:a > b; "},
        {"# A‸\n\n<p>\n<A class=c HREF=#a>x</A>\n", TO("B"), "1:A > B; 4:a > b; "},
        {"# A\n\ny <a href='#a‸'>x</a> [z](#a)\n", TO("B"),
         "1:A > B; 3:a > b; 3:a > b; "},
        {"> # A‸\n>\n> <a\n> href=\"#a\">x</a>\n", TO("B"), "1:A > B; "},
        {"# A‸ {#c}\n\n[x](#c) [y](#a-c)\n", TO("B"), "1:A > B; 3:a-c > b-c; "},
        {"A‸\n===\n\n[x](#a)\n", TO("B"), "1:A > B; 4:a > b; "},
        {"[a‸] [b][A]\n\n[a]: x\n[a]: y\n", TO("c d"),
         "1:a > c d; 1:A > c d; 3:a > c d; 4:a > c d; "},
        {"[a‸]\n\n[a]: x\n", TO("A"), "1:a > A; 3:a > A; "},
        {"a[^n‸]\n\n[^n]: note\n", TO("m"), "1:n > m; 3:n > m; "},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/rename", asked);
}

static void names_that_cannot_be_are_refused(void **state)
{
    static const struct asked asked[] = {
        {"[a‸] [b]\n\n[a]: x\n[b]: y\n", TO("B"), "refused: `B` is a reference already"},
        {"a[^n‸] b[^m]\n\n[^n]: x\n\n[^m]: y\n", TO("m"),
         "refused: `m` is a footnote already"},
        {"[a‸]\n\n[a]: x\n", TO("b]"),
         "refused: `b]` cannot be the label of this reference: it would not be read as "
         "one everywhere"},
        {"a[^n‸]\n\n[^n]: x\n", TO("m]"),
         "refused: `m]` cannot be the name of this footnote: it would not be read as one "
         "everywhere"},
        {"# A‸\n\n[x](#a)\n", TO("!"),
         "refused: `!` gives the heading no anchor, and links lead to it"},
        {"# A‸\n\n# B\n", TO("B"),
         "refused: `B` would have the anchor `#b`, which another place has"},
        {"# A‸\n\n<i id=\"b\"></i>\n", TO("B!"),
         "refused: `B!` would have the anchor `#b`, which another place has"},
        {"# A‸\n", TO("#"), "refused: `#` cannot be the text of this heading"},
        {"A‸\n===\n", TO("- b"), "refused: `- b` cannot be the text of this heading"},
        {"# A‸\n", TO("  "), "refused: a name has at least one character, and is a line"},
        {"# A‸\n", TO("a\\nb"),
         "refused: a name has at least one character, and is a line"},
        {"te‸xt\n", TO("a"), "refused: here is no heading, reference or footnote"},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/rename", asked);
}

static void references_are_explained(void **state)
{
    static const struct asked asked[] = {
        {"[a‸]\n\n[a]: <x y.md> \"A *t*\"\n", NULL, "1:[a]: `x y.md`\n\nA *t*; "},
        {"![a][b‸]\n\n[b]: x.png\n", NULL, "1:![a][b]: `x.png`; "},
        {"a[^n‸]\n\n[^n]: the note\n", NULL, "1:[^n]: the note; "},
        {"## A b\n\n[x](#a-b‸)\n", NULL, "3:[x](#a-b): ## A b; "},
        {"<!-- stet-disable-line no-hard-tabs‸ -->\n", NULL,
         "1:no-hard-tabs: **MD010** no-hard-tabs\n\nA tab stands where spaces are "
         "expected.\n\n"
         "[manual page](https://stet.example/blob/main/rules/whitespace/"
         "no-hard-tabs.md); "},
        {"---\na: 1 # stet-disable-line no-such‸\n---\n", NULL, "nothing"},
        {"[a‸](b.md)\n", NULL, "nothing"},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/hover", asked);
}

static void what_is_typed_is_completed(void **state)
{
    static const struct asked asked[] = {
        {"```pyt‸\n", NULL, "python; "},
        {"```mine\n```\n\n~~~ m‸\n", NULL,
         "mine; make; markdown; md; mermaid; html; toml; xml; yaml; "},
        {"# Ä b\n\n# Ä b\n\n[x](#ä‸)\n", NULL, "#ä-b; #ä-b-1; "},
        {"# A\n\n[x]: #‸\n", NULL, "#a; #top; "},
        {"[a][‸\n\n[foo]: x\n[Bar]: y\n", NULL, "foo; Bar; "},
        {"[a][b‸]\n\n[foo]: x\n[Bar]: y\n", NULL, "Bar; "},
        {"[f‸\n\n[foo]: x\n", NULL, "foo; "},
        {"a[^‸ b[^n]\n\n[^n]: x\n\n[foo]: x\n", NULL, "n; "},
        {"<!-- stet-disable-line no-bare‸ -->\n", NULL, "no-bare-urls; "},
        {"<!-- markdownlint-disable MD010, MD034‸\n", NULL, "MD034; "},
        {"---\na: 1 # stet-disable-line front-matter-sch‸\n---\n", NULL,
         "front-matter-schema; "},
        /* Where nothing is to be had. */
        {"<!-- no-bare‸ -->\n", NULL, ""},
        {"[a](#‸ b)\n\n`[x](#‸`\n", NULL, "#top; "},
        {"# A\n\n`[x](#‸`\n", NULL, ""},
        {"# A\n\n```\n[x](#‸\n```\n", NULL, ""},
        {"# A\n\n[x](b.md#‸)\n", NULL, ""},
        {"# A\n\n[x](https://a.b/‸)\n", NULL, ""},
        {"```\ntext\n```p‸\n", NULL, ""},
        {NULL, NULL, NULL},
    };

    (void)state;
    check_all("textDocument/completion", asked);
}

static void make_file(const char *path)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

/* The project is the current folder: it has a `.git`. */
static void make_project(void)
{
    FILE *file;

    assert_int_equal(mkdir("root", 0755), 0);
    make_file("secret.md");
    assert_int_equal(chdir("root"), 0);
    assert_int_equal(mkdir(".git", 0755), 0);
    assert_int_equal(mkdir("img", 0755), 0);
    make_file("img/a b.png");
    make_file("guide.md");
    make_file("built.md");
    make_file(".hidden.md");
    assert_int_equal(symlink("..", "out"), 0);
    assert_int_equal(symlink("../secret.md", "leak.md"), 0);
    assert_int_equal(symlink("img", "pictures"), 0);
    file = fopen(".gitignore", "w");
    assert_non_null(file);
    fputs("built.md\n", file);
    assert_int_equal(fclose(file), 0);
}

static void paths_stay_in_the_project(void **state)
{
    static const struct asked asked[] = {
        {"[a](‸)\n", NULL,
         "guide.md; img/; pictures/; .git/; .gitignore; .hidden.md; built.md; "},
        {"[a](/gu‸)\n", NULL, "guide.md; "},
        {"![a](img/‸)\n", NULL, "a%20b.png; "},
        {"![a](<img/a‸>)\n", NULL, "a b.png; "},
        {"![a](pictures/‸)\n", NULL, "a%20b.png; "},
        {"![a](img/../img/‸)\n", NULL, "a%20b.png; "},
        {"[a]: gui‸\n", NULL, "guide.md; "},
        {"[a](out/‸)\n", NULL, ""},
        {"[a](../‸)\n", NULL, ""},
        {"[a](img/../../‸)\n", NULL, ""},
        {NULL, NULL, NULL},
    };

    (void)state;
    make_project();
    check_all("textDocument/completion", asked);
}

static void links_can_be_opened(void **state)
{
    const struct asked web = {
        "<https://a.b> www.a.b c@a.b [a](ftp://x \"t\") ![i](../secret.md) "
        "[n](none.md)\n",
        NULL,
        "1:https://a.b > https://a.b; 1:www.a.b > http://www.a.b; 1:c@a.b > "
        "mailto:c@a.b; 1:ftp://x > ftp://x; "};
    const struct asked here = {"# A\n\n[x](#a) [y][z] [b](#none)\n\n[z]: #a\n", NULL,
                               "3:#a > untitled:a#L1; 3:z > untitled:a#L1; 5:#a > "
                               "untitled:a#L1; "};
    struct own_place *place = *state;
    struct asked file = {"[x](guide.md#b) ![y](<img/a b.png>) [z](/img/)\n", NULL, NULL};

    make_project();
    check("textDocument/documentLink", &web);
    check("textDocument/documentLink", &here);
    file.answer =
        arena_format(&place->arena,
                     "1:guide.md#b > file://%s/root/guide.md#b; 1:img/a b.png > "
                     "file://%s/root/img/a%%20b.png; 1:/img/ > "
                     "file://%s/root/img; ",
                     place->folder.path, place->folder.path, place->folder.path)
            .data;
    check("textDocument/documentLink", &file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(definitions_are_found),
        cmocka_unit_test(references_are_found),
        cmocka_unit_test(names_are_highlighted),
        cmocka_unit_test(what_can_be_renamed_is_told_exactly),
        cmocka_unit_test(names_are_changed_everywhere),
        cmocka_unit_test(names_that_cannot_be_are_refused),
        cmocka_unit_test(references_are_explained),
        cmocka_unit_test(what_is_typed_is_completed),
        cmocka_unit_test_setup_teardown(paths_stay_in_the_project, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_can_be_opened, own_place_enter,
                                        own_place_leave),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
