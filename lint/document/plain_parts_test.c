/* plain_parts_test.c - what is read again is read as if all were */

#include "lint/document/plain_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/markdown/markdown.h"

/* A document, its parts that plain Markdown may read otherwise, and all of it read so. */
struct readings {
    struct source source;
    struct document document;
    struct parts parts;
    struct document plain;
    struct tree all;
    struct arena arena; /* of all but the parts and `plain` */
    struct arena own;
};

static void readings_init(struct readings *readings, struct str text)
{
    const unsigned features = MARKDOWN_ARTICLE & ~(MARKDOWN_MATH | MARKDOWN_DIRECTIVES);
    struct contested contested;

    arena_init(&readings->arena);
    arena_init(&readings->own);
    source_init(&readings->source, &readings->arena, "a.md", text.data, text.len);
    document_parse(&readings->document, &readings->arena, &readings->source);
    contested = document_contested(&readings->document, &readings->arena);
    readings->parts = plain_parts_read(&readings->document, contested, &readings->plain,
                                       &readings->own);
    markdown_read(&readings->all, &readings->arena, &readings->source,
                  readings->parts.items[0].line, features | MARKDOWN_NO_TEXT);
}

static void readings_release(struct readings *readings)
{
    arena_release(&readings->own);
    arena_release(&readings->arena);
}

/* The index of the first node from that one on which begins on that line or below. */
static uint32_t first_from(const struct source *source, const struct node *nodes,
                           uint32_t count, uint32_t node, uint32_t line)
{
    while (node < count && (!node || source_line(source, nodes[node].span.start) < line))
        node++;
    return node;
}

static bool same_node(const struct readings *readings, const struct node *a,
                      const struct node *b)
{
    const struct node *plain = readings->plain.nodes;
    const struct node *all = readings->all.nodes;

    if (a->kind != b->kind || a->flags != b->flags || a->level != b->level ||
        memcmp(&a->span, &b->span, sizeof(a->span)) != 0 ||
        memcmp(&a->content, &b->content, sizeof(a->content)) != 0)
        return false;
    if ((a->kind == NODE_LINK || a->kind == NODE_IMAGE) &&
        plain[a->link->definition].span.start != all[b->link->definition].span.start)
        return false;
    return a->next - (uint32_t)(a - plain) == b->next - (uint32_t)(b - all) &&
           plain[a->parent].span.start == all[b->parent].span.start;
}

/* Are the nodes of the lines the same, however they were read? */
static bool same_part(const struct readings *readings, struct span lines)
{
    const struct source *source = &readings->source;
    const struct document *plain = &readings->plain;
    const struct tree *all = &readings->all;
    uint32_t a = first_from(source, plain->nodes, plain->node_count, 0, lines.start);
    uint32_t b = first_from(source, all->nodes, all->count, 0, lines.start);
    uint32_t end = first_from(source, plain->nodes, plain->node_count, a, lines.end);

    if (end - a != first_from(source, all->nodes, all->count, b, lines.end) - b)
        return false;
    for (; a < end; a++, b++)
        if (!same_node(readings, &plain->nodes[a], &all->nodes[b]))
            return false;
    return true;
}

static bool same_parts(const struct readings *readings)
{
    for (uint32_t i = 0; i < readings->parts.count; i++)
        if (readings->parts.items[i].again &&
            !same_part(readings, parts_lines(&readings->parts, i)))
            return false;
    return true;
}

struct parts_case {
    const char *text;
    const char *again; /* for each part: + or - */
};

static const struct parts_case cases[] = {
    {"a\n\n:::b\nc\n:::\n\nd\n", "-+-"},
    /* A fence is text there, and goes on with the text above. */
    {"a\n\nb\n:::c\n:::\nd\n\ne\n", "-+-"},
    {"a\n\n$b$\n\nc\n", "-+-"},
    {"a $\n\nb\n", "--"},
    /* What is open below. */
    {"$$\n```\n$$\n\na\n\nb\n", "+++"},
    {"$$\n- a\n$$\n\n  b\n\nc\n", "++-"},
    {"$$\n- a\n$$\n\n- b\n\nc\n", "++-"},
    {"$$\n- a\n$$\n\nb\n\nc\n", "+--"},
    {"$$\n<!--\n$$\n\na -->\n\nb\n", "++-"},
    {"$$\n    a\n$$\n\n    b\n\nc\n", "+--"},
    /* Links find the definitions that are not read again. */
    {"[a] $x$\n\n> [a]: b\n\n[c]: d\n", "+--"},
    {"[^a] $x$\n\n[^a]: b\n\n    [c]: d\n\n[c]\n", "+--"},
    /* But all is read where they may be others. */
    {"[a]\n\n$$\n\n[a]: b\n$$\n\n[a]: c\n", "+"},
    {"[a]\n\n:::b\n[a]: c\n:::\n", "+"},
    {"- [ ]\n\n  [a]: b\n\n$x$ [a]\n", "+"},
    /* What was meant as front matter is text there. */
    {"\n---\na: b\n---\n\nc\n\nd\n", "+-"},
};

static void parts_are_read_again(void **state)
{
    bool right = true;

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct readings readings;
        char again[16] = "";
        bool here;

        readings_init(&readings, (struct str){cases[i].text, strlen(cases[i].text)});
        for (uint32_t part = 0; part < readings.parts.count; part++)
            again[part] = readings.parts.items[part].again ? '+' : '-';
        here = strcmp(again, cases[i].again) == 0 && same_parts(&readings);
        right &= here;
        if (!here)
            print_error("%s: %s, not %s\n", cases[i].text, again, cases[i].again);
        readings_release(&readings);
    }
    assert_true(right);
}

static const char *const lines[] = {
    "",       "",       "",     "a",       "*b* c",   ":::d",    ":::",      "$$",
    "$$ e",   "$f$",    "- g",  "  h",     "    i",   "1. j",    "> k",      "> :::l",
    "- $$",   "  $$",   "```",  "<!--",    "-->",     "<div>",   "</div>",   "<pre>",
    "| m |",  "|---|",  "***",  "# n",     "---",     "  :::",   "::o",      "[p]",
    "[q][p]", "[p]: r", "[^s]", "[^s]: t", "\tu",     "- [ ]",   "  [p]: v", "w $x$ *y*",
    "> - z",  "  - a",  "2) b", "   :::c", "`` $ ``", "$`d`$ `", "-",        "  ",
};

/* Texts made of such lines, the same ones in each run. */
static void made_texts_are_read_the_same(void **state)
{
    enum { TEXTS = 4000, LINES_MAX = 16 };
    uint32_t seed = 1;
    struct buf text = BUF_INIT;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct readings readings;

        text.len = 0;
        for (int line = 0; line < 3 + i % LINES_MAX; line++) {
            seed = seed * 1664525 + 1013904223;
            buf_puts(&text, lines[(seed >> 16) % (sizeof(lines) / sizeof(lines[0]))]);
            buf_putc(&text, '\n');
        }
        buf_putc(&text, '\0');
        readings_init(&readings, (struct str){text.data, text.len - 1});
        if (!same_parts(&readings))
            fail_msg("%s", text.data);
        readings_release(&readings);
    }
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_read_again),
        cmocka_unit_test(made_texts_are_read_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
