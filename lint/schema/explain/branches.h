/* branches.h - alternatives of anyOf and oneOf side by side; for lint/schema alone */
#ifndef LINT_SCHEMA_EXPLAIN_BRANCHES_H
#define LINT_SCHEMA_EXPLAIN_BRANCHES_H

#include "lint/schema/explain/failure.h"

/* One alternative and what is wrong by it. */
struct branch {
    struct failures failures;
    struct seen seen;
    bool dropped;
    bool outvoted; /* dropped because another one has the very const that is found */
    double cost;
};

struct branches {
    struct branch *items;
    uint32_t count;
    const struct place *place;
};

/* A question about one failure of a branch. */
typedef bool failure_test(const struct failure *failure, const struct place *place);

/* By enum, const or what several of them allow together. */
bool failure_is_choice(const struct failure *failure);

/* `if` did not hold and leads to `else: false`: this alternative is for others. */
bool failure_is_for_others(const struct failure *failure, const struct place *place);

/* The first failure of a branch for which the answer is yes, or NULL. */
const struct failure *branch_find(const struct branch *branch, const struct place *place,
                                  failure_test *wanted);

/* How many are not dropped. */
uint32_t branches_left(const struct branches *branches);

/* An alternative of anyOf or oneOf: "`video`", by its title or the name it is referred to
 * by, else "number 2". In the arena. */
struct str alternative_name(struct arena *arena, const struct check *check,
                            uint32_t index);

/* Where a value is just what one alternative asks for, those that ask for another are
 * dropped, however little else is wrong by them. */
void branches_outvote(struct branches *branches, struct subschema_list list);

/* All reject the same value by const or enum: it is what tells them apart, and one
 * failure with the choices of all is added. */
bool branches_merge_choices(const struct explaining *x, const struct branches *branches);

/* No alternative is for this value: adds one failure that says so. */
bool branches_unclaimed(const struct explaining *x, const struct branches *branches);

#endif
