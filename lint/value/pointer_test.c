/* pointer_test.c - JSON Pointers: the examples of RFC 6901, and malformed ones */

#include "lint/value/pointer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char document[] =
    "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"c%d\": 2, \"e^f\": 3, \"g|h\": "
    "4,"
    " \"i\\\\j\": 5, \"k\\\"l\": 6, \" \": 7, \"m~n\": 8, \"~1\": 9}";

static const struct entry *follow(struct arena *arena, const char *pointer)
{
    static struct value_tree tree;
    struct value_input input = {document, span_make(0, sizeof(document) - 1),
                                VALUE_MAX_NODES};

    json_read(arena, input, &tree);
    assert_non_null(tree.root);
    return pointer_follow(arena, tree.root, str_from(pointer));
}

static void pointers_lead_where_the_standard_says(void **state)
{
    static const struct {
        const char *pointer, *text;
    } cases[] = {
        {"/foo/0", "bar"}, {"/foo/1", "baz"}, {"/", "0"},     {"/a~1b", "1"},
        {"/c%d", "2"},     {"/e^f", "3"},     {"/g|h", "4"},  {"/i\\j", "5"},
        {"/k\"l", "6"},    {"/ ", "7"},       {"/m~0n", "8"}, {"/~01", "9"},
    };
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct entry *entry = follow(&arena, cases[i].pointer);

        if (!entry || !str_is(entry->value->text, cases[i].text))
            fail_msg("`%s` leads elsewhere", cases[i].pointer);
    }
    arena_release(&arena);
}

static void what_is_not_there_is_not_found(void **state)
{
    static const char *const pointers[] = {"",         "/foo/2",          "/foo/-",
                                           "/foo/00",  "/foo/",           "/foo/0/bar",
                                           "/foo/1e0", "/foo/9999999999", "/bar"};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(pointers) / sizeof(pointers[0]); i++)
        if (follow(&arena, pointers[i]))
            fail_msg("`%s` leads somewhere", pointers[i]);
    arena_release(&arena);
}

static void tokens_are_escaped(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    pointer_add(&out, STR("a/b~c"));
    pointer_add(&out, STR(""));
    pointer_add(&out, STR("~1"));
    assert_true(str_is(buf_str(&out), "/a~1b~0c//~01"));
    assert_true(pointer_is_valid(buf_str(&out)));
    buf_release(&out);
}

static void a_tilde_needs_its_digit(void **state)
{
    (void)state;
    assert_true(pointer_is_valid(STR("")));
    assert_false(pointer_is_valid(STR("foo")));
    assert_false(pointer_is_valid(STR("/~")));
    assert_false(pointer_is_valid(STR("/~2")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pointers_lead_where_the_standard_says),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(tokens_are_escaped),
        cmocka_unit_test(a_tilde_needs_its_digit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
