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
};

/* Catches SIGINT, SIGTERM and SIGHUP, but those that are ignored. The first to come is
 * told; a second one ends the process, with what interrupt_guard() promises. Makes sure
 * that the ends of child processes can be waited for. False, with errno set, when there
 * is no pipe. */
bool interrupt_watch(struct interrupt *interrupt);

/* Handlers as they were before. In a forked child as well as in the parent. */
void interrupt_unwatch(struct interrupt *interrupt);

/* The signal that came since interrupt_watch(), or 0. Also for those who wait somewhere
 * else and find a system call interrupted. */
int interrupt_signal(void);

/* Around fork(): a child must not take a signal before it has unwatched and unguarded.
 * And around making a file that is then guarded. */
void interrupt_hold(sigset_t *before);
void interrupt_let_go(const sigset_t *before);

/*
 * From now on a signal that ends this process removes that file first: a temporary one,
 * whose name must stay where it is. NULL: no file any more, and signals are as they were.
 * A signal that is caught or ignored already is left alone, so a watch goes inside a
 * guard. SIGKILL leaves the file.
 */
void interrupt_guard(const char *path);

#endif
