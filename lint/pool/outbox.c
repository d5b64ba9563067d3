/* outbox.c - blocks that a worker has made and not yet sent */

#include "lint/pool/outbox.h"

#include <string.h>

static char *half_in_use(struct outbox *outbox)
{
    return outbox->bytes[atomic_load(&outbox->rung) % 2];
}

bool outbox_add(struct outbox *outbox, uint32_t index, const struct buf *block)
{
    uint32_t end = atomic_load(&outbox->end);
    uint32_t used = end - atomic_load(&outbox->start);
    struct frame frame = {index, (uint32_t)block->len};
    char *to = half_in_use(outbox) + used;

    if (block->len > OUTBOX_BYTES - sizeof(frame) ||
        used > OUTBOX_BYTES - sizeof(frame) - block->len)
        return false;
    memcpy(to, &frame, sizeof(frame));
    if (block->len)
        memcpy(to + sizeof(frame), block->data, block->len);
    /* Last, so that a frame is there when it is whole. */
    atomic_store(&outbox->end, end + (uint32_t)(sizeof(frame) + block->len));
    return true;
}

struct str outbox_text(const struct outbox *outbox)
{
    uint32_t start = atomic_load(&outbox->start);

    return outbox_half(outbox, atomic_load(&outbox->rung),
                       atomic_load(&outbox->end) - start);
}

/* A worker that dies between the two leaves an outbox whose bytes all came through the
 * pipe, so none of them are taken again. */
void outbox_sent(struct outbox *outbox, uint32_t count)
{
    uint32_t end = atomic_load(&outbox->start) + count;

    atomic_store(&outbox->end, end);
    atomic_store(&outbox->start, end);
}

bool outbox_may_ring(const struct outbox *outbox)
{
    return atomic_load(&outbox->emptied) == atomic_load(&outbox->rung);
}

/* In this order, or the parent could take the start for that of the half before. */
void outbox_rung(struct outbox *outbox)
{
    atomic_fetch_add(&outbox->rung, 1);
    atomic_store(&outbox->start, atomic_load(&outbox->end));
}

size_t outbox_copy(const struct outbox *outbox, uint32_t rung, uint32_t taken, char *to)
{
    bool same = atomic_load(&outbox->rung) == rung;
    uint32_t start = atomic_load(&outbox->start);
    uint32_t used = atomic_load(&outbox->end) - start;
    uint32_t known = taken - start;

    if (!same || used > OUTBOX_BYTES || known > used)
        return 0;
    memcpy(to, outbox->bytes[rung % 2] + known, used - known);
    same = atomic_load(&outbox->start) == start && atomic_load(&outbox->rung) == rung;
    return same ? used - known : 0;
}

struct str outbox_half(const struct outbox *outbox, uint32_t rung, uint32_t length)
{
    return (struct str){outbox->bytes[rung % 2], length};
}

void outbox_emptied(struct outbox *outbox, uint32_t rung)
{
    atomic_store(&outbox->emptied, rung);
}
