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
#include "lint/pool/deadline.h"
#include "lint/pool/inbox.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/outbox.h"
#include "lint/pool/worker.h"

enum {
    READ_BYTES = 64 * 1024, /* the capacity of a pipe on Linux */
    /* Milliseconds: progress() is called as often, and outboxes are looked into. */
    TICK = 100,
    /* Idle workers die only on a system in trouble. */
    MAX_IDLE_DEATHS = 100,
    /* Milliseconds from the end of a pipe to that of its worker: more than any worker
     * takes. */
    END_MILLISECONDS = 1000,
};

/* The parent's view of a worker. */
struct hand {
    pid_t pid; /* 0: none */
    int in;
    struct inbox inbox;
    uint32_t first; /* the item it began with; SLOT_NO_INDEX: one that it claimed */
    bool broken; /* it sent nonsense, or closed its pipe but lives: nothing more is read
                    from it */
    uint32_t piped; /* bytes from its pipe, modulo 2^32 */
    uint32_t taken; /* bytes from its pipe or, before they came there, from its outbox */
    uint32_t received; /* it sends no more items below this; 0: none sent yet */
    uint32_t heard;    /* when it was last read from, or chosen not to be */
    bool killed;       /* by the parent, for its deadline */
    uint32_t blamed;   /* `since` of its slot then, which identifies the item */
};

/* What parent and workers share. */
struct shared {
    struct board board;
    struct outbox outboxes[]; /* one per hand */
};

struct pool {
    const struct pool_options *options;
    const struct pool_work *work;
    struct pool_trouble *trouble;
    struct shared *shared;
    unsigned shared_jobs; /* for how many there is room in it */
    struct board *board;  /* of what is shared */
    struct interrupt interrupt;
    struct hand *hands;
    struct pollfd *fds; /* that of the interrupt, then one per hand */
    unsigned jobs;
    struct block **blocks; /* by index: known but not yet delivered */
    uint32_t next;         /* the first item not yet delivered */
    uint32_t done;         /* items known, delivered or not */
    size_t kept;           /* bytes in blocks */
    struct deadline deadline;
    uint32_t looked; /* into the outboxes, by worker_clock() */
    unsigned idle_deaths;
    char *bytes; /* READ_BYTES */
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

static bool fail(struct pool *pool, const char *what)
{
    pool->trouble->what = what;
    pool->trouble->code = errno;
    return false;
}

static bool is_known(const struct pool *pool, uint32_t index)
{
    return index < pool->next || pool->blocks[index];
}

/* Keeps a block until its turn. A second one for the same item is dropped. */
static void keep(struct pool *pool, struct block *block)
{
    if (is_known(pool, block->index)) {
        free(block);
        return;
    }
    pool->blocks[block->index] = block;
    pool->kept += block->length;
    pool->done++;
}

/* In the child: closes what is the parent's, then works. */
_Noreturn static void start_worker(struct pool *pool, struct worker *worker,
                                   const sigset_t *signals)
{
    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid)
            close(pool->hands[i].in);
    interrupt_unwatch(&pool->interrupt);
    interrupt_guard(NULL);
    interrupt_let_go(signals);
    worker_run(worker);
}

static pid_t fork_worker(struct pool *pool, struct worker *worker, int in)
{
    sigset_t signals;
    pid_t pid;

    /* What is buffered must not be written twice if a worker calls exit(). */
    fflush(NULL);
    interrupt_hold(&signals);
    pid = fork();
    if (pid == 0) {
        close(in);
        start_worker(pool, worker, &signals);
    }
    interrupt_let_go(&signals);
    return pid;
}

/* Forks a worker for hand, which has none; first: see struct worker. */
static bool hire(struct pool *pool, struct hand *hand, uint32_t first)
{
    struct slot *slot = &pool->board->slots[hand - pool->hands];
    struct outbox *outbox = &pool->shared->outboxes[hand - pool->hands];
    struct worker worker = {.work = pool->work,
                            .board = pool->board,
                            .slot = slot,
                            .outbox = outbox,
                            .first = first,
                            .parent = getpid(),
                            .deadline = pool->options->deadline,
                            .memory = pool->options->memory};
    int ends[2];
    pid_t pid;

    if (pipe(ends) != 0)
        return fail(pool, "make a pipe");
    atomic_store(&slot->since, worker_clock());
    atomic_store(&slot->phase, SLOT_CLAIMING);
    atomic_store(&slot->index, first);
    atomic_store(&outbox->start, 0);
    atomic_store(&outbox->end, 0);
    worker.out = ends[1];
    pid = fork_worker(pool, &worker, ends[0]);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return fail(pool, "start a process");
    }
    *hand =
        (struct hand){.pid = pid, .in = ends[0], .first = first, .heard = worker_clock()};
    return true;
}

