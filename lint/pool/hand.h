/* hand.h - the state of a run, shared by the files of this room alone */
#ifndef LINT_POOL_HAND_H
#define LINT_POOL_HAND_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "lint/pool/deadline.h"
#include "lint/pool/inbox.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/outbox.h"
#include "lint/pool/pool.h"

struct pollfd;

/* The parent's view of a worker. */
struct hand {
    pid_t pid; /* 0: none */
    int in;
    struct inbox inbox;
    uint32_t first; /* the item it began with; SLOT_NO_INDEX: one that it claimed */
    bool broken;   /* it sent nonsense, or closed its pipe but lives: nothing more is read
                      from it */
    uint32_t told; /* bytes from its pipe, or that it rang for, modulo 2^32 */
    uint32_t taken;    /* the same, and what came from its outbox before that */
    uint32_t rung;     /* so often it rang */
    uint32_t received; /* it sends no more items below this; 0: none sent yet */
    uint32_t heard;    /* when it was last read from, or chosen not to be */
    bool killed;       /* by the parent, for its deadline */
    uint32_t blamed;   /* `since` of its slot then, which identifies the item */
};

/* What parent and workers share. */
struct shared {
    struct board board;
    struct outbox outboxes[]; /* one per hand */
};

struct pool {
    const struct pool_options *options;
    const struct pool_work *work;
    struct pool_trouble *trouble;
    struct shared *shared;
    unsigned shared_jobs; /* for how many there is room in it */
    struct interrupt interrupt;
    struct hand *hands;
    struct pollfd *fds; /* that of the interrupt, then one per hand */
    unsigned jobs;
    struct block **blocks; /* by index: known but not yet delivered */
    uint32_t next;         /* the first item not yet delivered */
    uint32_t done;         /* items known, delivered or not */
    size_t kept;           /* bytes in blocks */
    struct deadline deadline;
    uint32_t looked; /* into the outboxes, by worker_clock() */
    unsigned idle_deaths;
    char *bytes; /* OUTBOX_BYTES */
};

/* Notes what could not be done, and errno; always false. */
bool pool_fail(struct pool *pool, const char *what);

/* Forks a worker for hand, which has none; first: see struct worker. */
bool hand_hire(struct pool *pool, struct hand *hand, uint32_t first);

/* Has the worker whose pipe has ended ended as well? One that closed it and lives must
 * not be taken for one that was killed from outside. */
bool hand_has_ended(const struct hand *hand);

/* Kills a worker and waits for its end. The pipe is closed first: if the kill fails,
 * writing ends the worker. False when its status is not known. */
bool hand_dismiss(struct hand *hand, int *status);

/* What the worker works at, in the shared memory. */
const struct slot *hand_slot(const struct pool *pool, const struct hand *hand);

/* Takes in what was read from its pipe, but for what came from its outbox before. Sets
 * `broken` where that is nonsense. */
void hand_take_in(struct pool *pool, struct hand *hand, struct str bytes);

/* Takes in what the worker has made and not yet sent. */
void hand_look_into(struct pool *pool, struct hand *hand);

/* Is the block of an item there, or delivered? */
bool pool_knows(const struct pool *pool, uint32_t index);

/* Keeps a block until its turn. A second one for the same item is dropped. */
void pool_keep(struct pool *pool, struct block *block);

/* Is any worker alive, or not yet known to be dead? */
bool pool_has_worker(const struct pool *pool);

/*
 * The item with which the successor of a dead worker has to begin; an item that is to
 * blame is settled instead. When the worker sent nonsense, the item that it began with is
 * to blame, because the nonsense began there; what came later is done again.
 */
uint32_t pool_settle(struct pool *pool, const struct hand *hand, int status);

/* An item that was claimed but that no worker has: it was lost in a broken pipe. */
uint32_t pool_lost_item(const struct pool *pool);

#endif
