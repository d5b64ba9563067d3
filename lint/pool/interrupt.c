/* interrupt.c - signals that end a run */

#include "lint/pool/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* The last one is not caught: ignored, it would hide how a worker ended. */
static const int signals[INTERRUPT_SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGCHLD};

/* A handler knows nothing but its signal. */
static volatile sig_atomic_t wake_fd = -1;
static volatile sig_atomic_t came;

static void on_signal(int signal)
{
    int code = errno;
    ssize_t wrote = write(wake_fd, "", 1);

    came = signal;
    (void)wrote; /* a full pipe has told enough */
    errno = code;
}

static void watch(int number, struct sigaction *before)
{
    struct sigaction action = {.sa_handler = number == SIGCHLD ? SIG_DFL : on_signal,
                               .sa_flags = (int)SA_RESETHAND};

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

void interrupt_hold(struct interrupt *interrupt)
{
    sigset_t held;

    sigemptyset(&held);
    for (int i = 0; i < INTERRUPT_SIGNALS; i++)
        sigaddset(&held, signals[i]);
    sigprocmask(SIG_BLOCK, &held, &interrupt->mask);
}

void interrupt_let_go(struct interrupt *interrupt)
{
    sigprocmask(SIG_SETMASK, &interrupt->mask, NULL);
}
