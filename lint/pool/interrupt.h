/* interrupt.h - signals that end a run, seen where other news is waited for */
#ifndef LINT_POOL_INTERRUPT_H
#define LINT_POOL_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

enum { INTERRUPT_SIGNALS = 4 };

/* One at a time in a process. */
struct interrupt {
    int wake[2]; /* a pipe: poll its first end; readable after a signal */
    struct sigaction before[INTERRUPT_SIGNALS];
    sigset_t mask; /* before interrupt_hold() */
};

/* Catches SIGINT, SIGTERM and SIGHUP, but those that are ignored, each once: a second one
 * does what it does by itself. Makes sure that the ends of child processes can be waited
 * for. False, with errno set, when there is no pipe. */
bool interrupt_watch(struct interrupt *interrupt);

/* Handlers as they were before. In a forked child as well as in the parent. */
void interrupt_unwatch(struct interrupt *interrupt);

/* The signal that came since interrupt_watch(), or 0. Also for those who wait somewhere
 * else and find a system call interrupted. */
int interrupt_signal(void);

/* Around fork(): a child must not take a signal before it has unwatched. */
void interrupt_hold(struct interrupt *interrupt);
void interrupt_let_go(struct interrupt *interrupt);

#endif
