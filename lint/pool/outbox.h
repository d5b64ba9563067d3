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
 * Small blocks gather here and go through the pipe together, for each trip costs two
 * processes more than most blocks do. It is memory that the worker shares with its
 * parent: what a dead worker had not sent is taken from it. Offsets are those of all
 * bytes that a worker sends, from 0, modulo 2^32; all zeros is an empty outbox. The
 * worker writes, the parent reads, and believes nothing of it.
 */
struct outbox {
    _Atomic uint32_t start; /* offset of the first byte here; while it stays, so does
                               every byte up to the end */
    _Atomic uint32_t end;   /* offset after the last whole frame here */
    char bytes[OUTBOX_BYTES];
};

/* In the worker: adds a frame. False when there is no room for it: then nothing was
 * added. */
bool outbox_add(struct outbox *outbox, uint32_t index, const struct buf *block);

/* What is in it. */
struct str outbox_text(const struct outbox *outbox);

/* In the worker: so many bytes more went through the pipe, and the outbox is empty. */
void outbox_sent(struct outbox *outbox, uint32_t count);

/*
 * In the parent: copies to `to`, where there is room for OUTBOX_BYTES, what is there
 * beyond the `received` bytes that were taken before; returns how much that is. Nothing
 * when the worker sends it at the moment, or when it makes no sense.
 */
size_t outbox_copy(const struct outbox *outbox, uint32_t received, char *to);

#endif