/* Has the worker whose pipe has ended ended as well? One that closed it and lives must
 * not be taken for one that was killed from outside. */
static bool has_ended(const struct hand *hand)
{
    siginfo_t info = {.si_pid = 0};

    for (int i = 0; i < END_MILLISECONDS; i++) {
        if (waitid(P_PID, (id_t)hand->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
            info.si_pid)
            return true;
        poll(NULL, 0, 1);
    }
    return false;
}

/* Kills a worker and waits for its end. The pipe is closed first: if the kill fails,
 * writing ends the worker. False when its status is not known. */
static bool dismiss(struct hand *hand, int *status)
{
    pid_t pid = hand->pid;
    pid_t ended;

    *status = 0;
    close(hand->in);
    hand->pid = 0;
    kill(pid, SIGKILL);
    do
        ended = waitpid(pid, status, 0);
    while (ended < 0 && errno == EINTR);
    return ended == pid;
}

static const struct slot *slot_of(const struct pool *pool, const struct hand *hand)
{
    return &pool->board->slots[hand - pool->hands];
}

/* Did the current item take too long, by the clock of the parent or of the worker? */
static bool is_late(const struct pool *pool, const struct hand *hand, int status)
{
    return hand->killed || (pool->options->deadline && WIFSIGNALED(status) &&
                            WTERMSIG(status) == SIGPROF);
}

/* Gives the current item of a worker that has ended an outcome without a block. */
static void settle(struct pool *pool, uint32_t index, const struct hand *hand, int status)
{
    struct block *block = block_new(index, 0);

    if (hand->broken) {
        block->outcome = POOL_BROKEN;
    } else if (is_late(pool, hand, status)) {
        block->outcome = POOL_TIMED_OUT;
        block->waited = hand->killed;
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_OUT_OF_MEMORY) {
        block->outcome = POOL_OUT_OF_MEMORY;
    } else {
        block->outcome = POOL_CRASHED;
        block->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        block->status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    }
    keep(pool, block);
}

/*
 * Is the item in the slot of a dead worker to be done again? Yes when the item is not to
 * blame: the worker was about to claim it (and perhaps another has it: then its block
 * comes twice), or it was killed for something else, or it had done other items before,
 * whose effects, above all on memory, must not matter. Only the time of an item is its
 * own.
 */
static bool deserves_another_try(const struct pool *pool, const struct hand *hand,
                                 int status)
{
    const struct slot *slot = slot_of(pool, hand);

    if (atomic_load(&slot->phase) == SLOT_CLAIMING)
        return true;
    if (hand->killed)
        return atomic_load(&slot->phase) != SLOT_WORKING ||
               atomic_load(&slot->since) != hand->blamed;
    return hand->received && !is_late(pool, hand, status);
}

static bool interrupted(struct pool *pool)
{
    pool->trouble->signal = interrupt_signal();
    return pool->trouble->signal != 0;
}

static bool any_worker(const struct pool *pool)
{
    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid)
            return true;
    return false;
}

/*
 * The item with which the successor of a dead worker has to begin; an item that is to
 * blame is settled instead. When the worker sent nonsense, the item that it began with is
 * to blame, because the nonsense began there; what came later is done again.
 */
static uint32_t settle_rest(struct pool *pool, const struct hand *hand, int status)
{
    uint32_t index = atomic_load(&slot_of(pool, hand)->index);

    if (hand->broken && hand->first != SLOT_NO_INDEX && !is_known(pool, hand->first))
        settle(pool, hand->first, hand, status);
    if (index >= pool->work->count || is_known(pool, index))
        return SLOT_NO_INDEX;
    if (hand->broken || deserves_another_try(pool, hand, status))
        return index;
    settle(pool, index, hand, status);
    return SLOT_NO_INDEX;
}

/* An item that was claimed but that no worker has: it was lost in a broken pipe. */
static uint32_t lost_item(const struct pool *pool)
{
    uint32_t claimed = atomic_load(&pool->board->next);

    for (uint32_t index = pool->next; index < claimed && !any_worker(pool); index++)
        if (!is_known(pool, index))
            return index;
    return SLOT_NO_INDEX;
}

