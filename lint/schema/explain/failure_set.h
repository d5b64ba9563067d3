/* failure_set.h - a hash set of failures, to find repeated ones; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_FAILURE_SET_H
#define LINT_SCHEMA_EXPLAIN_FAILURE_SET_H

#include "lint/schema/explain/failure.h"

/* A hash set that has room for as many failures as it was made for. */
struct failure_set {
    struct failure **slots; /* NULL: empty */
    size_t mask;            /* slots less one; a power of two less one */
};

/* Makes an empty set for at most count failures, in the arena. */
void failure_set_init(struct failure_set *set, struct arena *arena, uint32_t count);

/* The failure in the set that is the same mistake (failure_same()), or NULL. */
struct failure *failure_set_find(const struct failure_set *set,
                                 const struct failure *failure);

/* Adds a failure, which must not change while the set is in use. */
void failure_set_add(struct failure_set *set, struct failure *failure);

#endif
