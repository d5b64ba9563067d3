/* witness.h - the articles in which something was seen; for lint/schema only */
#ifndef LINT_SCHEMA_INFER_WITNESS_H
#define LINT_SCHEMA_INFER_WITNESS_H

#include <stdint.h>

enum { WITNESS_MAX_NAMED = 3 }; /* the most articles that are remembered */

/* How often, and the first articles in which. Starts as {0}. */
struct witness {
    uint32_t count;                       /* an article counts each time */
    uint32_t articles[WITNESS_MAX_NAMED]; /* by index, all different */
    uint32_t named;
    uint32_t last; /* the article counted last */
    uint32_t more; /* articles that are not remembered */
};

/* Counts one more, in an article; articles come one after the other. */
void witness_add(struct witness *witness, uint32_t article);

/* Adds what another one has counted, of what came in any order. */
void witness_merge(struct witness *witness, const struct witness *other);

#endif
