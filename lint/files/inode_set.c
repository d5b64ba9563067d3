/* inode_set.c - the folders that were visited, whatever their paths */

#include "lint/files/inode_set.h"

#include <stdlib.h>

#include "lint/base/memory.h"

/* Inode numbers of a device are dense, so one multiplication spreads them well enough. */
static size_t hash(uint64_t device, uint64_t number)
{
    uint64_t mixed = (number ^ device << 32) * UINT64_C(0x9E3779B97F4A7C15);

    return (size_t)(mixed >> 32);
}

/* The slot of the inode, or the empty one where it belongs. */
static struct inode *find(const struct inode_set *set, uint64_t device, uint64_t number)
{
    size_t at = hash(device, number) & (set->capacity - 1);

    while (set->slots[at].used &&
           (set->slots[at].device != device || set->slots[at].number != number))
        at = (at + 1) & (set->capacity - 1);
    return &set->slots[at];
}

static void grow(struct inode_set *set)
{
    struct inode_set larger = {.capacity = set->capacity ? 2 * set->capacity : 64,
                               .count = set->count};

    larger.slots = memory_zeroed(larger.capacity, sizeof(*larger.slots));
    for (size_t i = 0; i < set->capacity; i++) {
        const struct inode *old = &set->slots[i];

        if (old->used)
            *find(&larger, old->device, old->number) = *old;
    }
    free(set->slots);
    *set = larger;
}

bool inode_set_add(struct inode_set *set, uint64_t device, uint64_t number)
{
    if (2 * set->count >= set->capacity)
        grow(set);
    struct inode *slot = find(set, device, number);

    if (slot->used)
        return false;
    *slot = (struct inode){device, number, true};
    set->count++;
    return true;
}

void inode_set_release(struct inode_set *set)
{
    free(set->slots);
    *set = (struct inode_set){0};
}
