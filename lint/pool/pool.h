/* pool.h - distributes work to several processes, and delivers the results in order */
#ifndef LINT_POOL_POOL_H
#define LINT_POOL_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

enum {
    POOL_MAX_JOBS = 256,
    /* The most bytes of blocks that wait for an earlier one; with more, only the worker
     * with the earlier one is read from. */
    POOL_MAX_KEPT = 128 * 1024 * 1024,
    /* The longest block: a longer one means that the worker corrupted its own memory. */
    POOL_MAX_BLOCK = 1024 * 1024 * 1024,
};

struct pool_options {
    unsigned jobs;     /* workers, at most POOL_MAX_JOBS; 0: one per processor */
    unsigned deadline; /* seconds of processor time for one item; 0: no limit */
    size_t memory;     /* bytes that a worker may allocate in addition to those it starts
                          with; 0: no limit */
};

/*
 * Only processor time counts, so that no item is ended early on a busy machine. A worker
 * that waits, with an item, for one or for the parent, is ended as well, after that many
 * deadlines by the clock.
 */
enum { POOL_WAITING_DEADLINES = 4 };

enum pool_outcome {
    POOL_DONE,
    POOL_CRASHED,       /* the worker was ended by a signal, or exited */
    POOL_TIMED_OUT,     /* it exceeded its time: see waited */
    POOL_OUT_OF_MEMORY, /* it ended with EXIT_OUT_OF_MEMORY */
    POOL_BROKEN,        /* it sent what no sound worker sends */
};

struct pool_result {
    uint32_t index;
    enum pool_outcome outcome;
    int signal;  /* POOL_CRASHED: the signal, 0 when the worker exited */
    int status;  /* POOL_CRASHED without signal: its exit status */
    bool waited; /* POOL_TIMED_OUT: by the clock, after POOL_WAITING_DEADLINES; else by
                    processor time */
    struct str block; /* POOL_DONE: what work wrote; valid during the call */
};

/* The work to be done. Items are the numbers below count. */
struct pool_work {
    uint32_t count;
    void *context;
    /* In a worker, which has a copy of all memory of the parent before pool_run():
     * appends the block of the item to out, which is empty. */
    void (*work)(void *context, uint32_t index, struct buf *out);
    /* In the parent: called once for each item, in ascending order. False stops the run;
     * it must not go on waiting for anything after an interrupt_signal(). */
    bool (*deliver)(void *context, const struct pool_result *result);
    /* In the parent, or NULL: after every change, and ten times a second. */
    void (*progress)(void *context, uint32_t done, uint32_t count);
};

enum pool_end {
    POOL_FINISHED,    /* every item was delivered */
    POOL_STOPPED,     /* by deliver() */
    POOL_INTERRUPTED, /* by a signal: tidy up, then raise() it */
    POOL_FAILED,      /* the system refused something, such as a process or a pipe */
};

struct pool_trouble {
    int signal;       /* POOL_INTERRUPTED */
    int code;         /* POOL_FAILED: errno, or 0 */
    const char *what; /* POOL_FAILED: what could not be done, after "cannot" */
};

/*
 * Runs the work in forked workers. What is delivered depends neither on the number of
 * workers nor on what a worker did before: an item whose worker fails after others is
 * done again by a new worker. An item whose worker fails or is killed has an outcome of
 * its own and affects no other. When this returns, no worker is left and the signal
 * handlers are restored; meanwhile SIGINT, SIGTERM and SIGHUP (unless ignored) end the
 * run.
 */
enum pool_end pool_run(const struct pool_options *options, const struct pool_work *work,
                       struct pool_trouble *trouble);

/* Can the memory of a worker be limited here? Not under a sanitizer. */
bool pool_limits_memory(void);

/* The bytes of memory that the system allows a process (`ulimit -v`, `ulimit -d`), if
 * that ends a worker earlier than `memory` of its options; else 0. */
size_t pool_system_limit(size_t memory);

#endif
