/* likeness_test.c - what is the same article, and what is not */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/run/likeness.h"

static const struct {
    const char *before;
    const char *after;
    struct rule_change change;
    bool alike;
} texts[] = {
    {"a \nb\n", "a\nb\n", {NULL, NULL}, true},
    {"a  \nb\n", "a\nb\n", {NULL, NULL}, false},
    {"a\n\n\n\nb\n", "a\n\nb\n", {NULL, NULL}, true},
    {"a\nb\n", "a\n\nb\n", {NULL, NULL}, false},
    {"- a\n- b\n", "- a\n\n- b\n", {NULL, NULL}, false},
    {"<div> \n x\n</div>\n", "<div>\nx\n</div>\n", {NULL, NULL}, true},
    {"<pre>\na \n</pre>\n", "<pre>\na\n</pre>\n", {NULL, NULL}, false},
    {"    a \n", "    a\n", {NULL, NULL}, false},
    {"<!--\n<1 \n", "<!--\n<1\n", {NULL, NULL}, true},
    {"$$\na \n$$\n", "$$\na\n$$\n", {NULL, NULL}, true},
    {"$$\na b\n$$\n", "$$\na  b\n$$\n", {NULL, NULL}, false},
    {"[^1]\n\n[^1]: a\n", "[^1]\n\n[^1]: b\n", {NULL, NULL}, false},
    {"|a|\n|-|\n|b|\n", "|a|\n|:-|\n|b|\n", {NULL, NULL}, false},
    {"a\tb\n", "a b\n", {NULL, NULL}, false},
    {"a\tb\n", "a  b\n", {NULL, " \t"}, true},
    {"a\tb\n", "ab\n", {NULL, " \t"}, false},
    {"a [b ](c) d\n", "a [b](c) d\n", {"a", " "}, true},
    {"a [b ](c)\nd\n", "a [b](c)\nd\n", {"a", " "}, true},
    {"a [b ](c)d\n", "a [b](c)d\n", {"a", " "}, false},
    {"a [b ](c) d\n", "a [b](c) d\n", {"a", NULL}, false},
    {"`a\tb`\n", "`a b`\n", {NULL, " \t"}, false},
    {"[a](#%c3%a9)\n", "[a](#%C3%A9)\n", {NULL, NULL}, true},
    {"[a](#%c3b)\n", "[a](#%C3B)\n", {NULL, NULL}, false},
    {"a %c3\n", "a %C3\n", {NULL, NULL}, false},
    {"<!-- a\n\n b-->\n", "<!-- a\nb-->\n", {NULL, NULL}, true},
    {"<!-- a b-->\n", "<!-- ab-->\n", {NULL, NULL}, false},
    {"<!--\n<pre>\n-->\na  b\n", "<!--\n<pre>\n-->\na b\n", {NULL, " "}, true},
    {"#a b\n", "# a b\n", {"p h1", "#"}, true},
    {"#a b\n", "# a b\n", {"p h1", NULL}, false},
    {"#a\n[b]\n\n[b]: c\n", "# a\n[b]\n\n[b]: c\n", {"p h1", "#"}, true},
    {"http://a.b\n", "<http://a.b>\n", {"a", NULL}, true},
    {"http://a.b\n", "<http://a.b>\n", {"p", NULL}, false},
    {"---\na: 1\n---\nb\n", "---\na: 2\n---\nb\n", {NULL, NULL}, true},
};

static void read_article(struct document *document, struct source *source,
                         struct arena *arena, const char *text)
{
    source_init(source, arena, "a.md", text, strlen(text));
    document_parse(document, arena, source);
}

static void rendered_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct document documents[2];
        struct source sources[2];
        struct arena arena;

        arena_init(&arena);
        read_article(&documents[0], &sources[0], &arena, texts[i].before);
        read_article(&documents[1], &sources[1], &arena, texts[i].after);
        if (likeness_rendered(&documents[0], &documents[1], texts[i].change) !=
            texts[i].alike)
            fail_msg("%s\n%s", texts[i].before, texts[i].after);
        arena_release(&arena);
    }
}

/* One edit each, of the front matter. */
static const struct {
    const char *before;
    const char *after;
    struct span edited;
    const char *text;
    bool alike;
} values[] = {
    {"---\na: no\nb: 1\n---\n", "---\na: \"no\"\nb: 1\n---\n", {7, 9}, "\"no\"", true},
    {"---\na: no\nb: 1\n---\n", "---\na: no\nb: 2\n---\n", {7, 9}, "no", false},
    {"---\na: no\nb: 1\n---\n", "---\na: no\n---\n", {7, 9}, "no", false},
    {"---\na: [1, 2]\n---\n", "---\na: [1]\n---\n", {0, 0}, "", false},
    {"---\na: 1\n---\n", "---\na: 1\nb: 2\n---\n", {8, 8}, "\nb: 2", true},
    {"---\na: 1\n---\n", "---\na: 3\nb: 2\n---\n", {8, 8}, "\nb: 2", false},
    {"---\na: 1\n---\n", "b: 2\n---\na: 1\n---\n", {0, 0}, "b: 2\n", false},
    {"---\na: {b: 1, c: 2}\n---\n", "---\na: {b: 1, c: 3}\n---\n", {8, 9}, "b", false},
    {"---\na: [\n---\n", "---\na: []\n---\n", {8, 8}, "]", true},
};

static void same_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        struct edit edit = {values[i].edited, str_from(values[i].text)};
        struct document documents[2];
        struct source sources[2];
        struct arena arena;

        arena_init(&arena);
        read_article(&documents[0], &sources[0], &arena, values[i].before);
        read_article(&documents[1], &sources[1], &arena, values[i].after);
        if (likeness_values(&documents[0], &documents[1],
                            (struct applied_edits){&edit, 1}) != values[i].alike)
            fail_msg("%s\n%s", values[i].before, values[i].after);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rendered_alike),
        cmocka_unit_test(same_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
