/* pool.c - the parent of the workers: forks them, collects blocks, delivers them in
 * order */

/* For MAP_ANONYMOUS and sched_getaffinity. */
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/pool/pool.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#endif

#include "lint/base/memory.h"
#include "lint/pool/hand.h"
#include "lint/pool/worker.h"

enum {
    /* Milliseconds: progress() is called as often, and outboxes are looked into. */
    TICK = 100,
    /* Idle workers die only on a system in trouble. */
    MAX_IDLE_DEATHS = 100,
    /* Items: fewer would not fill the large page that each process takes. */
    LARGE_RUN = 50,
};

static unsigned processors(void)
{
#ifdef __linux__
    cpu_set_t set;

    if (sched_getaffinity(0, sizeof(set), &set) == 0)
        return (unsigned)CPU_COUNT(&set);
#endif
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count > 0 ? (unsigned)count : 1;
}

/* One item needs neither a second worker nor the number of processors. */
static unsigned job_count(const struct pool_options *options, uint32_t count)
{
    unsigned jobs = options->jobs;

    if (count <= 1)
        return count;
    if (jobs == 0)
        jobs = processors();
    if (jobs > POOL_MAX_JOBS)
        jobs = POOL_MAX_JOBS;
    return jobs < count ? jobs : count;
}

static bool interrupted(struct pool *pool)
{
    pool->trouble->signal = interrupt_signal();
    return pool->trouble->signal != 0;
}

/* The pipe of a worker has ended: settles its items, and forks another if need be. */
static bool replace(struct pool *pool, struct hand *hand)
{
    bool told;
    int status;
    uint32_t again;

    hand->broken |= !hand->killed && !hand_has_ended(hand);
    told = hand_dismiss(hand, &status);
    if (!hand->broken)
        hand_look_into(pool, hand);
    inbox_clear(&hand->inbox);
    /* Ctrl-C reaches workers as well; that is not a crash. */
    if (interrupted(pool))
        return false;
    if (!told)
        return pool_fail(pool, "learn how a worker ended");
    if (atomic_load(&hand_slot(pool, hand)->phase) == SLOT_CLAIMING &&
        ++pool->idle_deaths > MAX_IDLE_DEATHS) {
        errno = 0;
        return pool_fail(pool, "keep a worker alive");
    }
    again = pool_settle(pool, hand, status);
    if (again == SLOT_NO_INDEX)
        again = pool_lost_item(pool);
    if (again == SLOT_NO_INDEX &&
        atomic_load(&pool->shared->board.next) >= pool->work->count)
        return true;
    /* Without a new one the others go on, unless no worker has the item. */
    return hand_hire(pool, hand, again) ||
           (again == SLOT_NO_INDEX && pool_has_worker(pool));
}

static bool listen_to(struct pool *pool, struct hand *hand)
{
    ssize_t len = read(hand->in, pool->bytes, OUTBOX_BYTES);

    if (len < 0 && errno == EINTR)
        return true;
    if (len < 0)
        return pool_fail(pool, "read from a worker");
    if (len == 0)
        return replace(pool, hand);
    hand->heard = worker_clock();
    hand_take_in(pool, hand, (struct str){pool->bytes, (size_t)len});
    return hand->broken ? replace(pool, hand) : true;
}

/*
 * When too much is kept, only the workers that may have the next item are read from: each
 * sends its items in ascending order.
 */
static void choose_fds(struct pool *pool)
{
    bool full = pool->kept > POOL_MAX_KEPT;
    bool any = false;

    pool->fds[0] = (struct pollfd){.fd = pool->interrupt.wake[0], .events = POLLIN};
    for (unsigned i = 0; i < pool->jobs; i++) {
        struct hand *hand = &pool->hands[i];
        bool wanted = hand->pid && (!full || hand->received <= pool->next);

        if (!wanted)
            hand->heard = worker_clock();
        pool->fds[i + 1] =
            (struct pollfd){.fd = wanted ? hand->in : -1, .events = POLLIN};
        any |= wanted;
    }
    if (any)
        return;
    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid)
            pool->fds[i + 1].fd = pool->hands[i].in;
}

static uint32_t time_left(const struct pool *pool, const struct hand *hand)
{
    if (!hand->pid || hand->killed)
        return DEADLINE_NEVER;
    return deadline_left(&pool->deadline, hand_slot(pool, hand), hand->heard);
}

/* The milliseconds until the clock has to be read. */
static int patience(const struct pool *pool)
{
    /* An idle worker may claim an item at any time. */
    uint32_t wait = pool->deadline.length ? pool->deadline.length : TICK;

    for (unsigned i = 0; i < pool->jobs; i++) {
        uint32_t left = time_left(pool, &pool->hands[i]);

        if (left < wait)
            wait = left;
    }
    return wait < TICK ? (int)wait : TICK;
}

static void kill_overdue(struct pool *pool)
{
    for (unsigned i = 0; i < pool->jobs; i++) {
        struct hand *hand = &pool->hands[i];
        uint32_t since = atomic_load(&hand_slot(pool, hand)->since);

        if (time_left(pool, hand) > 0)
            continue;
        hand->killed = true;
        hand->blamed = since;
        kill(hand->pid, SIGKILL);
    }
}