/* A sound worker sends its items in ascending order, and none that it has not claimed. */
static bool is_sound(const struct pool *pool, const struct hand *hand,
                     const struct block *block)
{
    return block->index >= hand->received &&
           block->index <= atomic_load(&slot_of(pool, hand)->index);
}

/* Takes the frames out of what was read. */
static void sort_out(struct pool *pool, struct hand *hand, struct str bytes)
{
    while (bytes.len && !hand->broken) {
        struct block *block =
            inbox_take(&hand->inbox, pool->work->count, &bytes, &hand->broken);

        if (block && is_sound(pool, hand, block)) {
            hand->received = block->index + 1;
            keep(pool, block);
        } else if (block) {
            free(block);
            hand->broken = true;
        }
    }
}

/* Takes what the worker has made and not yet sent. */
static void look_into(struct pool *pool, struct hand *hand)
{
    const struct outbox *outbox = &pool->shared->outboxes[hand - pool->hands];
    size_t len = outbox_copy(outbox, hand->taken, pool->bytes);

    hand->taken += (uint32_t)len;
    sort_out(pool, hand, (struct str){pool->bytes, len});
}

/* The pipe of a worker has ended: settles its items, and forks another if need be. */
static bool replace(struct pool *pool, struct hand *hand)
{
    bool told;
    int status;
    uint32_t again;

    hand->broken |= !hand->killed && !has_ended(hand);
    told = dismiss(hand, &status);
    if (!hand->broken)
        look_into(pool, hand);
    inbox_clear(&hand->inbox);
    /* Ctrl-C reaches workers as well; that is not a crash. */
    if (interrupted(pool))
        return false;
    if (!told)
        return fail(pool, "learn how a worker ended");
    if (atomic_load(&slot_of(pool, hand)->phase) == SLOT_CLAIMING &&
        ++pool->idle_deaths > MAX_IDLE_DEATHS) {
        errno = 0;
        return fail(pool, "keep a worker alive");
    }
    again = settle_rest(pool, hand, status);
    if (again == SLOT_NO_INDEX)
        again = lost_item(pool);
    if (again == SLOT_NO_INDEX && atomic_load(&pool->board->next) >= pool->work->count)
        return true;
    /* Without a new one the others go on, unless no worker has the item. */
    return hire(pool, hand, again) || (again == SLOT_NO_INDEX && any_worker(pool));
}

/* What came through the pipe, but for what was taken from the outbox before. */
static void take_in(struct pool *pool, struct hand *hand, struct str bytes)
{
    uint32_t known = hand->taken - hand->piped;

    hand->piped += (uint32_t)bytes.len;
    if (known >= bytes.len)
        return;
    hand->taken = hand->piped;
    sort_out(pool, hand, (struct str){bytes.data + known, bytes.len - known});
}

static bool listen_to(struct pool *pool, struct hand *hand)
{
    ssize_t len = read(hand->in, pool->bytes, READ_BYTES);

    if (len < 0 && errno == EINTR)
        return true;
    if (len < 0)
        return fail(pool, "read from a worker");
    if (len == 0)
        return replace(pool, hand);
    hand->heard = worker_clock();
    take_in(pool, hand, (struct str){pool->bytes, (size_t)len});
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
    return deadline_left(&pool->deadline, slot_of(pool, hand), hand->heard);
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
        uint32_t since = atomic_load(&slot_of(pool, hand)->since);

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
        look_into(pool, hand);
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
        return fail(pool, "wait for workers");
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

    while (hired < pool->jobs && hire(pool, &pool->hands[hired], SLOT_NO_INDEX))
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
        return fail(pool, "share memory");
    pool->board = &pool->shared->board;
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
        fail(pool, "make a pipe");
        end_sharing(pool);
        return false;
    }
    pool->hands = memory_zeroed(pool->jobs, sizeof(*pool->hands));
    pool->fds = memory_zeroed(pool->jobs + 1, sizeof(*pool->fds));
    pool->blocks = memory_zeroed(pool->work->count, sizeof(struct block *));
    pool->bytes = memory_alloc(READ_BYTES);
    deadline_start(&pool->deadline, pool->options->deadline);
    return true;
}

static void clean_up(struct pool *pool)
{
    int status;

    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid) {
            dismiss(&pool->hands[i], &status);
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
