/* pool_test.c - what workers deliver, whatever happens to them */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/pool/pool.h"

/* What an item does to its worker. */
enum act {
    ACT_SMALL,
    ACT_EMPTY,
    ACT_BIG,
    ACT_ABORT,
    ACT_EXIT,
    ACT_EXIT_STATUS,
    ACT_HANG,
    ACT_EAT,
    ACT_HALF,
    ACT_DIE_EARLIER, /* kills itself when the block of another item is in the pipe */
    ACT_SLOW,
    ACT_NONSENSE, /* sends a block that is not its own */
    ACT_NAP,      /* takes longer than a deadline of a second, but no processor time */
    ACT_SLEEP,    /* for ever */
    ACT_PICKY,    /* dies in a worker that has done another item */
    ACT_STUCK,    /* is stopped while it sends its block, the first time */
    ACT_WAIT,     /* until as many items are done as the run says */
};

enum { BIG = 10 * 1000 * 1000, MAX_ITEMS = 3000 };

struct run {
    const enum act *acts;
    uint32_t count;
    uint32_t delivered;
    uint32_t stop_at; /* deliver() stops at this item; 0: never */
    int raise_at;     /* a signal that the receiver sends to itself at item 1; 0: none */
    uint32_t progress;
    _Atomic pid_t
        *stuck;      /* shared with the workers: who is about to send for ACT_STUCK */
    uint32_t enough; /* items done that ACT_WAIT waits for */
    _Atomic uint32_t *times; /* shared with the workers: how often each item is begun */
    _Atomic bool *ready;     /* shared with the workers: they are done */
    struct buf log;          /* everything that was delivered */
};

/* cmocka catches these; a worker of the program does not. */
static void forget_handlers(void)
{
    signal(SIGABRT, SIG_DFL);
    signal(SIGSEGV, SIG_DFL);
}

static void eat(void)
{
    for (;;)
        memset(memory_alloc(1 << 20), 1, 1 << 20);
}

/* A block whose second half cannot be read, so that the pipe takes only the first. It is
 * too large to be sent with others. */
static void write_half(struct buf *out)
{
    enum { HALF = 64 * 1024 };
    char *memory =
        mmap(NULL, 2 * HALF, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    mprotect(memory + HALF, HALF, PROT_NONE);
    *out = (struct buf){memory, 2 * HALF, 2 * HALF};
}

static void write_big(struct buf *out, uint32_t index)
{
    for (uint32_t i = 0; i < BIG / 4; i++) {
        uint32_t word = i * (index + 1);

        buf_add(out, &word, sizeof(word));
    }
}

/* Writes to its pipe, which was opened last, what no worker writes. */
static void send_nonsense(void)
{
    static const uint32_t frame[] = {UINT32_MAX, 4, 12345678};
    struct stat info;

    for (int fd = 63; fd > STDERR_FILENO; fd--)
        if (fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode) &&
            write(fd, frame, sizeof(frame)) > 0)
            return;
}

static void spin(void)
{
    volatile unsigned turns = 0;

    for (;;)
        turns++;
}

static void sleep_milliseconds(long count)
{
    struct timespec left = {count / 1000, count % 1000 * 1000000};

    while (nanosleep(&left, &left) != 0)
        continue;
}

/* A block larger than a pipe, which the parent does not read before it has stopped the
 * worker. */
static void get_stuck(const struct run *run, struct buf *out)
{
    buf_repeat(out, 'x', 1000 * 1000);
    if (!*run->stuck)
        *run->stuck = getpid();
}

static void stop_the_stuck(const struct run *run)
{
    while (!*run->stuck)
        usleep(1000);
    /* Time to fill the pipe. */
    usleep(100 * 1000);
    kill(*run->stuck, SIGSTOP);
}

static void work(void *context, uint32_t index, struct buf *out)
{
    static unsigned done; /* by this worker */
    const struct run *run = context;
    bool is_first = done++ == 0;

    assert_int_equal(out->len, 0);
    if (run->times)
        run->times[index]++;
    forget_handlers();
    switch (run->acts[index]) {
    case ACT_EMPTY:
        break;
    case ACT_BIG:
        write_big(out, index);
        break;
    case ACT_ABORT:
        abort();
    case ACT_EXIT:
        _exit(0);
    case ACT_EXIT_STATUS:
        _exit(3);
    case ACT_HANG:
        spin();
        break;
    case ACT_EAT:
        eat();
        break;
    case ACT_HALF:
        write_half(out);
        break;
    case ACT_DIE_EARLIER:
        raise(SIGKILL);
        break;
    case ACT_NONSENSE:
        send_nonsense();
        buf_printf(out, "nonsense %u", index);
        break;
    case ACT_NAP:
        sleep_milliseconds(1500);
        buf_printf(out, "nap %u", index);
        break;
    case ACT_SLEEP:
        for (;;)
            pause();
        break;
    case ACT_SLOW:
        usleep(20000);
        buf_printf(out, "slow %u", index);
        break;
    case ACT_PICKY:
        if (!is_first)
            abort();
        buf_printf(out, "picky %u", index);
        break;
    case ACT_STUCK:
        get_stuck(run, out);
        break;
    case ACT_WAIT:
        while (!*run->ready)
            usleep(1000);
        buf_printf(out, "waited %u", index);
        break;
    default:
        buf_printf(out, "item %u", index);
    }
}

