/* markdown_test.c - what is known in Markdown: explained, completed, opened */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/tool/lsp/asked.h"
#include "lint/tool/own_folder.h"

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
    asked_check_all("textDocument/hover", asked);
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
    asked_check_all("textDocument/completion", asked);
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
    asked_check_all("textDocument/completion", asked);
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
    asked_check("textDocument/documentLink", &web);
    asked_check("textDocument/documentLink", &here);
    file.answer =
        arena_format(&place->arena,
                     "1:guide.md#b > file://%s/root/guide.md#b; 1:img/a b.png > "
                     "file://%s/root/img/a%%20b.png; 1:/img/ > "
                     "file://%s/root/img; ",
                     place->folder.path, place->folder.path, place->folder.path)
            .data;
    asked_check("textDocument/documentLink", &file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_are_explained),
        cmocka_unit_test(what_is_typed_is_completed),
        cmocka_unit_test_setup_teardown(paths_stay_in_the_project, own_place_enter,
                                        own_place_leave),
        cmocka_unit_test_setup_teardown(links_can_be_opened, own_place_enter,
                                        own_place_leave),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
