/* block_nodes_test.c - blocks, tables and directives as nodes, at their places */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/markdown/shown_nodes.h"

static const struct shown_nodes blocks[] = {
    {"a\n\n> b\n> c\n", "paragraph@0-1 `a`\n"
                        "text@0-1 `a`\n"
                        "quote@3-10 `> b\\n> c`\n"
                        "paragraph@5-10 `b\\n> c`\n"
                        "text@5-6 `b`\n"
                        "soft@6-7 `\\n`\n"
                        "text@9-10 `c`\n"},
    {">\n> a\n>\n\nb\n", "quote@0-7 `>\\n> a\\n>`\n"
                         "paragraph@4-5 `a`\n"
                         "text@4-5 `a`\n"
                         "paragraph@9-10 `b`\n"
                         "text@9-10 `b`\n"},
    {"> a\nlazy\n", "quote@0-8 `> a\\nlazy`\n"
                    "paragraph@2-8 `a\\nlazy`\n"
                    "text@2-3 `a`\n"
                    "soft@3-4 `\\n`\n"
                    "text@4-8 `lazy`\n"},
    {"> - a\n> <b>\n> </b>\n", "quote@0-18 `> - a\\n> <b>\\n> </b>`\n"
                               "list@2-18 `- a\\n> <b>\\n> </b>`\n"
                               "item@2-18 `- a\\n> <b>\\n> </b>`\n"
                               "paragraph@4-18 `a\\n> <b>\\n> </b>`\n"
                               "text@4-5 `a`\n"
                               "soft@5-6 `\\n`\n"
                               "tag@8-11 `<b>`\n"
                               "soft@11-12 `\\n`\n"
                               "tag@14-18 `</b>`\n"},
    {"> - a\n>\n> <b>\n", "quote@0-13 `> - a\\n>\\n> <b>`\n"
                          "list@2-5 `- a`\n"
                          "item@2-5 `- a`\n"
                          "paragraph@4-5 `a`\n"
                          "text@4-5 `a`\n"
                          "html@10-13 `<b>`\n"
                          "+paragraph@10-13 `<b>`\n"
                          "+tag@10-13 `<b>`\n"},
    {"a\n> <b>\n", "paragraph@0-1 `a`\n"
                   "text@0-1 `a`\n"
                   "quote@2-7 `> <b>`\n"
                   "html@4-7 `<b>`\n"
                   "+paragraph@4-7 `<b>`\n"
                   "+tag@4-7 `<b>`\n"},
    {"- a\n\n  b\n- c\n\n\nd\n", "list@0-12 `- a\\n\\n  b\\n- c`\n"
                                 "item@0-8 `- a\\n\\n  b`\n"
                                 "paragraph@2-3 `a`\n"
                                 "text@2-3 `a`\n"
                                 "paragraph@7-8 `b`\n"
                                 "text@7-8 `b`\n"
                                 "item@9-12 `- c`\n"
                                 "paragraph@11-12 `c`\n"
                                 "text@11-12 `c`\n"
                                 "paragraph@15-16 `d`\n"
                                 "text@15-16 `d`\n"},
    {"1. a\n2) b\n", "list@0-4 `1. a`\n"
                     "item@0-4 `1. a`\n"
                     "paragraph@3-4 `a`\n"
                     "text@3-4 `a`\n"
                     "list@5-9 `2) b`\n"
                     "item@5-9 `2) b`\n"
                     "paragraph@8-9 `b`\n"
                     "text@8-9 `b`\n"},
    {"-\n\ta\n", "list@0-4 `-\\n\\ta`\n"
                 "item@0-4 `-\\n\\ta`\n"
                 "paragraph@3-4 `a`\n"
                 "text@3-4 `a`\n"},
    {"# a\n## b ##  \n### #\n#\n", "heading@0-3 `# a`\n"
                                   "text@2-3 `a`\n"
                                   "heading@4-11 `## b ##`\n"
                                   "text@7-8 `b`\n"
                                   "heading@14-19 `### #`\n"
                                   "heading@20-21 `#`\n"},
    {"a\nb\n===\n\nc\n---\n", "heading@0-7 `a\\nb\\n===`\n"
                              "text@0-1 `a`\n"
                              "soft@1-2 `\\n`\n"
                              "text@2-3 `b`\n"
                              "heading@9-14 `c\\n---`\n"
                              "text@9-10 `c`\n"},
    {"```c x\na\n\n```\nb\n", "code@0-13 ````c x\\na\\n\\n````\n"
                              "paragraph@14-15 `b`\n"
                              "text@14-15 `b`\n"},
    {"> ```\n> a\n\n~~~\nb\n", "quote@0-9 `> ```\\n> a`\n"
                               "code@2-9 ````\\n> a`\n"
                               "code@11-16 `~~~\\nb`\n"},
    {"-\t```\n\n\tx\n", "list@0-9 `-\\t```\\n\\n\\tx`\n"
                        "item@0-9 `-\\t```\\n\\n\\tx`\n"
                        "code@2-9 ````\\n\\n\\tx`\n"},
    {"a\n\n    b\n\n      c\n\nd\n", "paragraph@0-1 `a`\n"
                                     "text@0-1 `a`\n"
                                     "code@7-17 `b\\n\\n      c`\n"
                                     "paragraph@19-20 `d`\n"
                                     "text@19-20 `d`\n"},
    {"* * *\n___\n", "thematic@0-5 `* * *`\n"
                     "thematic@6-9 `___`\n"},
    {"<!-- a -->\nb\n", "html@0-10 `<!-- a -->`\n"
                        "paragraph@11-12 `b`\n"
                        "text@11-12 `b`\n"},
    {"\ta\n", "code@1-2 `a`\n"},
    {"a\r\nb\rc\n", "paragraph@0-6 `a\\r\\nb\\rc`\n"
                    "text@0-1 `a`\n"
                    "soft@1-3 `\\r\\n`\n"
                    "text@3-4 `b`\n"
                    "soft@4-5 `\\r`\n"
                    "text@5-6 `c`\n"},
};

