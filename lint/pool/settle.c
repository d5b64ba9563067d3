/* settle.c - what is known of each item, and what becomes of those of dead workers */

#include <stdlib.h>
#include <sys/wait.h>

#include "lint/base/memory.h"
#include "lint/pool/hand.h"
#include "lint/pool/worker.h"

bool pool_knows(const struct pool *pool, uint32_t index)
{
    return index < pool->next || pool->blocks[index];
}

void pool_keep(struct pool *pool, struct block *block)
{
    if (pool_knows(pool, block->index)) {
        free(block);
        return;
    }
    pool->blocks[block->index] = block;
    pool->kept += block->length;
    pool->done++;
}

/* Did the current item take too long, by the clock of the parent or of the worker? */
static bool is_late(const struct pool *pool, const struct hand *hand, int status)
{
    return hand->killed || (pool->options->deadline && WIFSIGNALED(status) &&
                            WTERMSIG(status) == SIGPROF);
}

/* Gives the current item of a worker that has ended an outcome without a block. */
static void settle(struct pool *pool, uint32_t index, const struct hand *hand, int status)
{
    struct block *block = block_new(index, 0);

    if (hand->broken) {
        block->outcome = POOL_BROKEN;
    } else if (is_late(pool, hand, status)) {
        block->outcome = POOL_TIMED_OUT;
        block->waited = hand->killed;
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_OUT_OF_MEMORY) {
        block->outcome = POOL_OUT_OF_MEMORY;
    } else {
        block->outcome = POOL_CRASHED;
        block->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        block->status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    }
    pool_keep(pool, block);
}

/*
 * Is the item in the slot of a dead worker to be done again? Yes when the item is not to
 * blame: the worker was about to claim it (and perhaps another has it: then its block
 * comes twice), or it was killed for something else, or it had done other items before,
 * whose effects, above all on memory, must not matter. Only the time of an item is its
 * own.
 */
static bool deserves_another_try(const struct pool *pool, const struct hand *hand,
                                 int status)
{
    const struct slot *slot = hand_slot(pool, hand);

    if (atomic_load(&slot->phase) == SLOT_CLAIMING)
        return true;
    if (hand->killed)
        return atomic_load(&slot->phase) != SLOT_WORKING ||
               atomic_load(&slot->since) != hand->blamed;
    return hand->received && !is_late(pool, hand, status);
}

bool pool_has_worker(const struct pool *pool)
{
    for (unsigned i = 0; i < pool->jobs; i++)
        if (pool->hands[i].pid)
            return true;
    return false;
}

uint32_t pool_settle(struct pool *pool, const struct hand *hand, int status)
{
    uint32_t index = atomic_load(&hand_slot(pool, hand)->index);

    if (hand->broken && hand->first != SLOT_NO_INDEX && !pool_knows(pool, hand->first))
        settle(pool, hand->first, hand, status);
    if (index >= pool->work->count || pool_knows(pool, index))
        return SLOT_NO_INDEX;
    if (hand->broken || deserves_another_try(pool, hand, status))
        return index;
    settle(pool, index, hand, status);
    return SLOT_NO_INDEX;
}

uint32_t pool_lost_item(const struct pool *pool)
{
    uint32_t claimed = atomic_load(&pool->shared->board.next);

    for (uint32_t index = pool->next; index < claimed && !pool_has_worker(pool); index++)
        if (!pool_knows(pool, index))
            return index;
    return SLOT_NO_INDEX;
}
