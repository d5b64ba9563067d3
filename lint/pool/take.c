/* take.c - blocks that come from a worker, through its pipe and its outbox */

#include <stdlib.h>

#include "lint/pool/hand.h"
#include "lint/pool/worker.h"

/* A sound worker sends its items in ascending order, and none that it has not claimed. */
static bool is_sound(const struct pool *pool, const struct hand *hand,
                     const struct block *block)
{
    return block->index >= hand->received &&
           block->index <= atomic_load(&hand_slot(pool, hand)->index);
}

static void keep_sound(struct pool *pool, struct hand *hand, struct block *block)
{
    if (is_sound(pool, hand, block)) {
        hand->received = block->index + 1;
        pool_keep(pool, block);
        return;
    }
    free(block);
    hand->broken = true;
}

/* Takes in whole frames. */
static void take_frames(struct pool *pool, struct hand *hand, struct str bytes)
{
    struct inbox inbox = {.head_length = 0};

    while (bytes.len && !hand->broken) {
        struct block *block =
            inbox_take(&inbox, pool->work->count, &bytes, &hand->broken);

        if (block)
            keep_sound(pool, hand, block);
        else
            hand->broken = true;
    }
    inbox_clear(&inbox);
}

void hand_look_into(struct pool *pool, struct hand *hand)
{
    const struct outbox *outbox = &pool->shared->outboxes[hand - pool->hands];
    size_t len = outbox_copy(outbox, hand->rung, hand->taken, pool->bytes);

    hand->taken += (uint32_t)len;
    take_frames(pool, hand, (struct str){pool->bytes, len});
}

/* The worker rang for so many bytes: takes in those that were not taken before. */
static void answer_bell(struct pool *pool, struct hand *hand, uint32_t length)
{
    struct outbox *outbox = &pool->shared->outboxes[hand - pool->hands];
    uint32_t known = hand->taken - hand->told;
    struct str half = outbox_half(outbox, hand->rung, length);

    if (length > OUTBOX_BYTES || known > length) {
        hand->broken = true;
        return;
    }
    take_frames(pool, hand, (struct str){half.data + known, half.len - known});
    hand->told += length;
    hand->taken = hand->told;
    outbox_emptied(outbox, ++hand->rung);
}

/* A block came through the pipe; it may have been taken from the outbox before, but then
 * all of it was. */
static void take_block(struct pool *pool, struct hand *hand, struct block *block)
{
    uint32_t size = (uint32_t)sizeof(struct frame) + block->length;
    uint32_t known = hand->taken - hand->told;

    hand->told += size;
    if (known) {
        hand->broken = known < size;
        free(block);
        return;
    }
    hand->taken = hand->told;
    keep_sound(pool, hand, block);
}

void hand_take_in(struct pool *pool, struct hand *hand, struct str bytes)
{
    while (bytes.len && !hand->broken) {
        struct block *block =
            inbox_take(&hand->inbox, pool->work->count, &bytes, &hand->broken);
        uint32_t bell = hand->inbox.bell;

        hand->inbox.bell = 0;
        if (block)
            take_block(pool, hand, block);
        else if (bell)
            answer_bell(pool, hand, bell);
    }
}
