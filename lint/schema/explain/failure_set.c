/* failure_set.c - a hash set of failures, to find repeated ones */

#include "lint/schema/explain/failure_set.h"

static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * UINT64_C(0xff51afd7ed558ccd);
    return hash ^ hash >> 32;
}

enum { WHOLE_SIZE = 200, TEXT_UNIT = 32 };

/* Roughly the time to hash a value, or more than `most`. */
static size_t size_of(const struct value *value, size_t most)
{
    size_t size = 1 + value->text.len / TEXT_UNIT;

    for (uint32_t i = 0; i < value->count && size <= most; i++) {
        const struct entry *entry = &value->entries[i];

        size += entry->key.len / TEXT_UNIT + size_of(entry->value, most - size);
    }
    return size;
}

/* A long argument, such as an `enum` of thousands, is not hashed for each failure. */
static uint64_t hash_argument(const struct value *value)
{
    if (size_of(value, WHOLE_SIZE) > WHOLE_SIZE)
        return value->count;
    return value_hash(value);
}

/* Of the argument of a keyword, and not of the check: other schemas may say the same. */
static uint64_t hash_check(const struct failure *failure)
{
    uint64_t hash;

    if (failure->kind != FAILURE_CHECK)
        return 0;
    hash = failure->check->kind;
    return failure->keyword ? mix(hash, hash_argument(failure->keyword->value)) : hash;
}

static uint64_t hash_failure(const struct failure *failure)
{
    const struct place *place = failure->place;
    const void *where =
        place->is_name ? (const void *)place->entry : (const void *)place->value;
    uint64_t hash = mix(failure->kind, (uint64_t)(uintptr_t)where);

    return mix(mix(hash, str_hash(failure->name)), hash_check(failure));
}

void failure_set_init(struct failure_set *set, struct arena *arena, uint32_t count)
{
    set->mask = 15;
    while (set->mask < 2 * (size_t)count)
        set->mask = set->mask * 2 + 1;
    set->slots = arena_array(arena, set->mask + 1, sizeof(struct failure *));
}

/* The slot of the same failure, or the empty one where it belongs. */
static struct failure **slot_of(const struct failure_set *set,
                                const struct failure *failure)
{
    size_t slot = (size_t)hash_failure(failure) & set->mask;

    while (set->slots[slot] && !failure_same(set->slots[slot], failure))
        slot = (slot + 1) & set->mask;
    return &set->slots[slot];
}

struct failure *failure_set_find(const struct failure_set *set,
                                 const struct failure *failure)
{
    return *slot_of(set, failure);
}

void failure_set_add(struct failure_set *set, struct failure *failure)
{
    *slot_of(set, failure) = failure;
}
