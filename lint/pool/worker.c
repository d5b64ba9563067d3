/* worker.c - one process of the pool */

#include "lint/pool/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/clock.h"
#include "lint/base/memory.h"
#include "lint/pool/guard.h"
#include "lint/pool/outbox.h"

enum {
    EXIT_FINISHED = 0,
    EXIT_NOT_SENT = 70,       /* unlike any other exit status of a worker */
    KEPT_CAPACITY = 1 << 20,  /* of the output, from item to item */
    SLACK_MILLISECONDS = 100, /* that an item may have beyond its deadline */
};

uint32_t worker_clock(void)
{
    return (uint32_t)clock_steady();
}

static void close_stdin(void)
{
    int fd = open("/dev/null", O_RDONLY);

    if (fd <= STDIN_FILENO)
        return;
    dup2(fd, STDIN_FILENO);
    close(fd);
}

/* That the parent has gone is not an error of the worker. */
static void send_bytes(int fd, const void *bytes, size_t len)
{
    const char *rest = bytes;

    while (len) {
        ssize_t wrote = write(fd, rest, len);

        if (wrote < 0 && errno != EINTR)
            _exit(EXIT_NOT_SENT);
        if (wrote > 0) {
            rest += wrote;
            len -= (size_t)wrote;
        }
    }
}

/* Header and block in one call, so that a small block wakes the parent once. */
static void send_block(int fd, uint32_t index, const struct buf *block)
{
    struct frame frame = {index, (uint32_t)block->len};
    struct iovec parts[] = {{&frame, sizeof(frame)}, {block->data, block->len}};
    ssize_t wrote;

    if (block->len > POOL_MAX_BLOCK)
        _exit(EXIT_NOT_SENT);
    wrote = writev(fd, parts, 2);
    if (wrote < (ssize_t)sizeof(frame)) {
        if (wrote != -1 || errno != EINTR)
            _exit(EXIT_NOT_SENT);
        send_bytes(fd, &frame, sizeof(frame));
        wrote = sizeof(frame);
    }
    send_bytes(fd, block->data + (wrote - (ssize_t)sizeof(frame)),
               block->len - ((size_t)wrote - sizeof(frame)));
}

static void empty_outbox(const struct worker *worker)
{
    struct str text = outbox_text(worker->outbox);
    struct frame bell = {FRAME_BELL, (uint32_t)text.len};

    if (!text.len)
        return;
    if (outbox_may_ring(worker->outbox)) {
        send_bytes(worker->out, &bell, sizeof(bell));
        outbox_rung(worker->outbox);
    } else {
        send_bytes(worker->out, text.data, text.len);
        outbox_sent(worker->outbox, (uint32_t)text.len);
    }
}

/* Puts the block into the outbox, or sends it at once when it is too large for that. */
static void hand_over(const struct worker *worker, uint32_t index,
                      const struct buf *block)
{
    if (outbox_add(worker->outbox, index, block))
        return;
    empty_outbox(worker);
    if (outbox_add(worker->outbox, index, block))
        return;
    send_block(worker->out, index, block);
    outbox_sent(worker->outbox, (uint32_t)(sizeof(struct frame) + block->len));
}

/* The time first: if it came later, the phase would look as old as the one before. */
static void enter(const struct worker *worker, enum slot_phase phase)
{
    atomic_store(&worker->slot->since, worker_clock());
    atomic_store(&worker->slot->phase, phase);
}

/*
 * The item is written to the slot before it is claimed, so that no item is lost when the
 * worker dies in between.
 */
static uint32_t claim(const struct worker *worker)
{
    uint32_t next = atomic_load(&worker->board->next);

    enter(worker, SLOT_CLAIMING);
    do {
        atomic_store(&worker->slot->index, next);
        if (next >= worker->work->count)
            return SLOT_NO_INDEX;
    } while (!atomic_compare_exchange_weak(&worker->board->next, &next, next + 1));
    return next;
}

/*
 * Limits the processor time of this process from now on, by SIGPROF; 0: no limit. The
 * system counts it, even while the parent is busy or gone. The limit has some slack, and
 * is set anew only when the items since then may have used that up.
 */
static void limit_time(unsigned seconds, uint32_t *since)
{
    struct itimerval time = {
        .it_value = {.tv_sec = (time_t)seconds, .tv_usec = SLACK_MILLISECONDS * 1000}};
    uint32_t now = worker_clock();

    if (!seconds || (*since && now && now - *since + 1 < SLACK_MILLISECONDS))
        return;
    setitimer(ITIMER_PROF, &time, NULL);
    *since = now;
}

/* limited: when the processor time was limited, or 0. */
static void work_on(const struct worker *worker, uint32_t index, struct buf *out,
                    uint32_t *limited)
{
    limit_time(worker->deadline, limited);
    enter(worker, SLOT_WORKING);
    worker->work->work(worker->work->context, index, out);
    enter(worker, SLOT_SENDING);
    hand_over(worker, index, out);
    out->len = 0;
    if (out->capacity > KEPT_CAPACITY)
        buf_release(out);
}

void worker_run(const struct worker *worker)
{
    uint32_t index = worker->first;
    struct buf out = BUF_INIT;
    uint32_t limited = 0;

    memory_at_end((struct memory_end){.status = EXIT_OUT_OF_MEMORY});
    guard_end_with(worker->parent);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGPROF, SIG_DFL);
    close_stdin();
    guard_volunteer();
    guard_memory(worker->memory);
    if (index == SLOT_NO_INDEX)
        index = claim(worker);
    while (index != SLOT_NO_INDEX) {
        work_on(worker, index, &out, &limited);
        index = claim(worker);
    }
    empty_outbox(worker);
    atomic_store(&worker->slot->phase, SLOT_FINISHED);
    /* Not exit(): what the parent registered or buffered is up to the parent. */
    _exit(EXIT_FINISHED);
}
