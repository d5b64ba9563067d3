/* near_key.h - unknown and missing keys: what was probably meant; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_NEAR_KEY_H
#define LINT_SCHEMA_EXPLAIN_NEAR_KEY_H

#include "lint/schema/explain/failure.h"

/* Joins unknown and missing keys that are near each other to one failure; suggests names
 * for the other unknown keys, and keys that are there for missing names. */
void failures_pair_keys(struct explanation *x, struct failures *failures);

#endif
