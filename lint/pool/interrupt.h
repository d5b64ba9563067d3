/* interrupt.h - signals that end a run, received by poll() */
#ifndef LINT_POOL_INTERRUPT_H
#define LINT_POOL_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

enum { INTERRUPT_SIGNALS = 4 };

/* At most one in a process at a time. */
struct interrupt {
    int wake[2]; /* a pipe whose first end is readable after a signal, for poll() */
    struct sigaction before[INTERRUPT_SIGNALS];
};

/* Catches SIGINT, SIGTERM and SIGHUP, except those that are ignored. The first one is
 * recorded; a second one ends the process, as interrupt_guard() promises. Makes sure that
 * the end of child processes can be waited for. False, with errno set, when there is no
 * pipe. */
bool interrupt_watch(struct interrupt *interrupt);

/* Restores the handlers, in a forked child as well as in the parent. */
void interrupt_unwatch(struct interrupt *interrupt);

/* The signal since interrupt_watch(), or 0. Also for code that waits elsewhere and finds
 * a system call interrupted. */
int interrupt_signal(void);

/* Blocks the signals around fork(), because a child must not receive one before it has
 * unwatched and unguarded, and around the creation of a file that is then guarded.
 * *before is the mask to be restored. */
void interrupt_hold(sigset_t *before);
void interrupt_let_go(const sigset_t *before);

/* Temporary files that are removed when a signal ends this process. */
enum interrupt_guarded {
    INTERRUPT_ARTICLE,
    INTERRUPT_REPORT, /* and its copies in other formats */
    INTERRUPT_GUARDED_COUNT = INTERRUPT_REPORT + 8,
};

/*
 * From now on a signal that ends this process first removes the file at path, a temporary
 * one; path is not copied and must live as long. NULL ends this and, when no other file
 * is guarded, restores the handlers. A signal that is already caught or ignored is not
 * affected, but that the second one of a watch removes the files as well; so a watch goes
 * inside a guard, or a guard inside a watch. SIGKILL leaves the file.
 */
void interrupt_guard(enum interrupt_guarded which, const char *path);

/* Removes the guarded file, if there is one, in a process that ends for another reason.
 */
void interrupt_remove(enum interrupt_guarded which);

/* Ends all of it, in a child that has just been forked: the files are its parent's. */
void interrupt_unguard(void);

#endif
