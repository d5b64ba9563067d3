/* changes_test.c - rounds of edits are followed from the first text to the last */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lint/run/changes.h"

enum { ROUNDS = 4, TRIES = 2000, EDITS_MAX = 6 };

/* A generator of numbers, the same on every machine. */
static uint32_t below(uint32_t *state, uint32_t limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % limit;
}

static struct applied_edits random_edits(uint32_t *state, size_t len, struct arena *arena)
{
    static const char *const texts[] = {"", "x", "yz", "\n"};
    struct edit *edits = arena_array(arena, EDITS_MAX, sizeof(*edits));
    struct applied_edits all = {edits, 0};
    uint32_t at = 0;

    while (all.count < EDITS_MAX) {
        uint32_t start = at + below(state, 5);
        uint32_t end = start + below(state, 3);

        if (end > len)
            break;
        edits[all.count++] =
            (struct edit){{start, end}, str_from(texts[below(state, 4)])};
        at = end + (start == end);
    }
    return all;
}

/* What the changes say of the text before gives the text after. */
static void rebuild(struct str before, struct str after, const struct changes *changes,
                    struct buf *out)
{
    uint32_t done = 0;

    for (uint32_t i = 0; i < changes->count; i++) {
        struct change change = changes->items[i];

        assert_true(change.before.start >= done && change.before.end <= before.len);
        assert_true(i == 0 || change.before.start > done);
        buf_add(out, before.data + done, change.before.start - done);
        assert_int_equal(out->len, change.after.start);
        buf_add(out, after.data + change.after.start, span_length(change.after));
        done = change.before.end;
    }
    buf_add(out, before.data + done, before.len - done);
}

static void follows(void **state)
{
    uint32_t seed = 1;

    (void)state;
    for (int i = 0; i < TRIES; i++) {
        struct str before = STR("abcdefghijklmnopqrstuvwxyz");
        struct changes changes = {NULL, 0};
        struct buf built = BUF_INIT;
        struct str text = before;
        struct arena arena;

        arena_init(&arena);
        for (int round = 0; round < ROUNDS; round++) {
            struct applied_edits edits = random_edits(&seed, text.len, &arena);
            struct buf next = BUF_INIT;

            fix_write(text, edits, &next);
            text = arena_str(&arena, buf_str(&next));
            changes_follow(&changes, edits, &arena);
            buf_release(&next);
        }
        rebuild(before, text, &changes, &built);
        assert_true(str_equal(buf_str(&built), text));
        buf_release(&built);
        arena_release(&arena);
    }
}

static void joins_what_touches(void **state)
{
    struct edit first = {{2, 4}, STR("XYZ")};
    struct edit second = {{5, 6}, STR("")};
    struct changes changes = {NULL, 0};
    struct arena arena;

    (void)state;
    arena_init(&arena);
    changes_follow(&changes, (struct applied_edits){&first, 1}, &arena);
    changes_follow(&changes, (struct applied_edits){&second, 1}, &arena);
    assert_int_equal(changes.count, 1);
    assert_int_equal(changes.items[0].before.start, 2);
    assert_int_equal(changes.items[0].before.end, 5);
    assert_int_equal(changes.items[0].after.start, 2);
    assert_int_equal(changes.items[0].after.end, 5);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows),
        cmocka_unit_test(joins_what_touches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
