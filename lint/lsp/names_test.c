/* names_test.c - headings, references and footnotes: found by name, and renamed */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/lsp/asked.h"

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
    asked_check_all("textDocument/definition", asked);
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
    asked_check_all("textDocument/references", asked);
}

static void names_are_highlighted(void **state)
{
    static const struct asked asked[] = {
        {"[a‸] [b][a]\n\n[a]: x\n", NULL, "1:a 2; 1:a 2; 3:a 3; "},
        {"# A\n\n[x](#a‸)\n", NULL, "1:A 3; 3:a 2; "},
        {NULL, NULL, NULL},
    };

    (void)state;
    asked_check_all("textDocument/documentHighlight", asked);
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
    asked_check_all("textDocument/prepareRename", asked);
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
    asked_check_all("textDocument/rename", asked);
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
    asked_check_all("textDocument/rename", asked);
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
