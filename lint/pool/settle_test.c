/* settle_test.c - a worker that dies, hangs or lies costs its item, and no other */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/tool/pool/pool_trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>

static void a_dead_worker_costs_one_item(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_ABORT,       ACT_SMALL,
                                    ACT_EXIT,  ACT_EXIT_STATUS, ACT_HALF,
                                    ACT_SMALL, ACT_DIE_EARLIER};
    char expected[200];

    (void)state;
    snprintf(expected, sizeof(expected),
             "0 0 0 0 item 0\n1 1 %d 0 \n2 0 0 0 item 2\n3 1 0 0 \n"
             "4 1 0 3 \n5 1 0 70 \n6 0 0 0 item 6\n7 1 %d 0 \n",
             SIGABRT, SIGKILL);
    pool_trial_check(acts, 8, (struct pool_options){.deadline = 60}, expected);
}

static void a_deadline_ends_an_item(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_HANG, ACT_SMALL, ACT_SLOW};

    (void)state;
    pool_trial_check(acts, 4, (struct pool_options){.deadline = 1},
                     "0 0 0 0 item 0\n1 2 0 0 \n2 0 0 0 item 2\n3 0 0 0 slow 3\n");
}

/* What else was in the pipe is lost and done again. */
static void nonsense_costs_one_item(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_NONSENSE, ACT_SMALL, ACT_NONSENSE,
                                    ACT_SMALL, ACT_NONSENSE, ACT_SMALL};

    (void)state;
    pool_trial_check(acts, 7, (struct pool_options){.deadline = 60},
                     "0 0 0 0 item 0\n1 4 0 0 \n2 0 0 0 item 2\n3 4 0 0 \n"
                     "4 0 0 0 item 4\n5 4 0 0 \n6 0 0 0 item 6\n");
}

/* As on a machine where too many processes want the processor. */
static void waiting_is_no_work(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_NAP};
    struct buf log;

    (void)state;
    log = pool_trial_log(acts, 2, (struct pool_options){.jobs = 1, .deadline = 1});
    assert_string_equal(log.data, "0 0 0 0 item 0\n1 0 0 0 nap 1\n");
    buf_release(&log);
}

static void a_sleeper_ends_as_well(void **state)
{
    static const enum act acts[] = {ACT_SLEEP, ACT_SMALL};
    struct buf log;

    (void)state;
    log = pool_trial_log(acts, 2, (struct pool_options){.jobs = 2, .deadline = 1});
    assert_string_equal(log.data, "0 2 0 0 \n1 0 0 0 item 1\n");
    buf_release(&log);
}

/* It has sent half of the block, which another worker then makes again. */
static void a_stopped_sender_costs_nothing(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_STUCK, ACT_SMALL};
    struct pool_trial run = {.acts = acts, .count = 3};
    struct pool_options options = {.jobs = 2, .deadline = 1};
    struct pool_trouble trouble;

    (void)state;
    run.stuck = mmap(NULL, sizeof(*run.stuck), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_int_equal(pool_trial_run(&run, options, &trouble), POOL_FINISHED);
    assert_int_equal(run.delivered, 3);
    assert_memory_equal(run.log.data, "0 0 0 0 item 0\n1 0 0 0 xxx", 26);
    assert_true(run.log.len > 1000 * 1000);
    munmap((void *)run.stuck, sizeof(*run.stuck));
    buf_release(&run.log);
}

/* What the worker had done and not yet sent is not done again, only its last item. */
static void a_crash_loses_nothing(void **state)
{
    enum { COUNT = 2000 };
    static enum act acts[COUNT];
    struct pool_trial run = {.acts = acts, .count = COUNT};
    struct pool_trouble trouble;

    (void)state;
    acts[COUNT - 1] = ACT_EXIT;
    run.times = mmap(NULL, COUNT * sizeof(*run.times), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = 1}, &trouble),
                     POOL_FINISHED);
    assert_int_equal(run.delivered, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(run.times[i], i == COUNT - 1 ? 2 : 1);
    munmap((void *)run.times, COUNT * sizeof(*run.times));
    buf_release(&run.log);
}

/* A new worker decides about an item whose worker had done others. */
static void what_was_done_before_does_not_show(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_PICKY, ACT_SMALL, ACT_PICKY};

    (void)state;
    pool_trial_check(
        acts, 4, (struct pool_options){.deadline = 60},
        "0 0 0 0 item 0\n1 0 0 0 picky 1\n2 0 0 0 item 2\n3 0 0 0 picky 3\n");
}

static void memory_has_a_limit(void **state)
{
    static const enum act acts[] = {ACT_EAT, ACT_SMALL, ACT_EAT};

    (void)state;
    if (!pool_limits_memory()) {
        print_message("skipped: this system sets no limit to memory\n");
        skip();
    }
    pool_trial_check(acts, 3, (struct pool_options){.memory = 32 << 20, .deadline = 60},
                     "0 3 0 0 \n1 0 0 0 item 1\n2 3 0 0 \n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dead_worker_costs_one_item),
        cmocka_unit_test(a_deadline_ends_an_item),
        cmocka_unit_test(nonsense_costs_one_item),
        cmocka_unit_test(waiting_is_no_work),
        cmocka_unit_test(a_sleeper_ends_as_well),
        cmocka_unit_test(a_stopped_sender_costs_nothing),
        cmocka_unit_test(a_crash_loses_nothing),
        cmocka_unit_test(what_was_done_before_does_not_show),
        cmocka_unit_test(memory_has_a_limit),
    };

    return cmocka_run_group_tests_name("settle", tests, NULL, NULL);
}
