/* blocks_test.c - which blocks lines make */

#include "lint/markdown/blocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/markdown/feature.h"

static const char *const names[] = {
    [NODE_DOCUMENT] = "document",
    [NODE_BLOCK_QUOTE] = "quote",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_FOOTNOTE_DEFINITION] = "footnote",
    [NODE_DIRECTIVE] = "directive",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "text",
    [NODE_CODE_BLOCK] = "code",
    [NODE_MATH_BLOCK] = "math",
    [NODE_HTML_BLOCK] = "html",
    [NODE_THEMATIC_BREAK] = "break",
    [NODE_DEFINITION] = "definition",
    [NODE_TABLE] = "table",
    [NODE_TABLE_ROW] = "row",
    [NODE_TABLE_CELL] = "cell",
};

/* A space before each block, or a ( when it is the first in another, which ends in ). */
static void write(struct buf *out, const struct tree *tree)
{
    uint32_t open = 0;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];

        for (; open != node->parent; open = tree->nodes[open].parent)
            buf_putc(out, ')');
        if (i > 1)
            buf_putc(out, i == node->parent + 1 ? '(' : ' ');
        buf_puts(out, node->flags & NODE_TASK ? "task" : names[node->kind]);
        if (node->kind == NODE_LIST && !(node->flags & NODE_TIGHT))
            buf_puts(out, "-loose");
        if (tree->nodes[i].next > i + 1)
            open = i;
    }
    for (; open; open = tree->nodes[open].parent)
        buf_putc(out, ')');
}

static void read(struct buf *out, struct str text)
{
    struct source source;
    struct arena arena;

    arena_init(&arena);
    source_init(&source, &arena, "a.md", text.data, text.len);
    write(out, &blocks_read(&arena, &arena, &source, 0, MARKDOWN_ARTICLE)->tree);
    buf_putc(out, '\0');
    arena_release(&arena);
}

struct block_case {
    const char *text;
    const char *blocks;
};