/* What a worker has done before an item that takes long would wait with it. */
static bool look_into_all(struct pool *pool)
{
    uint32_t now = worker_clock();

    if (now - pool->looked < TICK)
        return true;
    pool->looked = now;
    for (unsigned i = 0; i < pool->jobs; i++) {
        struct hand *hand = &pool->hands[i];

        if (!hand->pid)
            continue;
        hand_look_into(pool, hand);
        if (hand->broken && !replace(pool, hand))
            return false;
    }
    return true;
}

/* Waits for events and handles them. False when the run cannot go on. */
static bool attend(struct pool *pool)
{
    int wait;
    int ready;

    deadline_look(&pool->deadline, 0);
    wait = patience(pool);
    choose_fds(pool);
    ready = poll(pool->fds, pool->jobs + 1, wait);
    if (ready < 0 && errno != EINTR)
        return pool_fail(pool, "wait for workers");
    deadline_look(&pool->deadline, (uint32_t)wait);
    for (unsigned i = 0; ready > 0 && i < pool->jobs; i++)
        if (pool->fds[i + 1].revents && !listen_to(pool, &pool->hands[i]))
            return false;
    if (!look_into_all(pool) || (pool->fds[0].revents && interrupted(pool)))
        return false;
    kill_overdue(pool);
    return true;
}

/* Delivers the blocks whose turn it is. False when deliver() stops the run. */
static bool deliver(struct pool *pool)
{
    bool more = true;

    while (more && pool->next < pool->work->count && pool->blocks[pool->next]) {
        struct block *block = pool->blocks[pool->next];
        struct pool_result result = {.index = block->index,
                                     .outcome = block->outcome,
                                     .signal = block->signal,
                                     .status = block->status,
                                     .waited = block->waited,
                                     .block = {block->bytes, block->length}};

        pool->blocks[pool->next++] = NULL;
        pool->kept -= block->length;
        more = pool->work->deliver(pool->work->context, &result);
        free(block);
    }
    return more;
}

/* Forks the workers. Fewer than wanted are enough, but slower. */
static bool hire_all(struct pool *pool)
{
    unsigned hired = 0;

    if (pool->work->count >= LARGE_RUN)
        memory_prefer_large_page();
    while (hired < pool->jobs && hand_hire(pool, &pool->hands[hired], SLOT_NO_INDEX))
        hired++;
    /* poll() accepts no more entries than the process may have files. */
    pool->jobs = hired;
    return hired > 0;
}

static enum pool_end run(struct pool *pool)
{
    const struct pool_work *work = pool->work;

    if (!hire_all(pool))
        return POOL_FAILED;
    /* Not before, or this and the workers' memory would be of one large page. */
    pool->bytes = memory_alloc(OUTBOX_BYTES);
    while (pool->next < work->count) {
        if (!attend(pool))
            return POOL_FAILED;
        if (work->progress)
            work->progress(work->context, pool->done, work->count);
        if (!deliver(pool))
            return POOL_STOPPED;
    }
    return POOL_FINISHED;
}

static size_t shared_bytes(unsigned jobs)
{
    return sizeof(struct shared) + jobs * sizeof(struct outbox);
}

static bool share(struct pool *pool)
{
    pool->shared = mmap(NULL, shared_bytes(pool->jobs), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (pool->shared == MAP_FAILED)
        return pool_fail(pool, "share memory");
    pool->shared_jobs = pool->jobs;
    return true;
}

static void end_sharing(struct pool *pool)
{
    munmap(pool->shared, shared_bytes(pool->shared_jobs));
}

static bool prepare(struct pool *pool)
{
    if (!share(pool))
        return false;
    if (!interrupt_watch(&pool->interrupt)) {
        pool_fail(pool, "make a pipe");
        end_sharing(pool);
        return false;
    }
    pool->hands = memory_zeroed(pool->jobs, sizeof(*pool->hands));
    pool->fds = memory_zeroed(pool->jobs + 1, sizeof(*pool->fds));
    pool->blocks = memory_zeroed(pool->work->count, sizeof(struct block *));
    deadline_start(&pool->deadline, pool->options->deadline);
    return true;
}

static void clean_up(struct pool *pool)
{
    int status;

    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid) {
            hand_dismiss(&pool->hands[i], &status);
            inbox_clear(&pool->hands[i].inbox);
        }
    for (uint32_t i = pool->next; i < pool->work->count; i++)
        free(pool->blocks[i]);
    free(pool->bytes);
    free(pool->blocks);
    free(pool->fds);
    free(pool->hands);
    interrupt_unwatch(&pool->interrupt);
    end_sharing(pool);
}

enum pool_end pool_run(const struct pool_options *options, const struct pool_work *work,
                       struct pool_trouble *trouble)
{
    struct pool pool = {.options = options, .work = work, .trouble = trouble};
    enum pool_end end;

    *trouble = (struct pool_trouble){.what = ""};
    if (!work->count)
        return POOL_FINISHED;
    pool.jobs = job_count(options, work->count);
    if (!prepare(&pool))
        return POOL_FAILED;
    end = run(&pool);
    clean_up(&pool);
    /* None is caught from here on, so one that came before must not be forgotten. */
    return interrupted(&pool) ? POOL_INTERRUPTED : end;
}
