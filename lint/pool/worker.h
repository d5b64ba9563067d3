/* worker.h - one process of the pool, and the memory that it shares with its parent */
#ifndef LINT_POOL_WORKER_H
#define LINT_POOL_WORKER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "lint/pool/pool.h"

enum slot_phase {
    SLOT_CLAIMING, /* index is the item that it tries to claim, and may not get */
    SLOT_WORKING,  /* on index */
    SLOT_SENDING,  /* the block of index */
    SLOT_FINISHED, /* nothing is left to claim */
};

/* No item: a worker that has claimed nothing yet. */
#define SLOT_NO_INDEX UINT32_MAX

/*
 * What a worker is doing. The worker writes it, its parent reads it; when the worker is
 * dead it no longer changes, and says what was lost.
 */
struct slot {
    _Atomic uint32_t phase; /* enum slot_phase */
    _Atomic uint32_t index;
    _Atomic uint32_t since; /* worker_clock() at the beginning of the phase, or earlier */
};

struct outbox;

/* In memory that parent and workers share. 32 bits wide, so that no lock is needed. */
struct board {
    _Atomic uint32_t next; /* the first item that has not been claimed */
    struct slot slots[POOL_MAX_JOBS];
};

struct worker {
    const struct pool_work *work;
    struct board *board;
    struct slot *slot;
    struct outbox *outbox; /* shared as well */
    uint32_t first;        /* an item to begin with, already claimed; or SLOT_NO_INDEX */
    int out;               /* where blocks go */
    pid_t parent;
    unsigned deadline; /* as in struct pool_options, like the next */
    size_t memory;
};

/* The header of each block, and what rings for a half of an outbox. */
struct frame {
    uint32_t index; /* FRAME_BELL: the frames are in that half */
    uint32_t length;
};

#define FRAME_BELL UINT32_MAX

/* Works until nothing is left to claim, in a process that has just been forked. An item
 * that exceeds the deadline, by up to a tenth of a second, ends the process with SIGPROF.
 */
_Noreturn void worker_run(const struct worker *worker);

/* Milliseconds of a steady clock, modulo 2^32: only differences have a meaning. 0 when
 * the clock cannot be read. */
uint32_t worker_clock(void);

#endif
