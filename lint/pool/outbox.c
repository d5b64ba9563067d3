/* outbox.c - blocks that a worker has made and not yet sent */

#include "lint/pool/outbox.h"

#include <string.h>

bool outbox_add(struct outbox *outbox, uint32_t index, const struct buf *block)
{
    uint32_t end = atomic_load(&outbox->end);
    uint32_t used = end - atomic_load(&outbox->start);
    struct frame frame = {index, (uint32_t)block->len};

    if (block->len > OUTBOX_BYTES - sizeof(frame) ||
        used > OUTBOX_BYTES - sizeof(frame) - block->len)
        return false;
    memcpy(outbox->bytes + used, &frame, sizeof(frame));
    if (block->len)
        memcpy(outbox->bytes + used + sizeof(frame), block->data, block->len);
    /* Last, so that a frame is there when it is whole. */
    atomic_store(&outbox->end, end + (uint32_t)(sizeof(frame) + block->len));
    return true;
}

struct str outbox_text(const struct outbox *outbox)
{
    uint32_t start = atomic_load(&outbox->start);

    return (struct str){outbox->bytes, atomic_load(&outbox->end) - start};
}

/* A worker that dies between the two leaves an outbox whose bytes all came through the
 * pipe, so none of them are taken again. */
void outbox_sent(struct outbox *outbox, uint32_t count)
{
    uint32_t end = atomic_load(&outbox->start) + count;

    atomic_store(&outbox->end, end);
    atomic_store(&outbox->start, end);
}

size_t outbox_copy(const struct outbox *outbox, uint32_t received, char *to)
{
    uint32_t start = atomic_load(&outbox->start);
    uint32_t used = atomic_load(&outbox->end) - start;
    uint32_t taken = received - start;

    if (used > OUTBOX_BYTES || taken > used)
        return 0;
    memcpy(to, outbox->bytes + taken, used - taken);
    return atomic_load(&outbox->start) == start ? used - taken : 0;
}
