/* rank_set.c - a set of small numbers that knows the nearest one below and above */

#include "lint/run/rank_set.h"

enum { WORD_BITS = 64 };

static uint32_t words_for(uint32_t bits)
{
    return bits / WORD_BITS + 1;
}

void rank_set_init(struct rank_set *set, uint32_t limit, struct arena *arena)
{
    set->word_count = words_for(limit);
    set->summary_count = words_for(set->word_count);
    set->words = arena_array(arena, set->word_count, sizeof(*set->words));
    set->summary = arena_array(arena, set->summary_count, sizeof(*set->summary));
}

static void set_bit(uint64_t *words, uint32_t bit)
{
    words[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
}

void rank_set_add(struct rank_set *set, uint32_t rank)
{
    set_bit(set->words, rank);
    set_bit(set->summary, rank / WORD_BITS);
}

static uint32_t lowest(uint64_t word)
{
    uint32_t bit = 0;

    for (; !(word & 1); word >>= 1)
        bit++;
    return bit;
}

static uint32_t highest(uint64_t word)
{
    uint32_t bit = 0;

    while (word >>= 1)
        bit++;
    return bit;
}

/* The bits of the word that holds `bit`, below it or from it on. */
static uint64_t bits_below(const uint64_t *words, uint32_t bit)
{
    return words[bit / WORD_BITS] & (((uint64_t)1 << bit % WORD_BITS) - 1);
}

static uint64_t bits_from(const uint64_t *words, uint32_t bit)
{
    return words[bit / WORD_BITS] & ~(((uint64_t)1 << bit % WORD_BITS) - 1);
}

/* The last word below index that is not 0. */
static uint32_t word_below(const struct rank_set *set, uint32_t index)
{
    uint64_t bits = bits_below(set->summary, index);
    uint32_t at = index / WORD_BITS;

    while (!bits && at > 0)
        bits = set->summary[--at];
    return bits ? at * WORD_BITS + highest(bits) : RANK_NONE;
}

/* The first word from index on that is not 0. */
static uint32_t word_from(const struct rank_set *set, uint32_t index)
{
    uint64_t bits;
    uint32_t at = index / WORD_BITS;

    if (index >= set->word_count)
        return RANK_NONE;
    bits = bits_from(set->summary, index);
    while (!bits && at + 1 < set->summary_count)
        bits = set->summary[++at];
    return bits ? at * WORD_BITS + lowest(bits) : RANK_NONE;
}

uint32_t rank_set_below(const struct rank_set *set, uint32_t rank)
{
    uint64_t bits = bits_below(set->words, rank);
    uint32_t at = rank / WORD_BITS;

    if (!bits) {
        at = word_below(set, at);
        if (at == RANK_NONE)
            return RANK_NONE;
        bits = set->words[at];
    }
    return at * WORD_BITS + highest(bits);
}

uint32_t rank_set_from(const struct rank_set *set, uint32_t rank)
{
    uint64_t bits = bits_from(set->words, rank);
    uint32_t at = rank / WORD_BITS;

    if (!bits) {
        at = word_from(set, at + 1);
        if (at == RANK_NONE)
            return RANK_NONE;
        bits = set->words[at];
    }
    return at * WORD_BITS + lowest(bits);
}
