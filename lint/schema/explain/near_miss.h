/* near_miss.h - near misses: what was probably meant; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_NEAR_MISS_H
#define LINT_SCHEMA_EXPLAIN_NEAR_MISS_H

#include "lint/schema/explain/failure.h"

/* Counts comparisons; false once there would be more than SCHEMA_MAX_COMPARISONS. */
bool may_compare(struct explanation *x, size_t count);

/* As suggest_nearest(); nothing is near after SCHEMA_MAX_COMPARISONS. */
struct str nearest_choice(struct explanation *x, struct str word,
                          struct str_list choices);

/* Joins unknown and missing names that are near each other to one failure, and adds
 * suggestions to near misses of names and values. */
void failures_pair(struct explanation *x, struct failures *failures);

#endif
