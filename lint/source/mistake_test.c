/* mistake_test.c - edits are in order, and copies do not share them */

#include "lint/source/mistake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void edits_are_in_order(void **state)
{
    static const uint32_t starts[] = {5, 1, 9, 5, 3, 7};
    static const uint32_t wanted[] = {1, 3, 5, 5, 7, 9};
    struct mistake mistake = {.severity = SEVERITY_OFF};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (uint32_t i = 0; i < 6; i++)
        mistake_add_edit(&mistake, &arena, span_make(starts[i], starts[i] + i), STR("x"));
    assert_int_equal(mistake.edit_count, 6);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(mistake.edits[i].span.start, wanted[i]);
    /* Of two at one place, the later one comes later. */
    assert_int_equal(span_length(mistake.edits[2].span), 0);
    assert_int_equal(span_length(mistake.edits[3].span), 3);
    arena_release(&arena);
}

static void a_copy_changes_on_its_own(void **state)
{
    enum { COUNT = 20 }; /* with room for some more */
    struct mistake first = {.message = STR("wrong")};
    struct mistake copy;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (uint32_t i = 0; i < COUNT; i++)
        mistake_add_edit(&first, &arena, span_make(4, 5), STR("a"));
    mistake_add_related(&first, &arena, span_make(1, 2), STR("here"));
    copy = mistake_copy(&first, &arena);
    mistake_add_edit(&copy, &arena, span_make(6, 7), STR("c"));
    mistake_add_edit(&copy, &arena, span_make(0, 1), STR("d"));
    mistake_add_related(&copy, &arena, span_make(2, 3), STR("there"));
    assert_int_equal(copy.edit_count, COUNT + 2);
    assert_int_equal(copy.edits[0].span.start, 0);
    assert_int_equal(copy.edits[COUNT + 1].span.start, 6);
    assert_true(str_is(copy.related->next->message, "there"));
    assert_int_equal(first.edit_count, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(first.edits[i].span.start, 4);
    assert_null(first.related->next);
    arena_release(&arena);
}

/* 1001 bytes are one too many, in the message and in those of other places. */
static void messages_of_a_copy_are_cut(void **state)
{
    struct mistake first = {.severity = SEVERITY_OFF};
    struct mistake copy;
    struct arena arena;
    char text[1002];

    (void)state;
    arena_init(&arena);
    memset(text, 'x', sizeof(text));
    text[999] = '`';
    first.message = (struct str){text, 1000};
    mistake_add_related(&first, &arena, span_make(1, 2), (struct str){text, 1001});
    copy = mistake_copy(&first, &arena);
    assert_true(str_equal(copy.message, first.message));
    assert_int_equal(copy.related->message.len, 1000 + strlen("…`"));
    assert_true(str_ends(copy.related->message, STR("`…`")));
    arena_release(&arena);
}

static void related_places_stay_in_order(void **state)
{
    struct mistake mistake = {.severity = SEVERITY_OFF};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    mistake_add_related(&mistake, &arena, span_make(9, 9), STR("first"));
    mistake_add_related(&mistake, &arena, span_make(1, 2), STR("second"));
    assert_true(str_is(mistake.related->message, "first"));
    assert_true(str_is(mistake.related->next->message, "second"));
    assert_null(mistake.related->next->next);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_in_order),
        cmocka_unit_test(a_copy_changes_on_its_own),
        cmocka_unit_test(messages_of_a_copy_are_cut),
        cmocka_unit_test(related_places_stay_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
