/* branches.h - compares the alternatives of anyOf and oneOf; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_BRANCHES_H
#define LINT_SCHEMA_EXPLAIN_BRANCHES_H

#include "lint/schema/explain/failure.h"

/* One alternative and what is wrong by it. */
struct branch {
    struct failures failures;
    struct seen seen;
    bool dropped;
    bool outvoted;        /* dropped because of what is there for another one */
    unsigned char *marks; /* what it says about each entry of a map: branches_ask() */
    uint32_t votes;       /* entries that speak for it alone */
    double cost;
};

struct branches {
    struct branch *items;
    uint32_t count;
    const struct place *place;
    unsigned char *common; /* what they say about each entry of a map together */
    bool guessed;          /* some were dropped that may be meant all the same */
};

/* A question about one failure of a branch. */
typedef bool failure_test(const struct failure *failure, const struct place *place);

/* Is it by enum, const or what several of them allow together? */
bool failure_is_choice(const struct failure *failure);

/* Is it by the `else: false` of an `if`: is the alternative for other values? */
bool failure_is_for_others(const struct failure *failure, const struct place *place);

/* The first failure of a branch for which the test is true, or NULL. */
const struct failure *branch_find(const struct branch *branch, const struct place *place,
                                  failure_test *wanted);

/* How many are not dropped. */
uint32_t branches_left(const struct branches *branches);

/* An alternative of anyOf or oneOf: "`video`", by its title or the name it is referred to
 * by, else "number 2". In the arena. */
struct str alternative_name(struct arena *arena, const struct check *check,
                            uint32_t index);

/* Asks each alternative that is left which entries of a map it describes, requires, and
 * allows by const or enum; through $ref and allOf, and alternatives inside it. */
void branches_ask(struct explanation *x, struct branches *branches,
                  struct subschema_list list);

/* Where a value is exactly what one alternative requires, drops those that require
 * another one, however little else is wrong by them. */
void branches_outvote(struct branches *branches);

/* Where something is there that one alternative requires and others do not, drops those
 * of which nothing is there. */
void branches_drop_absent(struct explanation *x, struct branches *branches);

/* Is something there that it requires, and others do not? */
bool branch_is_there(const struct branches *branches, const struct branch *branch);

/* How much the entries speak for an alternative that is left: what to take off its
 * cost. */
double branch_support(const struct branches *branches, const struct branch *branch);

/* Do all reject the same value by const or enum? It distinguishes them: adds one failure
 * with the choices of all. */
bool branches_merge_choices(const struct explaining *x, const struct branches *branches);

/* Is no alternative for this value? Adds one failure that says so. */
bool branches_unclaimed(const struct explaining *x, const struct branches *branches);

#endif
