/* pool.h - many files over several processes, their results in order */
#ifndef LINT_POOL_POOL_H
#define LINT_POOL_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

enum {
    POOL_MAX_JOBS = 256,
    /* Blocks that wait for an earlier one; beyond this, only the worker that holds
     * the earlier one is listened to. */
    POOL_MAX_KEPT = 128 * 1024 * 1024,
    /* A longer block is no block: its worker wrote over its own memory. */
    POOL_MAX_BLOCK = 1024 * 1024 * 1024,
};

struct pool_options {
    unsigned jobs;     /* workers, at most POOL_MAX_JOBS; 0: one per processor */
    unsigned deadline; /* seconds of processor time one item may take; 0: any */
    size_t memory;     /* bytes a worker may take beyond what it starts with; 0: any */
};

/*
 * Only what the processor does for the worker counts, so that a machine that has much
 * else to do ends no item early. A worker that waits, with an item, for one or for the
 * parent, is ended as well, after so many deadlines by the clock.
 */
enum { POOL_WAITING_DEADLINES = 4 };

enum pool_outcome {
    POOL_DONE,
    POOL_CRASHED,       /* the worker ended by a signal, or by itself */
    POOL_TIMED_OUT,     /* it took more time than it may: see waited */
    POOL_OUT_OF_MEMORY, /* it ended with EXIT_OUT_OF_MEMORY */
    POOL_BROKEN,        /* it sent what no sound worker sends */
};

struct pool_result {
    uint32_t index;
    enum pool_outcome outcome;
    int signal;       /* POOL_CRASHED: the signal, 0 when the worker exited */
    int status;       /* POOL_CRASHED without signal: its exit status */
    bool waited;      /* POOL_TIMED_OUT: after POOL_WAITING_DEADLINES by the clock; else
                         after a deadline of processor time */
    struct str block; /* POOL_DONE: what work wrote; valid during the call */
};

/* What is to be done. Items are the numbers below count. */
struct pool_work {
    uint32_t count;
    void *context;
    /* In a worker, which sees a copy of all that the parent had before pool_run():
     * appends the item's block to out, which is empty. */
    void (*work)(void *context, uint32_t index, struct buf *out);
    /* In the parent: once for each item, in ascending order. False stops the run; it must
     * not go on waiting for anything after an interrupt_signal(). */
    bool (*deliver)(void *context, const struct pool_result *result);
    /* In the parent, or NULL: after every change, and ten times a second. */
    void (*progress)(void *context, uint32_t done, uint32_t count);
};

enum pool_end {
    POOL_FINISHED,    /* every item was delivered */
    POOL_STOPPED,     /* deliver said so */
    POOL_INTERRUPTED, /* by a signal: tidy up, then raise() it */
    POOL_FAILED,      /* the system refused something: no process, no pipe */
};

struct pool_trouble {
    int signal;       /* POOL_INTERRUPTED */
    int code;         /* POOL_FAILED: errno, or 0 */
    const char *what; /* POOL_FAILED: what could not be done, after "cannot" */
};

/*
 * Runs the work in forked workers. What is delivered does not depend on the number
 * of workers, nor on what a worker did before: an item with which a worker dies that has
 * done others is done again by a new one. An item whose worker dies or is killed has an
 * outcome of its own and harms no other. When this returns, no worker is left and signal
 * handlers are as they were; SIGINT, SIGTERM and SIGHUP (unless ignored) end the run
 * meanwhile.
 */
enum pool_end pool_run(const struct pool_options *options, const struct pool_work *work,
                       struct pool_trouble *trouble);

/* Can a worker's memory be limited here? Not under a sanitizer. */
bool pool_limits_memory(void);

/* Bytes of memory that the system lets a process have (`ulimit -v`, `ulimit -d`) when
 * that ends a worker earlier than `memory` of its options; else 0. */
size_t pool_system_limit(size_t memory);

#endif
