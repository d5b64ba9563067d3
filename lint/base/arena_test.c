/* arena_test.c - arrays that grow in an arena */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/arena.h"

static void an_array_keeps_its_items_while_it_grows(void **state)
{
    struct arena arena;
    uint32_t *items = NULL;
    uint32_t capacity = 0;

    (void)state;
    arena_init(&arena);
    for (uint32_t i = 0; i < 1000; i++) {
        items = arena_make_room(&arena, items, i, &capacity, sizeof(*items));
        assert_true(i < capacity);
        items[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    arena_release(&arena);
}

static void room_that_is_left_is_used(void **state)
{
    struct arena arena;
    uint32_t capacity = 3;
    char *items;

    (void)state;
    arena_init(&arena);
    items = arena_array(&arena, capacity, 1);
    assert_ptr_equal(arena_make_room(&arena, items, 2, &capacity, 1), items);
    assert_int_equal(capacity, 3);
    assert_ptr_not_equal(arena_make_room(&arena, items, 3, &capacity, 1), items);
    assert_int_equal(capacity, 6);
    arena_release(&arena);
}

static void the_array_that_was_left_stays(void **state)
{
    struct arena arena;
    uint32_t capacity = 1;
    int *items, *grown;

    (void)state;
    arena_init(&arena);
    items = arena_array(&arena, capacity, sizeof(*items));
    *items = 7;
    grown = arena_make_room(&arena, items, 1, &capacity, sizeof(*items));
    grown[0] = 8;
    assert_int_equal(*items, 7);
    arena_release(&arena);
}

/* At the end of a block, too, and when there is another one after it. */
static void messages_stay_as_they_are(void **state)
{
    static const char text[] = "a text of which each message has a part, as it comes";
    enum { COUNT = 20000, LONGEST = sizeof(text) - 1 };
    static struct str messages[COUNT];
    struct arena arena;

    (void)state;
    arena_init(&arena);
    for (int i = 0; i < COUNT; i++)
        messages[i] = arena_format(&arena, "%.*s", i % 7 * i % LONGEST, text);
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(messages[i].len, i % 7 * i % LONGEST);
        assert_memory_equal(messages[i].data, text, messages[i].len);
        assert_int_equal(messages[i].data[messages[i].len], '\0');
    }
    arena_release(&arena);
}

static void an_arena_beside_gives_its_blocks_back(void **state)
{
    struct arena lender, beside;
    char *piece;

    (void)state;
    arena_init(&lender);
    piece = arena_raw(&lender, 100);
    arena_reset(&lender);
    arena_init_beside(&beside, &lender);
    assert_ptr_equal(arena_raw(&beside, 100), piece);
    assert_null(lender.spare);
    arena_reset(&beside);
    assert_ptr_equal(arena_raw(&lender, 100), piece);
    arena_release(&lender);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_keeps_its_items_while_it_grows),
        cmocka_unit_test(room_that_is_left_is_used),
        cmocka_unit_test(the_array_that_was_left_stays),
        cmocka_unit_test(messages_stay_as_they_are),
        cmocka_unit_test(an_arena_beside_gives_its_blocks_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
