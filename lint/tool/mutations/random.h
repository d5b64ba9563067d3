/* random.h - the same random numbers on every machine; for lint/tool/mutations only */
#ifndef LINT_TOOL_MUTATIONS_RANDOM_H
#define LINT_TOOL_MUTATIONS_RANDOM_H

#include <stdint.h>

struct random {
    uint32_t state; /* never 0 */
};

/* The numbers of a seed; neighbouring seeds have nothing in common. */
static inline struct random random_start(uint32_t seed)
{
    return (struct random){seed * 2654435761u | 1};
}

/* A number below limit, which is not 0: xorshift32. */
static inline uint32_t random_below(struct random *random, uint32_t limit)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 17;
    random->state ^= random->state << 5;
    return (random->state >> 8) % limit;
}

#endif
