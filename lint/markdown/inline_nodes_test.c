/* inline_nodes_test.c - inlines as nodes, at their places, in HTML as well */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/tool/markdown/shown_nodes.h"

static const struct shown_nodes inlines[] = {
    {"a *b **c** d*\n", "paragraph@0-13 `a *b **c** d*`\n"
                        "text@0-2 `a `\n"
                        "emphasis@2-13 `*b **c** d*`\n"
                        "text@3-5 `b `\n"
                        "strong@5-10 `**c**`\n"
                        "text@7-8 `c`\n"
                        "text@10-12 ` d`\n"},
    {"***a** b*\n", "paragraph@0-9 `***a** b*`\n"
                    "emphasis@0-9 `***a** b*`\n"
                    "strong@1-6 `**a**`\n"
                    "text@3-4 `a`\n"
                    "text@6-8 ` b`\n"},
    {"a*b _c_\n", "paragraph@0-7 `a*b _c_`\n"
                  "text@0-1 `a`\n"
                  "text@1-2 `*`\n" /* a text of its own */
                  "text@2-4 `b `\n"
                  "emphasis@4-7 `_c_`\n"
                  "text@5-6 `c`\n"},
    {"`a` ``b ` `` `c\nd`\n", "paragraph@0-18 ``a` ``b ` `` `c\\nd``\n"
                              "span@0-3 ``a`` = a\n"
                              "text@3-4 ` `\n"
                              "span@4-12 ```b ` ``` = b ` \n"
                              "text@12-13 ` `\n"
                              "span@13-18 ``c\\nd`` = c d\n"},
    {"\\* &amp; &#35; &bne; &no; \\a\n",
     "paragraph@0-28 `\\* &amp; &#35; &bne; &no; \\a`\n"
     "text@0-28 `\\* &amp; &#35; &bne; &no; \\a` = * & # =⃥ &no; \\a\n"},
    {"a  \nb\\\nc\nd\n", "paragraph@0-10 `a  \\nb\\\\nc\\nd`\n"
                         "text@0-1 `a`\n"
                         "hard@1-4 `  \\n`\n"
                         "text@4-5 `b`\n"
                         "hard@5-7 `\\\\n`\n"
                         "text@7-8 `c`\n"
                         "soft@8-9 `\\n`\n"
                         "text@9-10 `d`\n"},
    {"<b> <!-- c --> <br\n/>\n", "paragraph@0-21 `<b> <!-- c --> <br\\n/>`\n"
                                 "tag@0-3 `<b>`\n"
                                 "text@3-4 ` `\n"
                                 "tag@4-14 `<!-- c -->`\n"
                                 "text@14-15 ` `\n"
                                 "tag@15-21 `<br\\n/>`\n"},
    {"<http://a.b> <c@d.e>\n", "paragraph@0-20 `<http://a.b> <c@d.e>`\n"
                               "autolink@0-12 `<http://a.b>`\n"
                               "text@12-13 ` `\n"
                               "autolink@13-20 `<c@d.e>`\n"},
    {"[a](b \"c\") [d](<e f>) [g]()\n", "paragraph@0-27 `[a](b \"c\") [d](<e f>) [g]()`\n"
                                        "link@0-10 `[a](b \"c\")`\n"
                                        "text@1-2 `a`\n"
                                        "text@10-11 ` `\n"
                                        "link@11-21 `[d](<e f>)`\n"
                                        "text@12-13 `d`\n"
                                        "text@21-22 ` `\n"
                                        "link@22-27 `[g]()`\n"
                                        "text@23-24 `g`\n"},
    {"[a][B] [b][] [b] [c]\n\n[b]: d\n", "paragraph@0-20 `[a][B] [b][] [b] [c]`\n"
                                         "link@0-6 `[a][B]`\n"
                                         "text@1-2 `a`\n"
                                         "text@6-7 ` `\n"
                                         "link@7-12 `[b][]`\n"
                                         "text@8-9 `b`\n"
                                         "text@12-13 ` `\n"
                                         "link@13-16 `[b]`\n"
                                         "text@14-15 `b`\n"
                                         "text@16-20 ` [c]`\n"
                                         "define@22-28 `[b]: d`\n"},
    {"[b][ ] [b]\n[]\n\n[b]: d\n", "paragraph@0-13 `[b][ ] [b]\\n[]`\n"
                                   "text@0-7 `[b][ ] `\n"
                                   "link@7-10 `[b]`\n"
                                   "text@8-9 `b`\n"
                                   "soft@10-11 `\\n`\n"
                                   "text@11-13 `[]`\n"
                                   "define@15-21 `[b]: d`\n"},
    {"![a *b*](c) [![d](e)](f)\n", "paragraph@0-24 `![a *b*](c) [![d](e)](f)`\n"
                                   "image@0-11 `![a *b*](c)`\n"
                                   "text@2-4 `a `\n"
                                   "emphasis@4-7 `*b*`\n"
                                   "text@5-6 `b`\n"
                                   "text@11-12 ` `\n"
                                   "link@12-24 `[![d](e)](f)`\n"
                                   "image@13-20 `![d](e)`\n"
                                   "text@15-16 `d`\n"},
    {"> [a\n> b](c\n> 'd')\n", "quote@0-18 `> [a\\n> b](c\\n> 'd')`\n"
                               "paragraph@2-18 `[a\\n> b](c\\n> 'd')`\n"
                               "link@2-18 `[a\\n> b](c\\n> 'd')`\n"
                               "text@3-4 `a`\n"
                               "soft@4-5 `\\n`\n"
                               "text@7-8 `b`\n"},
    {"a http://b.c. www.d.e, f@g.h\n", "paragraph@0-28 `a http://b.c. www.d.e, f@g.h`\n"
                                       "text@0-2 `a `\n"
                                       "url@2-12 `http://b.c`\n"
                                       "text@12-14 `. `\n"
                                       "url@14-21 `www.d.e`\n"
                                       "text@21-23 `, `\n"
                                       "url@23-28 `f@g.h`\n"},
    {"- [ ] a\n- [x] b\n", "list@0-15 `- [ ] a\\n- [x] b`\n"
                           "item@0-7 `- [ ] a`\n"
                           "paragraph@6-7 `a`\n"
                           "text@6-7 `a`\n"
                           "item@8-15 `- [x] b`\n"
                           "paragraph@14-15 `b`\n"
                           "text@14-15 `b`\n"},
    {"aé *中*\n", "paragraph@0-9 `aé *中*`\n"
                  "text@0-4 `aé `\n"
                  "emphasis@4-9 `*中*`\n"
                  "text@5-8 `中`\n"},
    {"~a~ ~~b *c*~~ ~~~d~~~ ~e~~\n", "paragraph@0-26 `~a~ ~~b *c*~~ ~~~d~~~ ~e~~`\n"
                                     "struck@0-3 `~a~`\n"
                                     "text@1-2 `a`\n"
                                     "text@3-4 ` `\n"
                                     "struck@4-13 `~~b *c*~~`\n"
                                     "text@6-8 `b `\n"
                                     "emphasis@8-11 `*c*`\n"
                                     "text@9-10 `c`\n"
                                     "text@13-26 ` ~~~d~~~ ~e~~`\n"},
    {"*a ~b* c~\n", "paragraph@0-9 `*a ~b* c~`\n"
                    "emphasis@0-6 `*a ~b*`\n"
                    "text@1-5 `a ~b`\n"
                    "text@6-9 ` c~`\n"},
    {"****a** b*c*\n", "paragraph@0-12 `****a** b*c*`\n"
                       "emphasis@0-12 `****a** b*c*`\n"
                       "emphasis@1-10 `***a** b*`\n"
                       "strong@2-7 `**a**`\n"
                       "text@4-5 `a`\n"
                       "text@7-9 ` b`\n"
                       "text@10-11 `c`\n"},
    {"`` a ` <!-- -- --> `b\n", "paragraph@0-21 ``` a ` <!-- -- --> `b`\n"
                                "text@0-5 ``` a `\n"
                                "span@5-20 `` <!-- -- --> `` = <!-- -- -->\n"
                                "text@20-21 `b`\n"},
    {"[a [b](c) d](e)\n", "paragraph@0-15 `[a [b](c) d](e)`\n"
                          "text@0-3 `[a `\n"
                          "link@3-9 `[b](c)`\n"
                          "text@4-5 `b`\n"
                          "text@9-15 ` d](e)`\n"},
    {"a *b\r\n  c* \\\r\nd\n", "paragraph@0-15 `a *b\\r\\n  c* \\\\r\\nd`\n"
                               "text@0-2 `a `\n"
                               "emphasis@2-10 `*b\\r\\n  c*`\n"
                               "text@3-4 `b`\n"
                               "soft@4-6 `\\r\\n`\n"
                               "text@8-9 `c`\n"
                               "text@10-11 ` `\n"
                               "hard@11-14 `\\\\r\\n`\n"
                               "text@14-15 `d`\n"},
};

