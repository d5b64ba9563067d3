/* near_type.h - values of another type than is required: what was probably meant; for
 * lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_NEAR_TYPE_H
#define LINT_SCHEMA_EXPLAIN_NEAR_TYPE_H

#include "lint/schema/explain/failure.h"

/*
 * For CHECK_TYPE: fills in the value that was probably meant, `true` for `yes` and
 * `[a, b]` for `a, b`, or the quotes that the value lacks.
 */
void suggest_type(struct explanation *x, struct failure *failure);

/* A string without quotes that would be something else has a tag, and stays a string. */
bool is_tagged(const struct value *value, struct str without_quotes);

/* A boolean or number, as it is written, in quotes; empty where it cannot be quoted. In
 * the arena. */
struct str quoted_scalar(struct explanation *x, const struct value *value);

#endif
