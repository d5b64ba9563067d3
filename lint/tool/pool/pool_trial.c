/* pool_trial.c - a run of the pool whose items do something to their workers */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/tool/pool/pool_trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/pool/worker.h"

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
    for (uint32_t i = 0; i < POOL_TRIAL_BIG / 4; i++) {
        uint32_t word = i * (index + 1);

        buf_add(out, &word, sizeof(word));
    }
}

/* Writes to its pipe, which was opened last, what no worker writes: it rings for a part
 * of a frame, or for more than there may be, or has a block of an item that is not its
 * own. */
static void send_nonsense(uint32_t index)
{
    const uint32_t frames[][3] = {
        {FRAME_BELL, 4, 0}, {FRAME_BELL, UINT32_MAX, 0}, {index + 1, 4, 0}};
    const uint32_t *frame = frames[index / 2 % 3];
    struct stat info;

    for (int fd = 63; fd > STDERR_FILENO; fd--)
        if (fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode) &&
            write(fd, frame, sizeof(frames[0])) > 0)
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
static void get_stuck(const struct pool_trial *run, struct buf *out)
{
    buf_repeat(out, 'x', 1000 * 1000);
    if (!*run->stuck)
        *run->stuck = getpid();
}

static void stop_the_stuck(const struct pool_trial *run)
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
    const struct pool_trial *run = context;
    bool is_first = done++ == 0;

    assert_int_equal(out->len, 0);
    if (run->times)
        run->times[index]++;
    forget_handlers();
    switch (run->acts[index]) {
    case ACT_EMPTY:
        break;
    case ACT_MIDDLE:
        buf_repeat(out, (char)('a' + index % 26), pool_trial_middle(index));
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
        send_nonsense(index);
        /* Were the other item claimed as well, its block would be one. */
        if (index / 2 % 3 == 2)
            pause();
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
    struct pool_trial *run = context;

    assert_int_equal(result->index, run->delivered);
    run->delivered++;
    buf_printf(&run->log, "%u %d %d %d ", result->index, result->outcome, result->signal,
               result->status);
    buf_add_str(&run->log, result->block);
    buf_putc(&run->log, '\n');
    if (run->slow)
        usleep(2000);
    if (run->stuck && result->index == 0)
        stop_the_stuck(run);
    if (run->raise_at && result->index == 1)
        raise(run->raise_at);
    return !run->stop_at || result->index < run->stop_at;
}

static void progress(void *context, uint32_t done, uint32_t count)
{
    struct pool_trial *run = context;

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

enum pool_end pool_trial_run(struct pool_trial *run, struct pool_options options,
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

struct buf pool_trial_log(const enum act *acts, uint32_t count,
                          struct pool_options options)
{
    struct pool_trial run = {.acts = acts, .count = count};
    struct pool_trouble trouble;
    enum pool_end end = pool_trial_run(&run, options, &trouble);

    if (end != POOL_FINISHED)
        fail_msg("the run ended with %d: %s: %s", end, trouble.what,
                 strerror(trouble.code));
    assert_int_equal(run.delivered, count);
    assert_int_equal(run.progress, count);
    buf_putc(&run.log, '\0');
    return run.log;
}

void pool_trial_check(const enum act *acts, uint32_t count, struct pool_options options,
                      const char *expected)
{
    static const unsigned jobs[] = {1, 2, 5, 0};

    for (size_t i = 0; i < sizeof(jobs) / sizeof(*jobs); i++) {
        options.jobs = jobs[i];
        struct buf log = pool_trial_log(acts, count, options);

        assert_string_equal(log.data, expected);
        buf_release(&log);
    }
}
