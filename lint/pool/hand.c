/* hand.c - a worker as the parent has it: a process and a pipe */

#include "lint/pool/hand.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/pool/worker.h"

/* Milliseconds from the end of a pipe to that of its worker: more than any worker takes.
 */
enum { END_MILLISECONDS = 1000 };

bool pool_fail(struct pool *pool, const char *what)
{
    pool->trouble->what = what;
    pool->trouble->code = errno;
    return false;
}

/* In the child: closes what is the parent's, then works. */
_Noreturn static void start_worker(struct pool *pool, struct worker *worker,
                                   const sigset_t *signals)
{
    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid)
            close(pool->hands[i].in);
    interrupt_unwatch(&pool->interrupt);
    interrupt_unguard();
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

bool hand_hire(struct pool *pool, struct hand *hand, uint32_t first)
{
    struct slot *slot = &pool->shared->board.slots[hand - pool->hands];
    struct outbox *outbox = &pool->shared->outboxes[hand - pool->hands];
    struct worker worker = {.work = pool->work,
                            .board = &pool->shared->board,
                            .slot = slot,
                            .outbox = outbox,
                            .first = first,
                            .parent = getpid(),
                            .deadline = pool->options->deadline,
                            .memory = pool->options->memory};
    int ends[2];
    pid_t pid;

    if (pipe(ends) != 0)
        return pool_fail(pool, "make a pipe");
    atomic_store(&slot->since, worker_clock());
    atomic_store(&slot->phase, SLOT_CLAIMING);
    atomic_store(&slot->index, first);
    atomic_store(&outbox->rung, 0);
    atomic_store(&outbox->emptied, 0);
    atomic_store(&outbox->start, 0);
    atomic_store(&outbox->end, 0);
    worker.out = ends[1];
    pid = fork_worker(pool, &worker, ends[0]);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return pool_fail(pool, "start a process");
    }
    *hand =
        (struct hand){.pid = pid, .in = ends[0], .first = first, .heard = worker_clock()};
    return true;
}

bool hand_has_ended(const struct hand *hand)
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

bool hand_dismiss(struct hand *hand, int *status)
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

const struct slot *hand_slot(const struct pool *pool, const struct hand *hand)
{
    return &pool->shared->board.slots[hand - pool->hands];
}