static void blocks_have_their_own_ends(void **state)
{
    (void)state;
    shown_nodes_check_all(blocks, sizeof(blocks) / sizeof(blocks[0]));
}

static const struct shown_nodes tables[] = {
    {"| a | b |\n|---|:-:|\n| c |\n| d | e | f |\ng\n\nh\n",
     "table@0-41 `| a | b |\\n|---|:-:|\\n| c |\\n| d | e | f |\\ng`\n"
     "row@0-9 `| a | b |`\n"
     "cell@1-4 ` a `\n"
     "text@2-3 `a`\n"
     "cell@5-8 ` b `\n"
     "text@6-7 `b`\n"
     "row@10-19 `|---|:-:|`\n"
     "cell@11-14 `---`\n"
     "cell@15-18 `:-:`\n"
     "row@20-25 `| c |`\n"
     "cell@21-24 ` c `\n"
     "text@22-23 `c`\n"
     "row@26-39 `| d | e | f |`\n"
     "cell@27-30 ` d `\n"
     "text@28-29 `d`\n"
     "cell@31-34 ` e `\n"
     "text@32-33 `e`\n"
     "cell@35-38 ` f `\n"
     "text@36-37 `f`\n"
     "row@40-41 `g`\n"
     "cell@40-41 `g`\n"
     "text@40-41 `g`\n"
     "paragraph@43-44 `h`\n"
     "text@43-44 `h`\n"},
    {"a|b\n-|-\n`c\\|d`|\\|\n", "table@0-17 `a|b\\n-|-\\n`c\\|d`|\\|`\n"
                                "row@0-3 `a|b`\n"
                                "cell@0-1 `a`\n"
                                "text@0-1 `a`\n"
                                "cell@2-3 `b`\n"
                                "text@2-3 `b`\n"
                                "row@4-7 `-|-`\n"
                                "cell@4-5 `-`\n"
                                "cell@6-7 `-`\n"
                                "row@8-17 ``c\\|d`|\\|`\n"
                                "cell@8-14 ``c\\|d``\n"
                                "span@8-14 ``c\\|d`` = c|d\n"
                                "cell@15-17 `\\|`\n"
                                "text@15-17 `\\|` = |\n"},
    {"a\n-:\n|\nb\n", "table@0-8 `a\\n-:\\n|\\nb`\n"
                      "row@0-1 `a`\n"
                      "cell@0-1 `a`\n"
                      "text@0-1 `a`\n"
                      "row@2-4 `-:`\n"
                      "cell@2-4 `-:`\n"
                      "row@5-6 `|`\n"
                      "row@7-8 `b`\n"
                      "cell@7-8 `b`\n"
                      "text@7-8 `b`\n"},
    {"[a]: <b>\nc\n-:\n", "define@0-8 `[a]: <b>`\n"
                          "table@9-13 `c\\n-:`\n"
                          "row@9-10 `c`\n"
                          "cell@9-10 `c`\n"
                          "text@9-10 `c`\n"
                          "row@11-13 `-:`\n"
                          "cell@11-13 `-:`\n"},
    {"a\nb|c\n-|-\n", "paragraph@0-1 `a`\n"
                      "text@0-1 `a`\n"
                      "table@2-9 `b|c\\n-|-`\n"
                      "row@2-5 `b|c`\n"
                      "cell@2-3 `b`\n"
                      "text@2-3 `b`\n"
                      "cell@4-5 `c`\n"
                      "text@4-5 `c`\n"
                      "row@6-9 `-|-`\n"
                      "cell@6-7 `-`\n"
                      "cell@8-9 `-`\n"},
};

