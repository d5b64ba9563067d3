/* titles_test.c - whatever a title is, libyaml's own words never reach the writer */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/yaml/lost.h"

enum { TITLES = 3000, MAX_PIECES = 6 };

/* What makes titles hard for YAML, among ordinary words. */
static const char *const pieces[] = {
    "Rye", "bread",   " ",   " ",    ": ", ":",      " #", "#",     "!",  "!!",
    "!a",  "!<",      "!<a", "!b!c", "&",  "&a",     "*",  "*a",    "[",  "]",
    "{",   "}",       ",",   "?",    "? ", "-",      "- ", "--- ",  "|",  ">",
    "|2",  ">-",      "%",   "%TAG", "@",  "`",      "\"", "'",     "\\", "\\x",
    "\t",  "{{ ",     "}}",  "{% ",  "=",  "<<",     "~",  "null",  "é",  "“",
    "”",   "\u00a0a", "…",   "1,",   ".",  "\u3000", "$",  "\\u12", "!%", "!\"",
};

/* How libyaml speaks. */
static const char *const words[] = {
    "did not find",    "could not",        "while ",
    "found character", "found unexpected", "found a tab",
    "found unknown",   "found undef",      "found dupl",
    "found extra",     "found invalid",    "found incompat",
    "indicator",       "mapping",          "sequence entries",
    "document start",  "expected tag",     "cannot start",
    "token",           "node content",     "control charac",
    "UTF-8",           "this is not YAML",
};

/* Numerical Recipes' generator: the same titles everywhere. */
static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void write_title(struct buf *out, uint32_t *seed)
{
    uint32_t count = 1 + next(seed) % MAX_PIECES;

    out->len = 0;
    buf_puts(out, next(seed) % 4 ? "title: " : "tags:\n- ");
    for (uint32_t i = 0; i < count; i++)
        buf_puts(out, pieces[next(seed) % (sizeof(pieces) / sizeof(*pieces))]);
    buf_puts(out, "\nlevel: 1\n");
}

static void assert_own_words(const struct value_tree *tree, const struct buf *text)
{
    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const char *message = tree->problems[i].mistake.message.data;

        for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++)
            if (strstr(message, words[k]) && !strstr(message, "a key cannot start"))
                fail_msg("%s\nis explained by: %s", text->data, message);
    }
}

static void libyaml_is_not_heard(void **state)
{
    struct buf text = BUF_INIT;
    uint32_t seed = 1;
    uint32_t unread = 0;

    (void)state;
    for (int i = 0; i < TITLES; i++) {
        struct value_input input;
        struct value_tree tree;
        struct arena arena;

        arena_init(&arena);
        write_title(&text, &seed);
        input = (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                     VALUE_MAX_NODES};
        yaml_read(&arena, input, &tree);
        yaml_find_lost(&arena, input, &tree);
        assert_true(tree.root || tree.problem_count);
        unread += !tree.root;
        assert_own_words(&tree, &text);
        arena_release(&arena);
    }
    /* The titles are hard enough. */
    assert_true(unread > TITLES / 4);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(libyaml_is_not_heard),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
