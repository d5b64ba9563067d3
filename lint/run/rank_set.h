/* rank_set.h - a set of small numbers that knows the nearest one below and above */
#ifndef LINT_RUN_RANK_SET_H
#define LINT_RUN_RANK_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"

/* No number. */
#define RANK_NONE UINT32_MAX

/* Numbers below a limit that is set at the start. */
struct rank_set {
    uint64_t *words;   /* a bit for each number */
    uint64_t *summary; /* a bit for each word that is not 0 */
    uint32_t word_count;
    uint32_t summary_count;
};

/* An empty set of numbers below limit, in the arena. */
void rank_set_init(struct rank_set *set, uint32_t limit, struct arena *arena);

void rank_set_add(struct rank_set *set, uint32_t rank);

/* The greatest number of the set below rank, and the least one from rank on; RANK_NONE
 * when there is none. Each takes time with the size of the set divided by 4096. */
uint32_t rank_set_below(const struct rank_set *set, uint32_t rank);
uint32_t rank_set_from(const struct rank_set *set, uint32_t rank);

#endif
