/* witness.c - the articles in which something was seen */

#include "lint/schema/infer/witness.h"

#include <stdbool.h>

static bool is_named(const struct witness *witness, uint32_t article)
{
    for (uint32_t i = 0; i < witness->named; i++)
        if (witness->articles[i] == article)
            return true;
    return false;
}

static void name(struct witness *witness, uint32_t article)
{
    if (is_named(witness, article))
        return;
    if (witness->named < WITNESS_MAX_NAMED)
        witness->articles[witness->named++] = article;
    else
        witness->more++;
}

void witness_add(struct witness *witness, uint32_t article)
{
    bool again = witness->count && witness->last == article;

    witness->count++;
    witness->last = article;
    if (!again)
        name(witness, article);
}

void witness_merge(struct witness *witness, const struct witness *other)
{
    for (uint32_t i = 0; i < other->named; i++)
        name(witness, other->articles[i]);
    witness->more += other->more;
    witness->count += other->count;
}