static bool deliver(void *context, const struct pool_result *result)
{
    struct run *run = context;

    assert_int_equal(result->index, run->delivered);
    run->delivered++;
    buf_printf(&run->log, "%u %d %d %d ", result->index, result->outcome, result->signal,
               result->status);
    buf_add_str(&run->log, result->block);
    buf_putc(&run->log, '\n');
    if (run->stuck && result->index == 0)
        stop_the_stuck(run);
    if (run->raise_at && result->index == 1)
        raise(run->raise_at);
    return !run->stop_at || result->index < run->stop_at;
}

static void progress(void *context, uint32_t done, uint32_t count)
{
    struct run *run = context;

    assert_int_equal(count, run->count);
    assert_true(done >= run->progress);
    run->progress = done;
    if (run->ready && done >= run->enough)
        *run->ready = true;
}

static void no_child_is_left(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static enum pool_end run_pool(struct run *run, struct pool_options options,
                              struct pool_trouble *trouble)
{
    struct pool_work job = {.count = run->count,
                            .context = run,
                            .work = work,
                            .deliver = deliver,
                            .progress = progress};
    enum pool_end end = pool_run(&options, &job, trouble);

    no_child_is_left();
    return end;
}

/* The log of a run that must finish. Ends in NUL. */
static struct buf log_of(const enum act *acts, uint32_t count,
                         struct pool_options options)
{
    struct run run = {.acts = acts, .count = count};
    struct pool_trouble trouble;
    enum pool_end end = run_pool(&run, options, &trouble);

    if (end != POOL_FINISHED)
        fail_msg("the run ended with %d: %s: %s", end, trouble.what,
                 strerror(trouble.code));
    assert_int_equal(run.delivered, count);
    assert_int_equal(run.progress, count);
    buf_putc(&run.log, '\0');
    return run.log;
}

static void check_log(const enum act *acts, uint32_t count, struct pool_options options,
                      const char *expected)
{
    static const unsigned jobs[] = {1, 2, 5, 0};

    for (size_t i = 0; i < sizeof(jobs) / sizeof(*jobs); i++) {
        options.jobs = jobs[i];
        struct buf log = log_of(acts, count, options);

        assert_string_equal(log.data, expected);
        buf_release(&log);
    }
}

static void nothing_to_do(void **state)
{
    (void)state;
    check_log(NULL, 0, (struct pool_options){0}, "");
}

static void blocks_come_in_order(void **state)
{
    static const enum act acts[] = {ACT_SLOW, ACT_SMALL, ACT_EMPTY, ACT_SMALL};

    (void)state;
    check_log(acts, 4, (struct pool_options){.deadline = 60},
              "0 0 0 0 slow 0\n1 0 0 0 item 1\n2 0 0 0 \n3 0 0 0 item 3\n");
    check_log(acts, 1, (struct pool_options){0}, "0 0 0 0 slow 0\n");
}

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
    check_log(acts, 8, (struct pool_options){.deadline = 60}, expected);
}

static void a_deadline_ends_an_item(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_HANG, ACT_SMALL, ACT_SLOW};

    (void)state;
    check_log(acts, 4, (struct pool_options){.deadline = 1},
              "0 0 0 0 item 0\n1 2 0 0 \n2 0 0 0 item 2\n3 0 0 0 slow 3\n");
}

/* What else was in the pipe is lost and done again. */
static void nonsense_costs_one_item(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_NONSENSE, ACT_SMALL, ACT_SMALL};

    (void)state;
    check_log(acts, 4, (struct pool_options){.deadline = 60},
              "0 0 0 0 item 0\n1 4 0 0 \n2 0 0 0 item 2\n3 0 0 0 item 3\n");
}

/* As on a machine where too many processes want the processor. */
static void waiting_is_no_work(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_NAP};
    struct buf log;

    (void)state;
    log = log_of(acts, 2, (struct pool_options){.jobs = 1, .deadline = 1});
    assert_string_equal(log.data, "0 0 0 0 item 0\n1 0 0 0 nap 1\n");
    buf_release(&log);
}

static void a_sleeper_ends_as_well(void **state)
{
    static const enum act acts[] = {ACT_SLEEP, ACT_SMALL};
    struct buf log;

    (void)state;
    log = log_of(acts, 2, (struct pool_options){.jobs = 2, .deadline = 1});
    assert_string_equal(log.data, "0 2 0 0 \n1 0 0 0 item 1\n");
    buf_release(&log);
}

