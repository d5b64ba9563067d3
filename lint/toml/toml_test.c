/* toml_test.c - the TOML reader's bounds; testdata/values/ has the rest */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/value/value.h"

static struct value_tree read_text(struct arena *arena, const struct buf *text,
                                   uint32_t max_nodes)
{
    struct value_tree tree;

    toml_read(
        arena,
        (struct value_input){text->data, span_make(0, (uint32_t)text->len), max_nodes},
        &tree);
    return tree;
}

/* The root is one level, the array's brackets the others. */
static struct value_tree read_nested(struct arena *arena, uint32_t depth)
{
    struct buf text = BUF_INIT;
    struct value_tree tree;

    buf_puts(&text, "a=");
    buf_repeat(&text, '[', depth - 1);
    buf_repeat(&text, ']', depth - 1);
    tree = read_text(arena, &text, VALUE_MAX_NODES);
    buf_release(&text);
    return tree;
}

/* a.a.a, as a key or as a table's name. */
static struct value_tree read_dotted(struct arena *arena, uint32_t depth, bool is_header)
{
    struct buf text = BUF_INIT;
    struct value_tree tree;

    buf_puts(&text, is_header ? "[a" : "a");
    for (uint32_t i = 2; i < depth; i++)
        buf_puts(&text, ".a");
    buf_puts(&text, is_header ? "]" : ".a=1");
    tree = read_text(arena, &text, VALUE_MAX_NODES);
    buf_release(&text);
    return tree;
}

static void assert_limit(const struct value_tree *tree, uint32_t start)
{
    assert_null(tree->root);
    assert_int_equal(tree->problem_count, 1);
    assert_int_equal(tree->problems[0].kind, PROBLEM_LIMIT);
    assert_int_equal(tree->problems[0].mistake.span.start, start);
}

static void depth_is_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    tree = read_nested(&arena, VALUE_MAX_DEPTH);
    assert_non_null(tree.root);
    tree = read_nested(&arena, VALUE_MAX_DEPTH + 1);
    assert_limit(&tree, 2 + VALUE_MAX_DEPTH - 1);
    for (int is_header = 0; is_header < 2; is_header++) {
        tree = read_dotted(&arena, VALUE_MAX_DEPTH, is_header);
        assert_non_null(tree.root);
        tree = read_dotted(&arena, VALUE_MAX_DEPTH + 1, is_header);
        assert_limit(&tree, 2 * (VALUE_MAX_DEPTH - 1) + (uint32_t)is_header);
    }
    arena_release(&arena);
}

static void values_are_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;
    struct buf text = BUF_INIT;

    (void)state;
    arena_init(&arena);
    buf_puts(&text, "a=1\nb.c=2\n");
    tree = read_text(&arena, &text, 4);
    assert_non_null(tree.root);
    assert_int_equal(tree.value_count, 4);
    tree = read_text(&arena, &text, 3);
    assert_limit(&tree, 8);
    arena_release(&arena);
    buf_release(&text);
}

static void problems_are_bounded(void **state)
{
    struct arena arena;
    struct value_tree tree;
    struct buf text = BUF_INIT;

    (void)state;
    arena_init(&arena);
    for (int i = 0; i < 2 * VALUE_MAX_PROBLEMS; i++)
        buf_puts(&text, "a = b c\n");
    tree = read_text(&arena, &text, VALUE_MAX_NODES);
    assert_null(tree.root);
    assert_int_equal(tree.problem_count, VALUE_MAX_PROBLEMS);
    arena_release(&arena);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(values_are_bounded),
        cmocka_unit_test(problems_are_bounded),
    };

    return cmocka_run_group_tests_name("toml", tests, NULL, NULL);
}
