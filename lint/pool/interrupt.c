/* interrupt.c - signals that end a run */

#include "lint/pool/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

/* The last one is not caught, but if it were ignored, it would hide how a worker
 * ended. */
static const int signals[INTERRUPT_SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGCHLD};

/* A handler gets only its signal. */
static volatile sig_atomic_t wake_fd = -1;
static volatile sig_atomic_t came;
static const char *volatile doomed[INTERRUPT_GUARDED_COUNT];

/* Signals that end a process by default, except SIGKILL and those that are never sent to
 * end one. */
static const int deadly[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGALRM,
                             SIGUSR1, SIGUSR2, SIGXCPU, SIGABRT, SIGSEGV,
                             SIGBUS,  SIGFPE,  SIGILL};

/* The signal, which is blocked while it is handled, is delivered again when the handler
 * returns. */
static void on_deadly_signal(int number)
{
    for (int i = 0; i < INTERRUPT_GUARDED_COUNT; i++) {
        const char *path = doomed[i];

        if (path)
            unlink(path);
    }
    signal(number, SIG_DFL);
    raise(number);
}

static void take_over(int number, void (*from)(int), void (*to)(int))
{
    struct sigaction action = {.sa_handler = to};
    struct sigaction before;

    sigfillset(&action.sa_mask);
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler == from)
        sigaction(number, &action, NULL);
}

static bool guards_any(void)
{
    for (int i = 0; i < INTERRUPT_GUARDED_COUNT; i++)
        if (doomed[i])
            return true;
    return false;
}

void interrupt_guard(enum interrupt_guarded which, const char *path)
{
    size_t count = sizeof(deadly) / sizeof(*deadly);
    bool guarded = guards_any();

    doomed[which] = path;
    if (guards_any() == guarded)
        return;
    for (size_t i = 0; i < count; i++)
        if (guarded)
            take_over(deadly[i], on_deadly_signal, SIG_DFL);
        else
            take_over(deadly[i], SIG_DFL, on_deadly_signal);
}

void interrupt_remove(enum interrupt_guarded which)
{
    const char *path = doomed[which];

    if (path)
        unlink(path);
}

void interrupt_unguard(void)
{
    for (int i = 0; i < INTERRUPT_GUARDED_COUNT; i++)
        interrupt_guard((enum interrupt_guarded)i, NULL);
}

static void on_signal(int signal)
{
    int code = errno;
    ssize_t wrote;

    if (came) {
        on_deadly_signal(signal);
        return;
    }
    wrote = write(wake_fd, "", 1);
    came = signal;
    (void)wrote; /* a full pipe is readable already */
    errno = code;
}

static void watch(int number, struct sigaction *before)
{
    struct sigaction action = {.sa_handler = number == SIGCHLD ? SIG_DFL : on_signal};

    sigfillset(&action.sa_mask);
    sigaction(number, NULL, before);
    if (number == SIGCHLD || before->sa_handler != SIG_IGN)
        sigaction(number, &action, NULL);
}

bool interrupt_watch(struct interrupt *interrupt)
{
    if (pipe(interrupt->wake) != 0)
        return false;
    fcntl(interrupt->wake[0], F_SETFL, O_NONBLOCK);
    fcntl(interrupt->wake[1], F_SETFL, O_NONBLOCK);
    wake_fd = interrupt->wake[1];
    came = 0;
    for (int i = 0; i < INTERRUPT_SIGNALS; i++)
        watch(signals[i], &interrupt->before[i]);
    return true;
}

void interrupt_unwatch(struct interrupt *interrupt)
{
    for (int i = 0; i < INTERRUPT_SIGNALS; i++)
        sigaction(signals[i], &interrupt->before[i], NULL);
    wake_fd = -1;
    close(interrupt->wake[0]);
    close(interrupt->wake[1]);
}

int interrupt_signal(void)
{
    return came;
}

void interrupt_hold(sigset_t *before)
{
    sigset_t all;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, before);
}

void interrupt_let_go(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}
