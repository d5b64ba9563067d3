/* crew.c - the processes that look at texts, as the server has them */

#include "lint/lsp/crew.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/clock.h"
#include "lint/base/memory.h"
#include "lint/lsp/crew_worker.h"

void crew_init(struct crew *crew, const struct crew_work *work)
{
    *crew = (struct crew){.work = *work};
}

/* Ends a worker; returns its status, or 0 when that is not known. */
static int dismiss(struct crew_member *member)
{
    int status = 0;
    pid_t ended;

    close(member->fd);
    kill(member->pid, SIGKILL);
    do
        ended = waitpid(member->pid, &status, 0);
    while (ended < 0 && errno == EINTR);
    buf_release(&member->out);
    buf_release(&member->in);
    *member = (struct crew_member){.pid = 0};
    return ended > 0 ? status : 0;
}

void crew_release(struct crew *crew)
{
    for (int i = 0; i < CREW_MAX_WORKERS; i++)
        if (crew->members[i].pid)
            dismiss(&crew->members[i]);
}

static bool hire(struct crew *crew, struct crew_member *member)
{
    pid_t parent = getpid();
    int ends[2];
    pid_t pid;

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    fflush(NULL);
    pid = fork();
    if (pid == 0) {
        for (int i = 0; i < CREW_MAX_WORKERS; i++)
            if (crew->members[i].pid)
                close(crew->members[i].fd);
        close(ends[0]);
        crew_worker_run(&crew->work, ends[1], parent);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *member = (struct crew_member){.pid = pid, .fd = ends[0]};
    return true;
}

/* May another worker be forked? Only when no one is there, or all take long. */
static bool all_take_long(const struct crew *crew)
{
    uint64_t now = clock_steady();

    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        const struct crew_member *member = &crew->members[i];

        if (member->pid && now - member->begun < CREW_PATIENCE)
            return false;
    }
    return true;
}

struct crew_member *crew_idle(struct crew *crew)
{
    struct crew_member *vacant = NULL;

    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        struct crew_member *member = &crew->members[i];

        if (member->pid && !member->task)
            return member;
        if (!member->pid && !vacant)
            vacant = member;
    }
    return vacant && all_take_long(crew) && hire(crew, vacant) ? vacant : NULL;
}

/* Sends what can be sent now. A worker that has ended is noticed when it is read from. */
static void send_rest(struct crew_member *member)
{
    while (member->sent < member->out.len) {
        ssize_t wrote = send(member->fd, member->out.data + member->sent,
                             member->out.len - member->sent, MSG_NOSIGNAL);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return;
        member->sent += (size_t)wrote;
    }
}

void crew_give(struct crew_member *member, void *task, const struct errand *errand)
{
    member->task = task;
    member->begun = member->since = clock_steady();
    member->out.len = 0;
    member->sent = 0;
    member->in.len = 0;
    errand_pack(errand, &member->out);
    send_rest(member);
}

bool crew_abandon(struct crew *crew, const void *task)
{
    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        struct crew_member *member = &crew->members[i];

        if (!member->pid || member->task != task)
            continue;
        if (clock_steady() - member->begun < CREW_PATIENCE)
            return false;
        dismiss(member);
        return true;
    }
    return false;
}

void crew_renew(struct crew *crew)
{
    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        struct crew_member *member = &crew->members[i];

        if (member->pid && !member->task)
            dismiss(member);
        else if (member->pid)
            member->stale = true;
    }
}

void crew_poll(const struct crew *crew, struct pollfd fds[CREW_MAX_WORKERS])
{
    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        const struct crew_member *member = &crew->members[i];

        fds[i] = (struct pollfd){.fd = member->pid ? member->fd : -1, .events = POLLIN};
        if (member->pid && member->sent < member->out.len)
            fds[i].events |= POLLOUT;
    }
}

