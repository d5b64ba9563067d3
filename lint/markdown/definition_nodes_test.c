/* definition_nodes_test.c - definitions and footnotes as nodes, at their places */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/markdown/shown_nodes.h"

static const struct shown_nodes definitions[] = {
    {"[a]: /b\n", "define@0-7 `[a]: /b`\n"},
    {"[a]: </b c> \"t\n u\"\nd\n", "define@0-18 `[a]: </b c> \"t\\n u\"`\n"
                                   "paragraph@19-20 `d`\n"
                                   "text@19-20 `d`\n"},
    {"x\n\n> [a]:\n> b\n\n- [c]: d\n  e\n", "paragraph@0-1 `x`\n"
                                            "text@0-1 `x`\n"
                                            "quote@3-13 `> [a]:\\n> b`\n"
                                            "define@5-13 `[a]:\\n> b`\n"
                                            "list@15-27 `- [c]: d\\n  e`\n"
                                            "item@15-27 `- [c]: d\\n  e`\n"
                                            "define@17-23 `[c]: d`\n"
                                            "paragraph@26-27 `e`\n"
                                            "text@26-27 `e`\n"},
    {"[a]: b\n===\n", "define@0-6 `[a]: b`\n"
                      "paragraph@7-10 `===`\n"
                      "text@7-10 `===`\n"},
    {"[a]: b\nc\n---\n", "define@0-6 `[a]: b`\n"
                         "heading@7-12 `c\\n---`\n"
                         "text@7-8 `c`\n"},
    {"[a]: b\n-\n-\n", "define@0-6 `[a]: b`\n"
                       "heading@7-10 `-\\n-`\n"
                       "text@7-8 `-`\n"},
    {"[a]: b\n-c\n-\n", "define@0-6 `[a]: b`\n"
                        "heading@7-11 `-c\\n-`\n"
                        "text@7-9 `-c`\n"},
    {"***\n[a]: b\n", "thematic@0-3 `***`\n"
                      "define@4-10 `[a]: b`\n"},
    {"> [a]: b\n[c]: d\n", "quote@0-15 `> [a]: b\\n[c]: d`\n"
                           "define@2-8 `[a]: b`\n"
                           "define@9-15 `[c]: d`\n"},
    {"[a]: b 'c' d\n", "paragraph@0-12 `[a]: b 'c' d`\n"
                       "text@0-12 `[a]: b 'c' d`\n"},
};

static void definitions_stand_where_they_are(void **state)
{
    (void)state;
    shown_nodes_check_all(definitions, sizeof(definitions) / sizeof(definitions[0]));
}

static const struct shown_nodes footnotes[] = {
    {"a[^1]\n\n[^1]: b\n\n    c\n\nd\n", "paragraph@0-5 `a[^1]`\n"
                                         "text@0-1 `a`\n"
                                         "reference@1-5 `[^1]`\n"
                                         "footnote@7-21 `[^1]: b\\n\\n    c`\n"
                                         "paragraph@13-14 `b`\n"
                                         "text@13-14 `b`\n"
                                         "paragraph@20-21 `c`\n"
                                         "text@20-21 `c`\n"
                                         "paragraph@23-24 `d`\n"
                                         "text@23-24 `d`\n"},
    {"[^a]: b\n\n[^a]: c\n", "footnote@0-7 `[^a]: b`\n"
                             "paragraph@6-7 `b`\n"
                             "text@6-7 `b`\n"
                             "footnote@9-16 `[^a]: c`\n"
                             "paragraph@15-16 `c`\n"
                             "text@15-16 `c`\n"},
    {"> [^a]: # b\n", "quote@0-11 `> [^a]: # b`\n"
                      "footnote@2-11 `[^a]: # b`\n"
                      "heading@8-11 `# b`\n"
                      "text@10-11 `b`\n"},
    {"[^a] [^*b*] \\[^c] [^d\ne] *f*\n",
     "paragraph@0-28 `[^a] [^*b*] \\[^c] [^d\\ne] *f*`\n"
     "text@0-7 `[^a] [^`\n"
     "emphasis@7-10 `*b*`\n"
     "text@8-9 `b`\n"
     "text@10-21 `] \\[^c] [^d` = ] [^c] [^d\n"
     "soft@21-22 `\\n`\n"
     "text@22-25 `e] `\n"
     "emphasis@25-28 `*f*`\n"
     "text@26-27 `f`\n"},
    {"- [a]: b\n\n\n  c\n", "list@0-14 `- [a]: b\\n\\n\\n  c`\n"
                            "item@0-14 `- [a]: b\\n\\n\\n  c`\n"
                            "define@2-8 `[a]: b`\n"
                            "paragraph@13-14 `c`\n"
                            "text@13-14 `c`\n"},
    {"> - [a]: b\n>\n> \n>\n>   c\n", "quote@0-23 `> - [a]: b\\n>\\n> \\n>\\n>   c`\n"
                                      "list@2-23 `- [a]: b\\n>\\n> \\n>\\n>   c`\n"
                                      "item@2-23 `- [a]: b\\n>\\n> \\n>\\n>   c`\n"
                                      "define@4-10 `[a]: b`\n"
                                      "paragraph@22-23 `c`\n"
                                      "text@22-23 `c`\n"},
    {"-\n\n\n  a\n", "list@0-1 `-`\n"
                     "item@0-1 `-`\n"
                     "paragraph@6-7 `a`\n"
                     "text@6-7 `a`\n"},
    {"[^a]: b\n \n    c\n", "footnote@0-15 `[^a]: b\\n \\n    c`\n"
                            "paragraph@6-7 `b`\n"
                            "text@6-7 `b`\n"
                            "paragraph@14-15 `c`\n"
                            "text@14-15 `c`\n"},
    {"> [^a]:\n>\n>     - b\n", "quote@0-19 `> [^a]:\\n>\\n>     - b`\n"
                                "footnote@2-19 `[^a]:\\n>\\n>     - b`\n"
                                "list@16-19 `- b`\n"
                                "item@16-19 `- b`\n"
                                "paragraph@18-19 `b`\n"
                                "text@18-19 `b`\n"},
    {"-\n  \n  a\n", "list@0-1 `-`\n"
                     "item@0-1 `-`\n"
                     "paragraph@7-8 `a`\n"
                     "text@7-8 `a`\n"},
    {"> 1.\n>\n>     a\n", "quote@0-14 `> 1.\\n>\\n>     a`\n"
                           "list@2-4 `1.`\n"
                           "item@2-4 `1.`\n"
                           "code@13-14 `a`\n"},
};

static void footnotes_stand_where_they_are(void **state)
{
    (void)state;
    shown_nodes_check_all(footnotes, sizeof(footnotes) / sizeof(footnotes[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(definitions_stand_where_they_are),
        cmocka_unit_test(footnotes_stand_where_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
