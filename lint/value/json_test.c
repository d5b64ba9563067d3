/* json_test.c - the JSON reader's bounds; testdata/values/ has the rest */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/buf.h"
#include "lint/value/value.h"

/* Reads `[[[..]]]` that many levels deep. */
static struct value_tree read_nested(struct arena *arena, uint32_t depth)
{
    struct buf text = BUF_INIT;
    struct value_tree tree;

    buf_repeat(&text, '[', depth);
    buf_repeat(&text, ']', depth);
    json_read(arena,
              (struct value_input){text.data, span_make(0, 2 * depth), VALUE_MAX_NODES},
              &tree);
    buf_release(&text);
    return tree;
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
    assert_null(tree.root);
    assert_int_equal(tree.problem_count, 1);
    assert_int_equal(tree.problems[0].kind, PROBLEM_LIMIT);
    assert_int_equal(tree.problems[0].mistake.span.start, VALUE_MAX_DEPTH);
    arena_release(&arena);
}

static void many_values_are_too_many(void **state)
{
    struct arena arena;
    struct value_tree tree;

    (void)state;
    arena_init(&arena);
    json_read(&arena, (struct value_input){"[1,2,3]", span_make(0, 7), 3}, &tree);
    assert_null(tree.root);
    assert_int_equal(tree.problems[0].kind, PROBLEM_LIMIT);
    assert_int_equal(tree.problems[0].mistake.span.start, 5);
    arena_release(&arena);
}

static void large_maps_find_duplicates_too(void **state)
{
    struct arena arena;
    struct value_tree tree;
    struct buf text = BUF_INIT;

    (void)state;
    arena_init(&arena);
    buf_putc(&text, '{');
    for (int i = 0; i < 100; i++)
        buf_printf(&text, "\"k%d\":%d,", i, i);
    buf_puts(&text, "\"k7\":1}");
    json_read(&arena,
              (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                   VALUE_MAX_NODES},
              &tree);
    assert_int_equal(tree.root->count, 100);
    assert_int_equal(tree.problem_count, 1);
    assert_int_equal(tree.problems[0].kind, PROBLEM_DUPLICATE_KEY);
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
    buf_puts(&text, "{\"k\":0");
    for (int i = 0; i <= VALUE_MAX_PROBLEMS; i++)
        buf_puts(&text, ",\"k\":1");
    buf_putc(&text, '}');
    json_read(&arena,
              (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                   VALUE_MAX_NODES},
              &tree);
    assert_int_equal(tree.root->count, 1);
    assert_int_equal(tree.problem_count, VALUE_MAX_PROBLEMS);
    arena_release(&arena);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(many_values_are_too_many),
        cmocka_unit_test(large_maps_find_duplicates_too),
        cmocka_unit_test(problems_are_bounded),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
