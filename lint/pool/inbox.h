/* inbox.h - blocks put together from what comes out of a worker's pipe */
#ifndef LINT_POOL_INBOX_H
#define LINT_POOL_INBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/pool/pool.h"
#include "lint/pool/worker.h"

/* What became of an item, kept until its turn. Freed with free(). */
struct block {
    uint32_t index;
    uint32_t length;
    enum pool_outcome outcome;
    int signal;
    int status;
    bool waited;
    char bytes[];
};

/* One worker's pipe: at most one frame that is not yet complete. All zeros: empty. */
struct inbox {
    unsigned char head[sizeof(struct frame)];
    size_t head_length;
    struct block *block; /* being filled; NULL while the head is not complete */
    uint32_t filled;
};

/* An item without block. Never NULL. */
struct block *block_new(uint32_t index, uint32_t length);

/*
 * Takes bytes off the front of *bytes up to the end of a frame. Returns its block, now
 * the caller's, or NULL when all bytes were taken, or when they make no sense: then
 * *broken is set, and the rest of the pipe is worth nothing.
 */
struct block *inbox_take(struct inbox *inbox, uint32_t count, struct str *bytes,
                         bool *broken);

/* Drops a frame that will never be complete. */
void inbox_clear(struct inbox *inbox);

#endif
