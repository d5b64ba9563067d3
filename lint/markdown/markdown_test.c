/* markdown_test.c - every kind of node, at its place */

#include "lint/document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/markdown/markdown.h"

static const char *const names[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = "document",
    [NODE_BLOCK_QUOTE] = "quote",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_FOOTNOTE_DEFINITION] = "footnote",
    [NODE_DIRECTIVE] = "directive",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_CODE_BLOCK] = "code",
    [NODE_MATH_BLOCK] = "formulas",
    [NODE_HTML_BLOCK] = "html",
    [NODE_THEMATIC_BREAK] = "thematic",
    [NODE_DEFINITION] = "define",
    [NODE_TABLE] = "table",
    [NODE_TABLE_ROW] = "row",
    [NODE_TABLE_CELL] = "cell",
    [NODE_TEXT] = "text",
    [NODE_SOFT_BREAK] = "soft",
    [NODE_LINE_BREAK] = "hard",
    [NODE_CODE] = "span",
    [NODE_MATH] = "math",
    [NODE_HTML] = "tag",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_AUTOLINK] = "autolink",
    [NODE_BARE_URL] = "url",
    [NODE_FOOTNOTE_REFERENCE] = "reference",
    [NODE_STRIKETHROUGH] = "struck",
};

static void parse(struct document *document, struct arena *arena, struct source *source,
                  struct str text)
{
    arena_init(arena);
    source_init(source, arena, "test.md", text.data, text.len);
    document_parse(document, arena, source);
}

static void add_source(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            buf_puts(out, "\\n");
        else if (text.data[i] == '\r')
            buf_puts(out, "\\r");
        else if (text.data[i] == '\t')
            buf_puts(out, "\\t");
        else
            buf_putc(out, text.data[i] ? text.data[i] : '0');
    }
}

/* A line per node: kind@start-end and the source there, + when it is in HTML; then,
 * for what has an unescaped literal, that. */
static void render(struct buf *out, const struct document *document)
{
    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        buf_printf(out, "%s%s@%u-%u `", node->flags & NODE_IN_HTML ? "+" : "",
                   names[node->kind], node->span.start, node->span.end);
        add_source(out, source_text(document->source, node->span));
        buf_puts(out, "`");
        if (node->kind == NODE_CODE || node->kind == NODE_MATH ||
            node->kind == NODE_MATH_BLOCK || node->flags & NODE_ESCAPED) {
            buf_puts(out, " = ");
            add_source(out, node->kind == NODE_MATH_BLOCK ? node->code_block->literal
                                                          : node_literal(node));
        }
        buf_putc(out, '\n');
    }
}

struct document_case {
    const char *text;
    const char *nodes;
};

static bool is_markup(const struct node *node)
{
    return node->kind != NODE_TEXT && node->kind != NODE_SOFT_BREAK;
}

/* Read without texts, it has the same nodes but for these. */
static void check_without_text(const struct document *document, struct arena *arena)
{
    const struct node *node;
    struct tree tree;

    markdown_read(&tree, arena, document->source, document->body_line,
                  MARKDOWN_ARTICLE | MARKDOWN_NO_TEXT);
    node = tree.nodes;
    for (uint32_t i = 0; i < document->node_count; i++) {
        if (!is_markup(&document->nodes[i]))
            continue;
        assert_true(node < tree.nodes + tree.count);
        assert_int_equal(node->kind, document->nodes[i].kind);
        assert_int_equal(node->span.start, document->nodes[i].span.start);
        assert_int_equal(node->span.end, document->nodes[i].span.end);
        node++;
    }
    assert_ptr_equal(node, tree.nodes + tree.count);
    assert_int_equal(tree.loose_count, 0);
}

static void check_cases(const struct document_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buf out = BUF_INIT;
        struct document document;
        struct source source;
        struct arena arena;

        parse(&document, &arena, &source, str_from(cases[i].text));
        render(&out, &document);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, cases[i].nodes);
        check_without_text(&document, &arena);
        buf_release(&out);
        arena_release(&arena);
    }
}

static const struct document_case blocks[] = {
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
    check_cases(blocks, sizeof(blocks) / sizeof(blocks[0]));
}

static const struct document_case definitions[] = {
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
    check_cases(definitions, sizeof(definitions) / sizeof(definitions[0]));
}

static const struct document_case footnotes[] = {
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
    check_cases(footnotes, sizeof(footnotes) / sizeof(footnotes[0]));
}

static const struct document_case tables[] = {
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
    check_cases(tables, sizeof(tables) / sizeof(tables[0]));
}

static const struct document_case inlines[] = {
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
    check_cases(inlines, sizeof(inlines) / sizeof(inlines[0]));
}

static const struct document_case fences[] = {
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
    check_cases(fences, sizeof(fences) / sizeof(fences[0]));
}

static const struct document_case raw[] = {
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
    check_cases(raw, sizeof(raw) / sizeof(raw[0]));
}

static const struct document_case html[] = {
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
    check_cases(html, sizeof(html) / sizeof(html[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_have_their_own_ends),
        cmocka_unit_test(definitions_stand_where_they_are),
        cmocka_unit_test(footnotes_stand_where_they_are),
        cmocka_unit_test(tables_keep_cells_and_pipes),
        cmocka_unit_test(inlines_have_their_own_markers),
        cmocka_unit_test(fences_of_others_are_known),
        cmocka_unit_test(raw_inlines_hold_no_markdown),
        cmocka_unit_test(html_is_parsed_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
