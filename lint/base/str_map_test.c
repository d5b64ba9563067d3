/* str_map_test.c - maps of strings, and sets of folders */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/str_map.h"
#include "lint/files/inode_set.h"

static void what_is_put_is_found(void **state)
{
    struct str_map map = {0};
    struct arena arena;
    void *value = NULL;

    (void)state;
    arena_init(&arena);
    assert_false(str_map_get(&map, STR("a"), &value));
    for (int i = 0; i < 1000; i++)
        str_map_put(&map, &arena, arena_format(&arena, "key %d", i), &arena + i);
    assert_int_equal(map.count, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_true(str_map_get(&map, arena_format(&arena, "key %d", i), &value));
        assert_ptr_equal(value, &arena + i);
    }
    assert_false(str_map_get(&map, STR("key"), &value));
    str_map_put(&map, &arena, STR("key 7"), NULL);
    assert_int_equal(map.count, 1000);
    assert_true(str_map_get(&map, STR("key 7"), &value));
    assert_null(value);
    str_map_put(&map, &arena, STR(""), &arena);
    assert_true(str_map_get(&map, STR(""), &value));
    arena_release(&arena);
}

static size_t longest_run(const struct str_map *map)
{
    size_t longest = 0;
    size_t run = 0;

    for (size_t i = 0; i < map->capacity; i++) {
        run = map->slots[i].key.data ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* The longer slots in use stand in a row, the longer a search takes. */
static void numbered_names_are_spread(void **state)
{
    static const char *const formats[] = {"#heading-%d", "#introduction-%08d", "%d",
                                          "#%d-in-the-midst-of-a-heading"};

    (void)state;
    for (size_t f = 0; f < sizeof(formats) / sizeof(*formats); f++) {
        struct str_map map = {0};
        struct arena arena;

        arena_init(&arena);
        for (int i = 0; i < 10000; i++)
            str_map_put(&map, &arena, arena_format(&arena, formats[f], i), NULL);
        assert_in_range(longest_run(&map), 1, 60);
        arena_release(&arena);
    }
}

static void folders_are_new_once(void **state)
{
    struct inode_set set = {0};

    (void)state;
    for (uint64_t device = 0; device < 3; device++)
        for (uint64_t number = 0; number < 1000; number++)
            assert_true(inode_set_add(&set, device, number));
    assert_false(inode_set_add(&set, 0, 0));
    assert_false(inode_set_add(&set, 2, 999));
    assert_true(inode_set_add(&set, 3, 999));
    inode_set_release(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_is_found),
        cmocka_unit_test(numbered_names_are_spread),
        cmocka_unit_test(folders_are_new_once),
    };

    return cmocka_run_group_tests_name("str_map", tests, NULL, NULL);
}
