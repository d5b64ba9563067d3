/* pool_trial.h - a run of the pool whose items do something to their workers */
#ifndef LINT_TOOL_POOL_POOL_TRIAL_H
#define LINT_TOOL_POOL_POOL_TRIAL_H

#include <sys/types.h>

#include "lint/base/buf.h"
#include "lint/pool/pool.h"

/* What an item does to its worker. */
enum act {
    ACT_SMALL,
    ACT_EMPTY,
    ACT_MIDDLE, /* a block of which few fill an outbox */
    ACT_BIG,
    ACT_ABORT,
    ACT_EXIT,
    ACT_EXIT_STATUS,
    ACT_HANG,
    ACT_EAT,
    ACT_HALF,
    ACT_DIE_EARLIER, /* kills itself when the block of another item is in the pipe */
    ACT_SLOW,
    ACT_NONSENSE, /* sends what no worker sends, of three kinds by turns */
    ACT_NAP,      /* takes longer than a deadline of a second, but no processor time */
    ACT_SLEEP,    /* for ever */
    ACT_PICKY,    /* dies in a worker that has done another item */
    ACT_STUCK,    /* is stopped while it sends its block, the first time */
    ACT_WAIT,     /* until as many items are done as the run says */
};

/* The bytes of a block of ACT_BIG. */
enum { POOL_TRIAL_BIG = 10 * 1000 * 1000 };

/* The bytes of a block of ACT_MIDDLE. */
static inline uint32_t pool_trial_middle(uint32_t index)
{
    return index * 7919 % 60000;
}

/* A run, to which a test gives acts and their count, and what it wants to happen. */
struct pool_trial {
    const enum act *acts;
    uint32_t count;
    uint32_t delivered;
    uint32_t stop_at; /* deliver() stops at this item; 0: never */
    int raise_at;     /* a signal that the receiver sends to itself at item 1; 0: none */
    uint32_t progress;
    uint32_t enough; /* items done that ACT_WAIT waits for */
    bool slow;       /* deliver() takes longer than the work */
    struct buf log;  /* everything that was delivered */
    /* Shared with the workers, or NULL: */
    _Atomic pid_t *stuck;    /* who is about to send for ACT_STUCK */
    _Atomic uint32_t *times; /* how often each item is begun */
    _Atomic bool *ready;     /* `enough` items are done */
};

/* Runs it. The test fails where items do not come in order, progress goes back or a child
 * is left. */
enum pool_end pool_trial_run(struct pool_trial *run, struct pool_options options,
                             struct pool_trouble *trouble);

/* The log of a run that must finish, which the caller releases. It ends in NUL and has a
 * line for each item: its index, the outcome, a signal, an exit status and the block. */
struct buf pool_trial_log(const enum act *acts, uint32_t count,
                          struct pool_options options);

/* The log is the expected one, with any number of workers. */
void pool_trial_check(const enum act *acts, uint32_t count, struct pool_options options,
                      const char *expected);

#endif
