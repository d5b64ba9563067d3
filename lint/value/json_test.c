/* json_test.c - JSON texts and the trees they give */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/memory.h"
#include "lint/tool/conformance/value_dump.h"
#include "lint/value/value.h"

struct reading {
    const char *text;
    const char *tree; /* as value_tree_dump() has it */
};

typedef void reader(struct arena *arena, struct value_input input,
                    struct value_tree *tree);

static void check(reader *read, const struct reading *readings, size_t count)
{
    struct arena arena;
    struct buf out = BUF_INIT;

    arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        struct value_input input = {readings[i].text,
                                    span_make(0, (uint32_t)strlen(readings[i].text)),
                                    VALUE_MAX_NODES};
        struct value_tree tree;

        read(&arena, input, &tree);
        out.len = 0;
        value_tree_dump(&out, &tree);
        buf_putc(&out, '\0');
        assert_string_equal(out.data, readings[i].tree);
        arena_reset(&arena);
    }
    buf_release(&out);
    arena_release(&arena);
}

#define CHECK(read, readings)                                                            \
    check(read, readings, sizeof(readings) / sizeof(readings[0]))

static void values_have_spans(void **state)
{
    static const struct reading readings[] = {
        {" null ", "null@1-5"},
        {"[true, false]", "[true@1-5 false@7-12]@0-13"},
        {"{\"a\" : -1, \"b\":{}}", "{a@1-4=i-1@7-9 b@11-14={}@15-17}@0-18"},
        {"\xEF\xBB\xBF[]", "[]@3-5"},
        {"[0, -0, 1.50, 1E+2]", "[i0@1-2 i-0@4-6 n1.50@8-12 n1E+2@14-18]@0-19"},
        {"123456789012345678901234567890", "i123456789012345678901234567890@0-30"},
    };

    (void)state;
    CHECK(json_read, readings);
    CHECK(jsonc_read, readings);
}

static void strings_are_unescaped(void **state)
{
    static const struct reading readings[] = {
        {"\"a\"", "\"a\"@0-3"},
        {"\"\"", "\"\"@0-2"},
        {"\"a\\n\\\"b\\/\"", "\"a\n\"b/\"@0-10"},
        {"\"\\u00e9\\u20AC\"", "\"\xC3\xA9\xE2\x82\xAC\"@0-14"},
        {"\"\\ud83d\\ude00!\"", "\"\xF0\x9F\x98\x80!\"@0-15"},
        {"\"\\ud83d\"", "\"\xEF\xBF\xBD\"@0-8"},
        {"\"\\ude00\\ud83d\\u0041\"", "\"\xEF\xBF\xBD\xEF\xBF\xBD"
                                      "A\"@0-20"},
        {"{\"\\u0061\":1}", "{a@1-9=i1@10-11}@0-12"},
    };

    (void)state;
    CHECK(json_read, readings);
}

static void mistakes_are_explained(void **state)
{
    static const struct reading readings[] = {
        {"", "!syntax 0-0 the text ends where a value is expected"},
        {"[1", "!syntax 2-2 the text ends where `,` or `]` is expected"},
        {"[1,]", "!syntax 2-3 comma without a value behind it, before `]` =2-3 "},
        {"[1 2]", "!syntax 3-4 found `2`, expected `,` or `]`"},
        {"{a: 1}", "!syntax 1-2 found `a`, expected a key in double quotes =1-2 \"a\""},
        {"{\"a\" 1}", "!syntax 5-6 found `1`, expected `:` behind the key"},
        {"['a']", "!syntax 1-2 strings stand in double quotes, not single ones"},
        {"[True]", "!syntax 1-5 found `True`, expected a value"},
        {"[012]", "!syntax 1-4 a number does not start with `0`"},
        {"[1.]", "!syntax 1-3 a number needs a digit behind its point"},
        {"[\"a\nb\"]", "!syntax 1-3 string is not closed on the line where it starts"},
        {"[\"a\\qb\"]", "!syntax 3-5 unknown escape in a string; a backslash is written "
                        "`\\\\`"},
        {"[] // x",
         "!syntax 3-5 JSON has no comments; expected nothing behind the value"},
        {"[\"\xE9\"]", "!encoding 2-3 byte 0xE9 is not UTF-8; in Windows-1252 it is "
                       "`\xC3\xA9`"},
    };

    (void)state;
    CHECK(json_read, readings);
}

static void duplicate_keys_keep_the_first(void **state)
{
    static const struct reading readings[] = {
        {"{\"a\":1,\"a\":2}", "{a@1-4=i1@5-6}@0-13 !duplicate 7-10 duplicate key `a` "
                              "<1-4 first defined here"},
    };

    (void)state;
    CHECK(json_read, readings);
}

static void configs_have_comments_and_commas(void **state)
{
    static const struct reading readings[] = {
        {"// x\n[1, /* y */ 2,]", "[i1@6-7 i2@17-18]@5-20"},
        {"{\"a\":1,} // end", "{a@1-4=i1@5-6}@0-8"},
        {"[,]", "!syntax 1-2 found `,`, expected a value"},
        {"[] /* x", "!syntax 3-5 comment is not closed by `*/`"},
        {"[] /", "!syntax 3-4 found `/`, expected nothing behind the value"},
    };

    (void)state;
    CHECK(jsonc_read, readings);
}

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
        cmocka_unit_test(values_have_spans),
        cmocka_unit_test(strings_are_unescaped),
        cmocka_unit_test(mistakes_are_explained),
        cmocka_unit_test(duplicate_keys_keep_the_first),
        cmocka_unit_test(configs_have_comments_and_commas),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(many_values_are_too_many),
        cmocka_unit_test(large_maps_find_duplicates_too),
        cmocka_unit_test(problems_are_bounded),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