/* It has sent half of the block, which another worker then makes again. */
static void a_stopped_sender_costs_nothing(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_STUCK, ACT_SMALL};
    struct run run = {.acts = acts, .count = 3};
    struct pool_options options = {.jobs = 2, .deadline = 1};
    struct pool_trouble trouble;

    (void)state;
    run.stuck = mmap(NULL, sizeof(*run.stuck), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_int_equal(run_pool(&run, options, &trouble), POOL_FINISHED);
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
    struct run run = {.acts = acts, .count = COUNT};
    struct pool_trouble trouble;

    (void)state;
    acts[COUNT - 1] = ACT_EXIT;
    run.times = mmap(NULL, COUNT * sizeof(*run.times), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_int_equal(run_pool(&run, (struct pool_options){.jobs = 1}, &trouble),
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
    check_log(acts, 4, (struct pool_options){.deadline = 60},
              "0 0 0 0 item 0\n1 0 0 0 picky 1\n2 0 0 0 item 2\n3 0 0 0 picky 3\n");
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
    log = log_of(acts, COUNT, (struct pool_options){.jobs = 64});
    setrlimit(RLIMIT_NOFILE, &before);
    buf_release(&log);
}

static void memory_has_a_limit(void **state)
{
    static const enum act acts[] = {ACT_EAT, ACT_SMALL, ACT_EAT};

    (void)state;
    if (!pool_limits_memory()) {
        print_message("skipped: this system sets no limit to memory\n");
        skip();
    }
    check_log(acts, 3, (struct pool_options){.memory = 32 << 20, .deadline = 60},
              "0 3 0 0 \n1 0 0 0 item 1\n2 3 0 0 \n");
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
    first = log_of(acts, MAX_ITEMS, options);
    assert_true(first.len > 6 * (size_t)BIG);
    for (size_t i = 0; i < sizeof(jobs) / sizeof(*jobs); i++) {
        options.jobs = jobs[i];
        struct buf log = log_of(acts, MAX_ITEMS, options);

        assert_int_equal(log.len, first.len);
        assert_memory_equal(log.data, first.data, first.len);
        buf_release(&log);
    }
    buf_release(&first);
}

/* The first item is not done before the blocks after it exceed POOL_MAX_KEPT. */
static void waiting_blocks_are_bounded(void **state)
{
    enum { COUNT = 20 };
    static enum act acts[COUNT];
    struct run run = {.acts = acts, .count = COUNT, .enough = POOL_MAX_KEPT / BIG + 1};
    struct pool_trouble trouble;

    (void)state;
    run.ready = mmap(NULL, sizeof(*run.ready), PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (uint32_t i = 1; i < COUNT; i++)
        acts[i] = ACT_BIG;
    acts[0] = ACT_WAIT;
    assert_int_equal(run_pool(&run, (struct pool_options){.jobs = 3}, &trouble),
                     POOL_FINISHED);
    assert_int_equal(run.delivered, COUNT);
    assert_true(run.log.len > (COUNT - 1) * (size_t)BIG);
    munmap((void *)run.ready, sizeof(*run.ready));
    buf_release(&run.log);
}

static void the_receiver_can_stop(void **state)
{
    static enum act acts[100];
    struct run run = {.acts = acts, .count = 100, .stop_at = 7};
    struct pool_trouble trouble;

    (void)state;
    acts[20] = ACT_HANG;
    assert_int_equal(run_pool(&run, (struct pool_options){.jobs = 3}, &trouble),
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
        struct run run = {.acts = acts, .count = 5, .raise_at = signals[i]};
        struct pool_trouble trouble;

        /* A shell's background jobs start with SIGINT ignored, and nohup's with SIGHUP.
         */
        signal(signals[i], SIG_DFL);
        assert_int_equal(run_pool(&run, (struct pool_options){.jobs = 3}, &trouble),
                         POOL_INTERRUPTED);
        assert_int_equal(trouble.signal, signals[i]);
        assert_int_equal(run.delivered, 2);
        buf_release(&run.log);
    }
}

static void ignored_signals_stay_ignored(void **state)
{
    static const enum act acts[] = {ACT_SMALL, ACT_SMALL, ACT_SLOW};
    struct run run = {.acts = acts, .count = 3, .raise_at = SIGHUP};
    struct pool_trouble trouble;
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction before, after;

    (void)state;
    sigaction(SIGHUP, &ignore, &before);
    assert_int_equal(run_pool(&run, (struct pool_options){.jobs = 2}, &trouble),
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
        cmocka_unit_test(a_dead_worker_costs_one_item),
        cmocka_unit_test(a_deadline_ends_an_item),
        cmocka_unit_test(nonsense_costs_one_item),
        cmocka_unit_test(waiting_is_no_work),
        cmocka_unit_test(a_sleeper_ends_as_well),
        cmocka_unit_test(a_stopped_sender_costs_nothing),
        cmocka_unit_test(a_crash_loses_nothing),
        cmocka_unit_test(what_was_done_before_does_not_show),
        cmocka_unit_test(few_descriptors_are_enough),
        cmocka_unit_test(memory_has_a_limit),
        cmocka_unit_test(jobs_do_not_show),
        cmocka_unit_test(waiting_blocks_are_bounded),
        cmocka_unit_test(the_receiver_can_stop),
        cmocka_unit_test(a_signal_ends_the_run),
        cmocka_unit_test(ignored_signals_stay_ignored),
    };

    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
