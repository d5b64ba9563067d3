/* yaml_test.c - the YAML reader's bounds; testdata/values/ has the rest */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/value/value.h"

static struct value_tree read_buf(struct arena *arena, struct buf *text)
{
    struct value_input input = {text->data, span_make(0, (uint32_t)text->len),
                                VALUE_MAX_NODES};
    struct value_tree tree;

    yaml_read(arena, input, &tree);
    return tree;
}

static void keys_have_a_length(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_repeat(&text, 'k', 1024);
    buf_puts(&text, ": 1");
    tree = read_buf(&arena, &text);
    assert_non_null(tree.root);
    text.len = 0;
    buf_repeat(&text, 'k', 1025);
    buf_puts(&text, ": 1");
    tree = read_buf(&arena, &text);
    assert_int_equal(tree.problem_count, 1);
    assert_int_equal(tree.problems[0].mistake.span.end, 1025);
    assert_true(str_is(tree.problems[0].mistake.message,
                       "a key can have 1024 characters at most"));
    buf_release(&text);
    arena_release(&arena);
}

static void assert_limit(const struct value_tree *tree)
{
    assert_null(tree->root);
    assert_int_equal(tree->problem_count, 1);
    assert_int_equal(tree->problems[0].kind, PROBLEM_LIMIT);
}

static void depth_is_bounded(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_repeat(&text, '[', VALUE_MAX_DEPTH);
    buf_repeat(&text, ']', VALUE_MAX_DEPTH);
    tree = read_buf(&arena, &text);
    assert_non_null(tree.root);
    text.len = 0;
    buf_repeat(&text, '[', 100000);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    assert_int_equal(tree.problems[0].mistake.span.start, VALUE_MAX_DEPTH);
    buf_release(&text);
    arena_release(&arena);
}

/* Each item is one level deeper than the alias in it. */
static void depth_counts_aliases(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "- &a0 []\n");
    for (int i = 1; i < VALUE_MAX_DEPTH; i++)
        buf_printf(&text, "- &a%d [*a%d]\n", i, i - 1);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    buf_release(&text);
    arena_release(&arena);
}

static void aliases_cannot_explode(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "- &a0 [lol]\n");
    for (int i = 1; i < 20; i++)
        buf_printf(&text, "- &a%d [*a%d, *a%d, *a%d]\n", i, i - 1, i - 1, i - 1);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    assert_true(str_is(tree.problems[0].mistake.message,
                       "alias `*a7` expands the document beyond 10000 values"));
    buf_release(&text);
    arena_release(&arena);
}

static void directives_are_bounded(void **state)
{
    struct arena arena;
    struct buf text = BUF_INIT;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    for (int i = 0; i < 20; i++)
        buf_printf(&text, "%%TAG !t%d! x:\n", i);
    tree = read_buf(&arena, &text);
    assert_limit(&tree);
    buf_release(&text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_have_a_length),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(depth_counts_aliases),
        cmocka_unit_test(aliases_cannot_explode),
        cmocka_unit_test(directives_are_bounded),
    };

    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