static const struct block_case cases[] = {
    {"", ""},
    {"\n \n", ""},
    /* What interrupts a paragraph, also one that would go on lazily. */
    {"> a\n- b\n", "quote(text) list(item(text))"},
    {"> a\n<b>\n", "quote(text)"},
    {"> a\n<p>\n", "quote(text) html"},
    {"> a\n    b\n", "quote(text)"},
    {"> a\n---\n", "quote(text) break"},
    {"> a\n===\n", "quote(text)"},
    {"a\n2. b\n", "text"},
    {"a\n1. b\n", "text list(item(text))"},
    {"a\n-\n", "heading"},
    {"a\n*\n", "text"},
    {"a\n```\n", "text code"},
    {"a\n``` `\n", "text"},
    {"a\n$$\n", "text math"},
    {"a\n$$ $\n", "text"},
    /* Items. */
    {"-\n\n  a\n", "list(item) text"},
    {"-\n   \n  a\n", "list(item) text"},
    {"-\n  a\n", "list(item(text))"},
    {"- [a]: b\n\n  c\n", "list-loose(item(definition text))"},
    {"-     a\n\n      b\n", "list(item(code))"},
    {"-\ta\n\n\tb\n", "list-loose(item(text text))"},
    {"- a\n+ b\n", "list(item(text)) list(item(text))"},
    {"1234567890. a\n", "text"},
    /* Loose lists: blank lines between items, or between blocks right in an item. */
    {"- a\n\n- b\n", "list-loose(item(text) item(text))"},
    {"- a\n- b\n\n\nc\n", "list(item(text) item(text)) text"},
    {"- a\n  > b\n  >\n- c\n", "list(item(text quote(text)) item(text))"},
    {"- ```\n  a\n\n  b\n  ```\n- c\n", "list(item(code) item(text))"},
    {"- a\n  - b\n\n    c\n- d\n",
     "list(item(text list-loose(item(text text))) item(text))"},
    {"- a\n- b\n\n  [c]: d\n- e\n",
     "list-loose(item(text) item(text definition) item(text))"},
    {"-\n\n-\n", "list-loose(item item)"},
    /* Definitions. */
    {"[a]: b\n===\n", "definition text"},
    {"[a]: b\n-\n-\n", "definition heading"},
    {"[a]: b\nc\n---\n", "definition heading"},
    {"[a]: b\n---\n", "definition break"},
    {"[a]: b 'c\nd'\n[e]: f\n", "definition definition"},
    {"[a]: b\n|-|\n", "table(row(cell) row(cell))"},
    {"[a]: b\nc|d\n-|-\n", "definition table(row(cell cell) row(cell cell))"},
    /* HTML (CommonMark 0.31). */
    {"<textarea>\n\na\n</textarea>\nb\n", "html text"},
    {"<!x\n\n>\na\n", "html text"},
    {"<!-- a\n\n-->\nb\n", "html text"},
    {"<search>\na\n\nb\n", "html text"},
    {"<source>\na\n", "html"},
    {"a\n<source>\n", "text"},
    {"<pre/>\na\n\nb\n", "html text"},
    {"</pre>\na\n\nb\n", "html text"},
    {"a\n<pre/>\n", "text"},
    {"- <!-- a\nb\n", "list(item(html)) text"},
    /* Tables (GFM 4.10). */
    {"a\nb|c\n-|-\n", "text table(row(cell cell) row(cell cell))"},
    {"a|b\n-\n", "heading"},
    {"a|b\n-|-|-\n", "text"},
    {"a\n    b|c\n-|-\n", "text"},
    {"|a|\n|-|\n|\n", "table(row(cell) row(cell) row)"},
    {"|a|\n|-|\nb\n    c\n", "table(row(cell) row(cell) row(cell)) code"},
    {"|a|\n|-|\n> b\n", "table(row(cell) row(cell)) quote(text)"},
    /* Tasks (GFM 5.3). */
    {"> - [x] a\n", "quote(list(task(text)))"},
    {"- [x] # a\n", "list(task(text))"},
    {"- [x]a\n", "list(item(text))"},
    {"- a\n\n  [ ] b\n", "list-loose(item(text text))"},
    /* Footnotes. */
    {"[^a]: b\n\n    c\n\nd\n", "footnote(text text) text"},
    {"> [^a]: b\n>\n>     c\n", "quote(footnote(text text))"},
    {"[^a b]: c\n", "definition"},
    {"[^a]:     b\n", "footnote(text)"},
    /* Directives. */
    {":::a\nb\n:::\nc\n", "directive(text) text"},
    {":::a\n```\n:::\nb\n", "directive(code) text"},
    {"::::a\n:::b\nc\n:::\nd\n::::\n", "directive(directive(text) text)"},
    {"> :::a\n> b\nc\n", "quote(directive(text)) text"},
    {"::a\nb\n", "directive text"},
    {":::\n", "text"},
};

static void lines_make_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buf out = BUF_INIT;

        read(&out, str_from(cases[i].text));
        if (strcmp(out.data, cases[i].blocks) != 0)
            print_error("%s\n", cases[i].text);
        assert_string_equal(out.data, cases[i].blocks);
        buf_release(&out);
    }
}

static int count(const char *text, const char *part)
{
    int found = 0;

    for (; (text = strstr(text, part)); text++)
        found++;
    return found;
}

/* So many items in each other on one line, and a line for each of them below. */
static int items_of(int depth)
{
    struct buf text = BUF_INIT;
    struct buf out = BUF_INIT;
    int found;

    for (int i = 0; i < depth; i++)
        buf_puts(&text, "- ");
    buf_puts(&text, "a\n\n");
    read(&out, buf_str(&text));
    found = count(out.data, "item");
    buf_release(&text);
    buf_release(&out);
    return found;
}

/* So many directives in each other that are never closed. */
static int directives_of(int depth)
{
    struct buf text = BUF_INIT;
    struct buf out = BUF_INIT;
    int found;

    for (int i = 0; i < depth; i++)
        buf_puts(&text, ":::a\n");
    read(&out, buf_str(&text));
    found = count(out.data, "directive");
    buf_release(&text);
    buf_release(&out);
    return found;
}

static void containers_nest_to_a_limit(void **state)
{
    (void)state;
    assert_int_equal(directives_of(UNMARKED_MAX), UNMARKED_MAX);
    assert_int_equal(directives_of(UNMARKED_MAX + 1), UNMARKED_MAX);
    assert_int_equal(items_of(UNMARKED_MAX), UNMARKED_MAX);
    assert_int_equal(items_of(UNMARKED_MAX + 1), UNMARKED_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_make_blocks),
        cmocka_unit_test(containers_nest_to_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