static void tables_keep_cells_and_pipes(void **state)
{
    (void)state;
    shown_nodes_check_all(tables, sizeof(tables) / sizeof(tables[0]));
}

static const struct shown_nodes fences[] = {
    {":::a\nb\n:::\nc\n", "directive@0-10 `:::a\\nb\\n:::`\n"
                          "paragraph@5-6 `b`\n"
                          "text@5-6 `b`\n"
                          "paragraph@11-12 `c`\n"
                          "text@11-12 `c`\n"},
    {"::a[b]{c}\nd\n", "directive@0-9 `::a[b]{c}`\n"
                       "paragraph@10-11 `d`\n"
                       "text@10-11 `d`\n"},
    {"::::a\n:::b\nc\n:::\n::::\n", "directive@0-21 `::::a\\n:::b\\nc\\n:::\\n::::`\n"
                                    "directive@6-16 `:::b\\nc\\n:::`\n"
                                    "paragraph@11-12 `c`\n"
                                    "text@11-12 `c`\n"},
    {"> - :::a\n>   b\n>   :::\n", "quote@0-22 `> - :::a\\n>   b\\n>   :::`\n"
                                   "list@2-22 `- :::a\\n>   b\\n>   :::`\n"
                                   "item@2-22 `- :::a\\n>   b\\n>   :::`\n"
                                   "directive@4-22 `:::a\\n>   b\\n>   :::`\n"
                                   "paragraph@13-14 `b`\n"
                                   "text@13-14 `b`\n"},
    {"a\n:::b\n```\nc\n:::\n", "paragraph@0-1 `a`\n"
                               "text@0-1 `a`\n"
                               "directive@2-16 `:::b\\n```\\nc\\n:::`\n"
                               "code@7-12 ````\\nc`\n"},
    {":::a b\n", "paragraph@0-6 `:::a b`\n"
                 "text@0-6 `:::a b`\n"},
    {"$$ a\n*b*\n\n$$\nc\n", "formulas@0-12 `$$ a\\n*b*\\n\\n$$` = *b*\\n\\n\n"
                             "paragraph@13-14 `c`\n"
                             "text@13-14 `c`\n"},
    {"- $$\n  a\n\nb\n", "list@0-8 `- $$\\n  a`\n"
                         "item@0-8 `- $$\\n  a`\n"
                         "formulas@2-8 `$$\\n  a` = a\\n\\n\n"
                         "paragraph@10-11 `b`\n"
                         "text@10-11 `b`\n"},
    {"$$ a $$\n", "paragraph@0-7 `$$ a $$`\n"
                  "math@0-7 `$$ a $$` =  a \n"},
    {"- :::a\n  b\nc\n", "list@0-10 `- :::a\\n  b`\n"
                         "item@0-10 `- :::a\\n  b`\n"
                         "directive@2-10 `:::a\\n  b`\n"
                         "paragraph@9-10 `b`\n"
                         "text@9-10 `b`\n"
                         "paragraph@11-12 `c`\n"
                         "text@11-12 `c`\n"},
    {":::a\n> b\nc\n:::\n", "directive@0-14 `:::a\\n> b\\nc\\n:::`\n"
                            "quote@5-10 `> b\\nc`\n"
                            "paragraph@7-10 `b\\nc`\n"
                            "text@7-8 `b`\n"
                            "soft@8-9 `\\n`\n"
                            "text@9-10 `c`\n"},
};

static void fences_of_others_are_known(void **state)
{
    (void)state;
    shown_nodes_check_all(fences, sizeof(fences) / sizeof(fences[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_have_their_own_ends),
        cmocka_unit_test(tables_keep_cells_and_pipes),
        cmocka_unit_test(fences_of_others_are_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
