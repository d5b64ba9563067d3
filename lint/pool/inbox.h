/* inbox.h - assembles blocks from what is read from a worker's pipe */
#ifndef LINT_POOL_INBOX_H
#define LINT_POOL_INBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/pool/pool.h"
#include "lint/pool/worker.h"

/* The outcome of an item, kept until its turn. Freed with free(). */
struct block {
    uint32_t index;
    uint32_t length;
    enum pool_outcome outcome;
    int signal;
    int status;
    bool waited;
    char bytes[];
};

/* The pipe of one worker, with at most one incomplete frame. All zeros: empty. */
struct inbox {
    unsigned char head[sizeof(struct frame)];
    size_t head_length;
    struct block *block; /* the one that is filled; NULL until its header is complete */
    uint32_t filled;
    uint32_t bell; /* length of what was rung for; 0: nothing was */
};

/* A new block with length bytes. Never NULL. */
struct block *block_new(uint32_t index, uint32_t length);

/*
 * Takes bytes off *bytes up to the end of a frame. Returns its block, which the caller
 * owns; or NULL when all bytes were taken, when they ring (FRAME_BELL): then `bell` is
 * set, which the caller clears, or when they are not a frame: then *broken is set, and
 * the rest of the pipe is useless.
 */
struct block *inbox_take(struct inbox *inbox, uint32_t count, struct str *bytes,
                         bool *broken);

/* Drops an incomplete frame. */
void inbox_clear(struct inbox *inbox);

#endif