static void inlines_have_their_own_markers(void **state)
{
    (void)state;
    shown_nodes_check_all(inlines, sizeof(inlines) / sizeof(inlines[0]));
}

static const struct shown_nodes raw[] = {
    {"$*a*$ $$b$c$$ $d\n", "paragraph@0-16 `$*a*$ $$b$c$$ $d`\n"
                           "math@0-5 `$*a*$` = *a*\n"
                           "text@5-6 ` `\n"
                           "math@6-13 `$$b$c$$` = b$c\n"
                           "text@13-16 ` $d`\n"},
    {"a $b\nc$ d\n", "paragraph@0-9 `a $b\\nc$ d`\n"
                     "text@0-2 `a `\n"
                     "math@2-7 `$b\\nc$` = b\\nc\n"
                     "text@7-9 ` d`\n"},
    {"\\$*a*$b$\n", "paragraph@0-8 `\\$*a*$b$`\n"
                    "text@0-2 `\\$` = $\n"
                    "emphasis@2-5 `*a*`\n"
                    "text@3-4 `a`\n"
                    "math@5-8 `$b$` = b\n"},
    {"*http://a/b*c* d\n", "paragraph@0-16 `*http://a/b*c* d`\n"
                           "emphasis@0-14 `*http://a/b*c*`\n"
                           "url@1-13 `http://a/b*c`\n"
                           "text@14-16 ` d`\n"},
    {"http://a/\\<b>\n", "paragraph@0-13 `http://a/\\<b>`\n"
                         "url@0-10 `http://a/\\`\n"
                         "tag@10-13 `<b>`\n"},
    {"[http://a/*](b) *c*\n", "paragraph@0-19 `[http://a/*](b) *c*`\n"
                              "link@0-15 `[http://a/*](b)`\n"
                              "text@1-11 `http://a/*`\n"
                              "text@15-16 ` `\n"
                              "emphasis@16-19 `*c*`\n"
                              "text@17-18 `c`\n"},
    {"|a|\n|-|\n|<b>http://c*|\n", "table@0-22 `|a|\\n|-|\\n|<b>http://c*|`\n"
                                   "row@0-3 `|a|`\n"
                                   "cell@1-2 `a`\n"
                                   "text@1-2 `a`\n"
                                   "row@4-7 `|-|`\n"
                                   "cell@5-6 `-`\n"
                                   "row@8-22 `|<b>http://c*|`\n"
                                   "cell@9-21 `<b>http://c*`\n"
                                   "tag@9-12 `<b>`\n"
                                   "url@12-20 `http://c`\n"
                                   "text@20-21 `*`\n"},
    {"[a]: b 't\xBA'\n", "define@0-11 `[a]: b 't\xBA'`\n"},
    {"http://a&copy;\xA7 b\n", "paragraph@0-17 `http://a&copy;\xA7 b`\n"
                               "url@0-15 `http://a&copy;\xA7`\n"
                               "text@15-17 ` b`\n"},
    {"http://a.b/_c_d me_you_@a.b\n", "paragraph@0-27 `http://a.b/_c_d me_you_@a.b`\n"
                                      "url@0-15 `http://a.b/_c_d`\n"
                                      "text@15-16 ` `\n"
                                      "url@16-27 `me_you_@a.b`\n"},
    {"> a [b\n> www.c.d\n\n> e\n> www.c.d\n", "quote@0-16 `> a [b\\n> www.c.d`\n"
                                              "paragraph@2-16 `a [b\\n> www.c.d`\n"
                                              "text@2-6 `a [b`\n"
                                              "soft@6-7 `\\n`\n"
                                              "text@9-16 `www.c.d`\n"
                                              "quote@18-31 `> e\\n> www.c.d`\n"
                                              "paragraph@20-31 `e\\n> www.c.d`\n"
                                              "text@20-21 `e`\n"
                                              "soft@21-22 `\\n`\n"
                                              "url@24-31 `www.c.d`\n"},
    {":a{b='<c>'} :d{<e>\n", "paragraph@0-18 `:a{b='<c>'} :d{<e>`\n"
                             "text@0-15 `:a{b='<c>'} :d{`\n"
                             "tag@15-18 `<e>`\n"},
};

