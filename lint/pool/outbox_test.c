/* outbox_test.c - what is in an outbox, and what is left of it */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/pool/outbox.h"

enum { FRAME = sizeof(struct frame) };

static bool add(struct outbox *outbox, size_t len)
{
    struct buf block = BUF_INIT;
    bool added;

    buf_repeat(&block, 'x', len);
    added = outbox_add(outbox, 7, &block);
    buf_release(&block);
    return added;
}

static char copied[OUTBOX_BYTES];

static void only_whole_frames_fit(void **state)
{
    static struct outbox outbox;

    (void)state;
    assert_false(add(&outbox, OUTBOX_BYTES));
    assert_false(add(&outbox, OUTBOX_BYTES - FRAME + 1));
    assert_true(add(&outbox, 0));
    assert_false(add(&outbox, OUTBOX_BYTES - 2 * FRAME + 1));
    assert_true(add(&outbox, OUTBOX_BYTES - 2 * FRAME));
    assert_false(add(&outbox, 0));
    assert_int_equal(outbox_text(&outbox).len, OUTBOX_BYTES);
    outbox_sent(&outbox, OUTBOX_BYTES);
    assert_int_equal(outbox_text(&outbox).len, 0);
    assert_true(add(&outbox, OUTBOX_BYTES - FRAME));
}

static void the_rest_was_not_received(void **state)
{
    /* Near the end of what 32 bits count. */
    static struct outbox outbox = {.start = UINT32_MAX - 9, .end = UINT32_MAX - 9};
    uint32_t start = outbox.start;

    (void)state;
    add(&outbox, 20);
    assert_int_equal(outbox_copy(&outbox, 0, start, copied), FRAME + 20);
    assert_memory_equal(copied, outbox.bytes[0], FRAME + 20);
    assert_int_equal(outbox_copy(&outbox, 0, start + 7, copied), FRAME + 13);
    assert_memory_equal(copied, outbox.bytes[0] + 7, FRAME + 13);
    assert_int_equal(outbox_copy(&outbox, 0, start + FRAME + 20, copied), 0);
    /* Part of a large block came after it. */
    assert_int_equal(outbox_copy(&outbox, 0, start + FRAME + 21, copied), 0);
    assert_int_equal(outbox_copy(&outbox, 0, start - 1, copied), 0);
}

static void halves_take_turns(void **state)
{
    static struct outbox outbox;

    (void)state;
    assert_true(outbox_may_ring(&outbox));
    add(&outbox, 5);
    outbox_rung(&outbox);
    assert_false(outbox_may_ring(&outbox));
    assert_int_equal(outbox_text(&outbox).len, 0);
    add(&outbox, 6);
    assert_ptr_equal(outbox_text(&outbox).data, outbox.bytes[1]);
    assert_ptr_equal(outbox_half(&outbox, 0, 3).data, outbox.bytes[0]);
    /* The parent has not heard of the first half, though it has taken that. */
    assert_int_equal(outbox_copy(&outbox, 0, FRAME + 5, copied), 0);
    assert_int_equal(outbox_copy(&outbox, 1, FRAME + 5, copied), FRAME + 6);
    outbox_emptied(&outbox, 1);
    assert_true(outbox_may_ring(&outbox));
    outbox_rung(&outbox);
    add(&outbox, 7);
    assert_ptr_equal(outbox_text(&outbox).data, outbox.bytes[0]);
}

static void nonsense_is_nothing(void **state)
{
    static struct outbox outbox = {.start = 5, .end = 5 + OUTBOX_BYTES + 1};

    (void)state;
    assert_int_equal(outbox_copy(&outbox, 0, 5, copied), 0);
    outbox.end = 4;
    assert_int_equal(outbox_copy(&outbox, 0, 5, copied), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_whole_frames_fit),
        cmocka_unit_test(the_rest_was_not_received),
        cmocka_unit_test(halves_take_turns),
        cmocka_unit_test(nonsense_is_nothing),
    };

    return cmocka_run_group_tests_name("outbox", tests, NULL, NULL);
}
