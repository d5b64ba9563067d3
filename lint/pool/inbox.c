/* inbox.c - assembles blocks from what is read from a worker's pipe */

#include "lint/pool/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"

struct block *block_new(uint32_t index, uint32_t length)
{
    struct block *block = memory_alloc(sizeof(*block) + length);

    *block = (struct block){.index = index, .length = length, .outcome = POOL_DONE};
    return block;
}

static size_t fill(void *to, size_t room, struct str *bytes)
{
    size_t len = bytes->len < room ? bytes->len : room;

    memcpy(to, bytes->data, len);
    bytes->data += len;
    bytes->len -= len;
    return len;
}

/* False when the header is complete but not one that a sound worker writes. */
static bool take_head(struct inbox *inbox, uint32_t count, struct str *bytes)
{
    struct frame frame;

    inbox->head_length +=
        fill(inbox->head + inbox->head_length, sizeof(frame) - inbox->head_length, bytes);
    if (inbox->head_length < sizeof(frame))
        return true;
    memcpy(&frame, inbox->head, sizeof(frame));
    if (frame.index == FRAME_BELL) {
        *inbox = (struct inbox){.bell = frame.length};
        return frame.length;
    }
    if (frame.index >= count || frame.length > POOL_MAX_BLOCK)
        return false;
    inbox->block = block_new(frame.index, frame.length);
    inbox->filled = 0;
    return true;
}

struct block *inbox_take(struct inbox *inbox, uint32_t count, struct str *bytes,
                         bool *broken)
{
    struct block *block;

    if (!inbox->block && !take_head(inbox, count, bytes)) {
        *broken = true;
        return NULL;
    }
    block = inbox->block;
    if (!block)
        return NULL;
    inbox->filled += (uint32_t)fill(block->bytes + inbox->filled,
                                    block->length - inbox->filled, bytes);
    if (inbox->filled < block->length)
        return NULL;
    *inbox = (struct inbox){.head_length = 0};
    return block;
}

void inbox_clear(struct inbox *inbox)
{
    free(inbox->block);
    *inbox = (struct inbox){.head_length = 0};
}
