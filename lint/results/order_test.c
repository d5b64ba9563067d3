/* order_test.c - the diagnostics of a file are sorted, whatever their order was */

#include "lint/results/order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

enum { MOST = 60, ROUNDS = 2000 };

static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* Few places, rules and messages, so that many are alike. */
static struct diagnostic random_one(uint32_t *seed)
{
    static const char *const messages[] = {"", "a", "ab", "b"};
    uint32_t start = next(seed) % 8;

    return (struct diagnostic){
        .rule = next(seed) % 3,
        .mistake = {.span = {start, start + next(seed) % 3},
                    .message = str_from(messages[next(seed) % 4])}};
}

static int compare(const struct diagnostic *a, const struct diagnostic *b)
{
    if (a->mistake.span.start != b->mistake.span.start)
        return a->mistake.span.start < b->mistake.span.start ? -1 : 1;
    if (a->mistake.span.end != b->mistake.span.end)
        return a->mistake.span.end < b->mistake.span.end ? -1 : 1;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return str_compare(a->mistake.message, b->mistake.message);
}

/* The same by qsort(), in which the address makes no two equal. */
static int compare_entries(const void *a, const void *b)
{
    const struct diagnostic *x = ((const struct ordered *)a)->diagnostic;
    const struct diagnostic *y = ((const struct ordered *)b)->diagnostic;
    int order = compare(x, y);

    return order ? order : (x > y) - (x < y);
}

static void check(const struct diagnostic *items, uint32_t count)
{
    struct ordered found[MOST];
    struct ordered all[MOST] = {{0}};
    uint32_t kept = order_diagnostics(items, count, found);
    uint32_t expected = 0;

    for (uint32_t i = 0; i < count; i++)
        all[i] = order_entry(&items[i]);
    qsort(all, count, sizeof(all[0]), compare_entries);
    for (uint32_t i = 0; i < count; i++) {
        if (i && compare(all[i - 1].diagnostic, all[i].diagnostic) == 0)
            continue;
        assert_true(expected < kept);
        assert_ptr_equal(found[expected++].diagnostic, all[i].diagnostic);
    }
    assert_int_equal(kept, expected);
}

static void any_order_becomes_this_one(void **state)
{
    struct diagnostic items[MOST];
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = next(&seed) % MOST;

        for (uint32_t i = 0; i < count; i++)
            items[i] = random_one(&seed);
        check(items, count);
    }
}

static void places_compare_as_numbers(void **state)
{
    static const struct span spans[] = {{0, UINT32_MAX}, {1, 1},
                                        {1, UINT32_MAX}, {255, 256},
                                        {256, 256},      {0x80000000, 0x80000000}};
    enum { COUNT = sizeof(spans) / sizeof(spans[0]) };
    struct diagnostic items[COUNT];
    struct ordered found[COUNT];

    (void)state;
    for (uint32_t i = 0; i < COUNT; i++)
        items[i] = (struct diagnostic){.mistake.span = spans[COUNT - 1 - i]};
    assert_int_equal(order_diagnostics(items, COUNT, found), COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_ptr_equal(found[i].diagnostic, &items[COUNT - 1 - i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_becomes_this_one),
        cmocka_unit_test(places_compare_as_numbers),
    };

    return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
