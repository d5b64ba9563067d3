/* seen.h - the entries of a value that were evaluated, for unevaluated* */
#ifndef LINT_SCHEMA_EVALUATE_SEEN_H
#define LINT_SCHEMA_EVALUATE_SEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/value/value.h"

/* A bit for each entry of one list or map. Small ones need no memory of their own. */
struct seen {
    uint64_t small;
    uint64_t *large; /* NULL: small is used */
    uint32_t count;
};

static inline uint32_t seen_words(const struct seen *seen)
{
    return seen->count / 64 + 1;
}

static inline void seen_init(struct seen *seen, const struct value *instance,
                             struct arena *arena)
{
    *seen = (struct seen){0, NULL, instance->count};
    if (seen->count > 64)
        seen->large = arena_array(arena, seen_words(seen), sizeof(*seen->large));
}

/* Marks an entry; seen may be NULL. */
static inline void seen_add(struct seen *seen, uint32_t index)
{
    if (seen && seen->large)
        seen->large[index / 64] |= (uint64_t)1 << index % 64;
    else if (seen)
        seen->small |= (uint64_t)1 << index % 64;
}

static inline bool seen_has(const struct seen *seen, uint32_t index)
{
    uint64_t word = seen->large ? seen->large[index / 64] : seen->small;

    return word >> index % 64 & 1;
}

static inline void seen_merge(struct seen *seen, const struct seen *more)
{
    if (!seen->large) {
        seen->small |= more->small;
        return;
    }
    for (uint32_t i = 0; i < seen_words(seen); i++)
        seen->large[i] |= more->large[i];
}

#endif
