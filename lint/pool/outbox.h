/* outbox.h - blocks that a worker has made and not yet sent */
#ifndef LINT_POOL_OUTBOX_H
#define LINT_POOL_OUTBOX_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/pool/worker.h"

/* Many files' findings, and no more memory than an article takes. */
enum { OUTBOX_BYTES = 128 * 1024 };

/*
 * Small blocks gather here, in memory that a worker shares with its parent, for each trip
 * costs two processes more than most blocks do. When it is full, the worker rings, and
 * goes on in the other half while the parent takes in the first. As long as the parent
 * has not, a full half goes through the pipe. What a dead worker had not sent is taken
 * from it. Offsets are those of all bytes that a worker sends, in either way, from 0,
 * modulo 2^32; all zeros is an empty outbox. The worker writes, but for `emptied`; the
 * parent reads, and believes nothing of it.
 */
struct outbox {
    _Atomic uint32_t rung;    /* for so many halves; the next one is in use */
    _Atomic uint32_t emptied; /* so many of them the parent has taken in */
    _Atomic uint32_t start;   /* offset of the first byte in use; while it stays, so does
                                 every byte up to the end */
    _Atomic uint32_t end;     /* offset after the last whole frame here */
    char bytes[2][OUTBOX_BYTES];
};

/* In the worker: adds a frame. False when there is no room for it: then nothing was
 * added. */
bool outbox_add(struct outbox *outbox, uint32_t index, const struct buf *block);

/* In the worker: what is in the half in use. */
struct str outbox_text(const struct outbox *outbox);

/* In the worker: so many bytes more went through the pipe, and the half is empty. */
void outbox_sent(struct outbox *outbox, uint32_t count);

/* In the worker: is the other half free? */
bool outbox_may_ring(const struct outbox *outbox);

/* In the worker: the parent was told of the half in use, which is not empty; the other
 * one is from now on. */
void outbox_rung(struct outbox *outbox);

/*
 * In the parent: copies to `to`, where there is room for OUTBOX_BYTES, what is there
 * beyond the `taken` bytes that were taken before; returns how much that is. Nothing
 * where the worker has rung more often, or sends it at the moment, or when it makes no
 * sense.
 */
size_t outbox_copy(const struct outbox *outbox, uint32_t rung, uint32_t taken, char *to);

/* In the parent: the first bytes, at most OUTBOX_BYTES, of the half that was rung for
 * when it had been so many times before. They stay until outbox_emptied(), but only if
 * the worker is sound. */
struct str outbox_half(const struct outbox *outbox, uint32_t rung, uint32_t length);

/* In the parent: so many halves were taken in. */
void outbox_emptied(struct outbox *outbox, uint32_t rung);

#endif
