/* mistake_test.c - edits keep their order, and other mistakes keep theirs */

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
    /* Of two at one place the later one comes later. */
    assert_int_equal(span_length(mistake.edits[2].span), 0);
    assert_int_equal(span_length(mistake.edits[3].span), 3);
    arena_release(&arena);
}

/* A mistake that is passed on has the edits of the one it was. */
static void edits_of_others_stay(void **state)
{
    struct edit edits[] = {{{4, 5}, {"a", 1}}, {{8, 9}, {"b", 1}}};
    struct mistake passed_on = {.edits = edits, .edit_count = 2};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    mistake_add_edit(&passed_on, &arena, span_make(6, 7), STR("c"));
    mistake_add_edit(&passed_on, &arena, span_make(0, 1), STR("d"));
    assert_int_equal(passed_on.edit_count, 4);
    assert_int_equal(passed_on.edits[0].span.start, 0);
    assert_int_equal(passed_on.edits[2].span.start, 6);
    assert_int_equal(edits[0].span.start, 4);
    assert_int_equal(edits[1].span.start, 8);
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
        cmocka_unit_test(edits_of_others_stay),
        cmocka_unit_test(related_places_stay_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
