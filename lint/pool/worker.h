/* worker.h - one process of the pool, and the board it shares with its parent */
#ifndef LINT_POOL_WORKER_H
#define LINT_POOL_WORKER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "lint/pool/pool.h"

enum slot_phase {
    SLOT_CLAIMING, /* index is the item that is being claimed: perhaps another gets it */
    SLOT_WORKING,  /* on index, since `since` */
    SLOT_SENDING,  /* the block of index */
    SLOT_FINISHED, /* nothing is left to claim */
};

/* No item: a worker that has claimed nothing yet. */
#define SLOT_NO_INDEX UINT32_MAX

/*
 * What a worker is at. It writes, its parent reads; all of it holds still when the
 * worker is dead, and then tells what was lost.
 */
struct slot {
    _Atomic uint32_t phase; /* enum slot_phase */
    _Atomic uint32_t index;
    _Atomic uint32_t since; /* worker_clock() */
    _Atomic uint32_t spent; /* worker_time() then */
};

/* In memory that parent and workers share. 32 bits wide, so that no lock is needed. */
struct board {
    _Atomic uint32_t next; /* the first item that nobody has claimed */
    struct slot slots[POOL_MAX_JOBS];
};

struct worker {
    const struct pool_work *work;
    struct board *board;
    struct slot *slot;
    uint32_t first; /* an item to begin with, claimed already; or SLOT_NO_INDEX */
    int out;        /* where blocks go */
    pid_t parent;
    size_t memory; /* as in struct pool_options */
};

/* Before each block on the pipe. */
struct frame {
    uint32_t index;
    uint32_t length;
};

/* Works until nothing is left to claim, in a process just forked. */
_Noreturn void worker_run(const struct worker *worker);

/* Milliseconds of a steady clock, modulo 2^32: only differences mean something. */
uint32_t worker_clock(void);

/* Milliseconds of processor time that a process has had, modulo 2^32; 0 for this one.
 * False when the system does not tell. */
bool worker_time(pid_t pid, uint32_t *time);

#endif