/* Milliseconds until a worker that is busy is no longer waited for, or ended. */
static uint64_t time_left(const struct crew *crew, const struct crew_member *member,
                          bool waiting)
{
    uint64_t now = clock_steady();
    uint64_t limit = member->since + (uint64_t)crew->work.seconds * 1000;

    if (waiting && now - member->begun < CREW_PATIENCE)
        limit = member->begun + CREW_PATIENCE;
    return limit > now ? limit - now : 0;
}

int crew_timeout(const struct crew *crew, bool waiting)
{
    uint64_t least = UINT64_MAX;

    for (int i = 0; i < CREW_MAX_WORKERS; i++) {
        const struct crew_member *member = &crew->members[i];
        uint64_t left;

        if (!member->pid || !member->task)
            continue;
        left = time_left(crew, member, waiting);
        least = left < least ? left : least;
    }
    return least == UINT64_MAX ? -1 : (int)least + (least > 0);
}

/* The worker is gone, or has to go: its task has no result. */
static void lose(struct crew_member *member, enum answer_kind kind, crew_deliver *deliver,
                 void *context)
{
    void *task = member->task;
    int status = dismiss(member);
    struct answer answer = {.kind = kind};

    if (kind == ANSWER_CRASHED && WIFEXITED(status) &&
        WEXITSTATUS(status) == EXIT_OUT_OF_MEMORY)
        answer.kind = ANSWER_OUT_OF_MEMORY;
    if (task)
        deliver(context, task, &answer);
}

/* Delivers the parts of an answer that have come whole. False when they make no sense. */
static bool deliver_parts(struct crew_member *member, crew_deliver *deliver,
                          void *context)
{
    struct answer answer;
    size_t used;

    while (member->task && answer_unpack(buf_str(&member->in), &answer, &used)) {
        void *task = member->task;

        if (answer.kind > ANSWER_AT)
            return false;
        if (answer.kind < ANSWER_PART)
            member->task = NULL;
        member->since = clock_steady();
        deliver(context, task, &answer);
        memmove(member->in.data, member->in.data + used, member->in.len - used);
        member->in.len -= used;
    }
    return member->task ? member->in.len < CREW_MAX_ANSWER : !member->in.len;
}

enum { READ_BYTES = 1 << 18, KEPT_BYTES = 1 << 20 };

/* Reads what has come. False when the worker has ended, or sends nonsense. */
static bool receive(struct crew_member *member, crew_deliver *deliver, void *context)
{
    ssize_t got;

    do
        got = read(member->fd, buf_reserve(&member->in, READ_BYTES), READ_BYTES);
    while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        return true;
    if (got <= 0)
        return false;
    member->in.len += (size_t)got;
    if (!deliver_parts(member, deliver, context))
        return false;
    if (!member->task && member->in.capacity > KEPT_BYTES)
        buf_release(&member->in);
    if (!member->task && member->out.capacity > KEPT_BYTES)
        buf_release(&member->out);
    return true;
}

static void handle(const struct crew *crew, struct crew_member *member, short events,
                   crew_deliver *deliver, void *context)
{
    if (events & POLLOUT)
        send_rest(member);
    if (events & (POLLIN | POLLHUP | POLLERR) && !receive(member, deliver, context))
        lose(member, ANSWER_CRASHED, deliver, context);
    else if (member->task &&
             clock_steady() - member->since >= (uint64_t)crew->work.seconds * 1000)
        lose(member, ANSWER_TIMED_OUT, deliver, context);
    else if (member->stale && !member->task)
        dismiss(member);
}

void crew_handle(struct crew *crew, const struct pollfd fds[CREW_MAX_WORKERS],
                 crew_deliver *deliver, void *context)
{
    for (int i = 0; i < CREW_MAX_WORKERS; i++)
        if (crew->members[i].pid && fds[i].fd == crew->members[i].fd)
            handle(crew, &crew->members[i], fds[i].revents, deliver, context);
}
