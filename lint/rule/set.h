/* set.h - a set of rules, by their indexes in the table */
#ifndef LINT_RULE_SET_H
#define LINT_RULE_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/rule/table.h"

struct rule_set {
    uint64_t words[RULES_MAX / 64];
};

static inline void rule_set_add(struct rule_set *set, uint32_t rule)
{
    set->words[rule / 64] |= UINT64_C(1) << rule % 64;
}

static inline bool rule_set_has(const struct rule_set *set, uint32_t rule)
{
    return set->words[rule / 64] >> rule % 64 & 1;
}

static inline bool rule_set_empty(const struct rule_set *set)
{
    uint64_t any = 0;

    for (unsigned i = 0; i < RULES_MAX / 64; i++)
        any |= set->words[i];
    return !any;
}

/* The rules that a word stands for: the one with that code, name or alias, else all with
 * that tag, so none for an unknown word. */
struct rule_set rule_set_named(const struct rule_table *table, struct str word);

/* Of these only the rules that markdownlint has, to which the word is one of its own. */
struct rule_set rule_set_of_markdownlint(const struct rule_table *table, struct str word);

#endif
