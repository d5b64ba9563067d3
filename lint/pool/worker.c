/* worker.c - one process of the pool */

#include "lint/pool/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "lint/base/memory.h"
#include "lint/pool/outbox.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) ||               \
    __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

enum {
    EXIT_FINISHED = 0,
    EXIT_NOT_SENT = 70,      /* unlike any other exit status of a worker */
    KEPT_CAPACITY = 1 << 20, /* of the output, from item to item */
};

uint32_t worker_clock(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (uint32_t)((uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000);
}

/* Sanitizers reserve terabytes of address space, and only Linux reports its size. */
bool pool_limits_memory(void)
{
#if defined(__linux__) && !defined(SANITIZED)
    return true;
#else
    return false;
#endif
}

/* Where /proc is not mounted: the program, its libraries and a large config, with room.
 */
enum { ADDRESS_SPACE_GUESS = 256 * 1024 * 1024 };

/* The bytes of address space in use. */
static size_t address_space(void)
{
    char text[64];
    int fd = open("/proc/self/statm", O_RDONLY);
    ssize_t len;

    if (fd < 0)
        return ADDRESS_SPACE_GUESS;
    len = read(fd, text, sizeof(text) - 1);
    close(fd);
    if (len <= 0)
        return ADDRESS_SPACE_GUESS;
    text[len] = '\0';
    return strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

/* The limit of a resource if it is lower than bytes, else 0. */
static size_t lower_limit(int resource, size_t bytes)
{
    struct rlimit limit;

    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
        limit.rlim_cur > bytes)
        return 0;
    return (size_t)limit.rlim_cur;
}

size_t pool_system_limit(size_t memory)
{
    size_t used = address_space();
    size_t space =
        lower_limit(RLIMIT_AS, memory > SIZE_MAX - used ? memory : memory + used);
    size_t data = lower_limit(RLIMIT_DATA, memory);

    return data && (!space || data < space) ? data : space;
}

static void limit_memory(size_t extra)
{
    size_t used = extra && pool_limits_memory() ? address_space() : 0;
    struct rlimit limit;

    if (!used || extra > SIZE_MAX - used || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur <= used + extra)
        return;
    limit.rlim_cur = used + extra;
    setrlimit(RLIMIT_AS, &limit);
}

/* When a group of processes reaches its memory limit, the system kills one of them:
 * better a worker than its parent. */
static void volunteer(void)
{
    static const char score[] = "500";
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);

    if (fd < 0)
        return;
    if (write(fd, score, sizeof(score) - 1) < 0)
        errno = 0; /* then the choice is up to the system */
    close(fd);
}

/* Where this is not possible, a worker ends when it next writes to its pipe. */
static void die_with_parent(pid_t parent)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FINISHED);
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

    send_bytes(worker->out, text.data, text.len);
    outbox_sent(worker->outbox, (uint32_t)text.len);
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

/* Limits the processor time of this process from now on, by SIGPROF; 0: no limit. The
 * system counts it, even while the parent is busy or gone. */
static void limit_time(unsigned seconds)
{
    struct itimerval time = {.it_value = {.tv_sec = (time_t)seconds}};

    if (seconds)
        setitimer(ITIMER_PROF, &time, NULL);
}

static void work_on(const struct worker *worker, uint32_t index, struct buf *out)
{
    limit_time(worker->deadline);
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

    memory_at_end((struct memory_end){.status = EXIT_OUT_OF_MEMORY});
    die_with_parent(worker->parent);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGPROF, SIG_DFL);
    close_stdin();
    volunteer();
    limit_memory(worker->memory);
    if (index == SLOT_NO_INDEX)
        index = claim(worker);
    while (index != SLOT_NO_INDEX) {
        work_on(worker, index, &out);
        index = claim(worker);
    }
    empty_outbox(worker);
    atomic_store(&worker->slot->phase, SLOT_FINISHED);
    /* Not exit(): what the parent registered or buffered is up to the parent. */
    _exit(EXIT_FINISHED);
}