static void raw_inlines_hold_no_markdown(void **state)
{
    (void)state;
    shown_nodes_check_all(raw, sizeof(raw) / sizeof(raw[0]));
}

static const struct shown_nodes html[] = {
    {"<div>\n*a* <b>c</b> `d`\n</div>\n",
     "html@0-29 `<div>\\n*a* <b>c</b> `d`\\n</div>`\n"
     "+paragraph@0-29 `<div>\\n*a* <b>c</b> `d`\\n</div>`\n"
     "+tag@0-5 `<div>`\n"
     "+soft@5-6 `\\n`\n"
     "+emphasis@6-9 `*a*`\n"
     "+text@7-8 `a`\n"
     "+text@9-10 ` `\n"
     "+tag@10-13 `<b>`\n"
     "+text@13-14 `c`\n"
     "+tag@14-18 `</b>`\n"
     "+text@18-19 ` `\n"
     "+span@19-22 ``d`` = d\n"
     "+soft@22-23 `\\n`\n"
     "+tag@23-29 `</div>`\n"},
    {"> <p>\n> <img src=\"a\">\n", "quote@0-21 `> <p>\\n> <img src=\"a\">`\n"
                                   "html@2-21 `<p>\\n> <img src=\"a\">`\n"
                                   "+paragraph@2-21 `<p>\\n> <img src=\"a\">`\n"
                                   "+tag@2-5 `<p>`\n"
                                   "+soft@5-6 `\\n`\n"
                                   "+tag@8-21 `<img src=\"a\">`\n"},
    {"- <p>\n  **a**\n", "list@0-13 `- <p>\\n  **a**`\n"
                         "item@0-13 `- <p>\\n  **a**`\n"
                         "html@2-13 `<p>\\n  **a**`\n"
                         "+paragraph@2-13 `<p>\\n  **a**`\n"
                         "+tag@2-5 `<p>`\n"
                         "+soft@5-6 `\\n`\n"
                         "+strong@8-13 `**a**`\n"
                         "+text@10-11 `a`\n"},
};

static void html_is_parsed_again(void **state)
{
    (void)state;
    shown_nodes_check_all(html, sizeof(html) / sizeof(html[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inlines_have_their_own_markers),
        cmocka_unit_test(raw_inlines_hold_no_markdown),
        cmocka_unit_test(html_is_parsed_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
