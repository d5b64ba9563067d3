/* pool_test.c - what is delivered, in which order, and how a run ends */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/tool/pool/pool_trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum { MAX_ITEMS = 3000, MIDDLE_ITEMS = 200 };

static void nothing_to_do(void **state)
{
    (void)state;
    pool_trial_check(NULL, 0, (struct pool_options){0}, "");
}

static void blocks_come_in_order(void **state)
{
    static const enum act acts[] = {ACT_SLOW, ACT_SMALL, ACT_EMPTY, ACT_SMALL};

    (void)state;
    pool_trial_check(acts, 4, (struct pool_options){.deadline = 60},
                     "0 0 0 0 slow 0\n1 0 0 0 item 1\n2 0 0 0 \n3 0 0 0 item 3\n");
    pool_trial_check(acts, 1, (struct pool_options){0}, "0 0 0 0 slow 0\n");
}

/* Pipes are made while there are descriptors, and the workers with one do all the
 * work. */
static void few_descriptors_are_enough(void **state)
{
    enum { COUNT = 100, FILES = 14 };
    static enum act acts[COUNT];
    struct rlimit before, few;
    struct buf log;

    (void)state;
    getrlimit(RLIMIT_NOFILE, &before);
    few = (struct rlimit){FILES, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
    log = pool_trial_log(acts, COUNT, (struct pool_options){.jobs = 64});
    setrlimit(RLIMIT_NOFILE, &before);
    buf_release(&log);
}

/* Everything at once, and the same bytes for any number of workers. */
static void jobs_do_not_show(void **state)
{
    static const unsigned jobs[] = {2, 5, 16};
    static enum act acts[MAX_ITEMS];
    struct pool_options options = {.jobs = 1, .deadline = 60};
    struct buf first;

    (void)state;
    for (uint32_t i = 0; i < MAX_ITEMS; i++)
        acts[i] = i % 500 == 499 ? ACT_BIG : i % 100 == 50 ? ACT_ABORT : ACT_SMALL;
    first = pool_trial_log(acts, MAX_ITEMS, options);
    assert_true(first.len > 6 * (size_t)POOL_TRIAL_BIG);
    for (size_t i = 0; i < sizeof(jobs) / sizeof(*jobs); i++) {
        options.jobs = jobs[i];
        struct buf log = pool_trial_log(acts, MAX_ITEMS, options);

        assert_int_equal(log.len, first.len);
        assert_memory_equal(log.data, first.data, first.len);
        buf_release(&log);
    }
    buf_release(&first);
}

static void check_full_outboxes(const enum act *acts, unsigned jobs, bool slow)
{
    struct pool_trial run = {.acts = acts, .count = MIDDLE_ITEMS, .slow = slow};
    struct pool_trouble trouble;
    struct buf expected = BUF_INIT;

    for (uint32_t i = 0; i < MIDDLE_ITEMS; i++) {
        buf_printf(&expected, "%u %d %d 0 ", i, acts[i] == ACT_ABORT,
                   acts[i] == ACT_ABORT ? SIGABRT : 0);
        if (acts[i] == ACT_MIDDLE)
            buf_repeat(&expected, (char)('a' + i % 26), pool_trial_middle(i));
        buf_putc(&expected, '\n');
    }
    assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = jobs}, &trouble),
                     POOL_FINISHED);
    assert_int_equal(run.log.len, expected.len);
    assert_memory_equal(run.log.data, expected.data, expected.len);
    buf_release(&expected);
    buf_release(&run.log);
}

/* Whether the parent keeps up with its workers or not, and some of them die. */
static void full_outboxes_lose_nothing(void **state)
{
    static enum act acts[MIDDLE_ITEMS];

    (void)state;
    for (uint32_t i = 0; i < MIDDLE_ITEMS; i++)
        acts[i] = i % 40 == 27 ? ACT_ABORT : i % 50 == 9 ? ACT_EMPTY : ACT_MIDDLE;
    for (unsigned jobs = 1; jobs <= 3; jobs++) {
        check_full_outboxes(acts, jobs, false);
        check_full_outboxes(acts, jobs, true);
    }
}

/* The first item is not done before the blocks after it exceed POOL_MAX_KEPT. */
static void waiting_blocks_are_bounded(void **state)
{
    enum { COUNT = 20 };
    static enum act acts[COUNT];
    struct pool_trial run = {
        .acts = acts, .count = COUNT, .enough = POOL_MAX_KEPT / POOL_TRIAL_BIG + 1};
    struct pool_trouble trouble;

    (void)state;
    run.ready = mmap(NULL, sizeof(*run.ready), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (uint32_t i = 1; i < COUNT; i++)
        acts[i] = ACT_BIG;
    acts[0] = ACT_WAIT;
    assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = 3}, &trouble),
                     POOL_FINISHED);
    assert_int_equal(run.delivered, COUNT);
    assert_true(run.log.len > (COUNT - 1) * (size_t)POOL_TRIAL_BIG);
    munmap((void *)run.ready, sizeof(*run.ready));
    buf_release(&run.log);
}

static void the_receiver_can_stop(void **state)
{
    static enum act acts[100];
    struct pool_trial run = {.acts = acts, .count = 100, .stop_at = 7};
    struct pool_trouble trouble;

    (void)state;
    acts[20] = ACT_HANG;
    assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = 3}, &trouble),
                     POOL_STOPPED);
    assert_int_equal(run.delivered, 8);
    buf_release(&run.log);
}

static void a_signal_ends_the_run(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    static const enum act acts[] = {ACT_SMALL, ACT_SMALL, ACT_HANG, ACT_HANG, ACT_HANG};

    (void)state;
    for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
        struct pool_trial run = {.acts = acts, .count = 5, .raise_at = signals[i]};
        struct pool_trouble trouble;

        /* A shell's background jobs start with SIGINT ignored, and nohup's with SIGHUP.
         */
        signal(signals[i], SIG_DFL);
        assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = 3}, &trouble),
                         POOL_INTERRUPTED);
        assert_int_equal(trouble.signal, signals[i]);
        assert_int_equal(run.delivered, 2);
        buf_release(&run.log);
    }
}

static void ignored_signals_stay_ignored(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_SMALL, ACT_SLOW};
    struct pool_trial run = {.acts = acts, .count = 3, .raise_at = SIGHUP};
    struct pool_trouble trouble;
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction before, after;

    (void)state;
    sigaction(SIGHUP, &ignore, &before);
    assert_int_equal(pool_trial_run(&run, (struct pool_options){.jobs = 2}, &trouble),
                     POOL_FINISHED);
    sigaction(SIGHUP, &before, &after);
    assert_true(after.sa_handler == SIG_IGN);
    assert_int_equal(run.delivered, 3);
    buf_release(&run.log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_do),
        cmocka_unit_test(blocks_come_in_order),
        cmocka_unit_test(few_descriptors_are_enough),
        cmocka_unit_test(jobs_do_not_show),
        cmocka_unit_test(full_outboxes_lose_nothing),
        cmocka_unit_test(waiting_blocks_are_bounded),
        cmocka_unit_test(the_receiver_can_stop),
        cmocka_unit_test(a_signal_ends_the_run),
        cmocka_unit_test(ignored_signals_stay_ignored),
    };

    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
