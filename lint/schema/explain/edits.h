/* edits.h - what mends a front matter; for lint/schema alone */
#ifndef LINT_SCHEMA_EXPLAIN_EDITS_H
#define LINT_SCHEMA_EXPLAIN_EDITS_H

#include "lint/schema/explain/failure.h"

/* The edit that writes text in place of a scalar, in the quotes it has now as far as they
 * can hold it; NULL where that cannot be done. */
struct edit *scalar_edit(struct explanation *x, const struct value *value,
                         struct str text);

/* The edit that renames a key; NULL where that cannot be done. */
struct edit *key_edit(struct explanation *x, const struct entry *entry, struct str name);

/* Gives the failure the edits that mend it, if any are at hand. */
void failure_edits(struct explanation *x, struct failure *failure);

/* Of a missing key: adds it, with its default or, in YAML, for its writer to fill. */
void failure_insertion(struct explanation *x, struct failure *failure);

#endif
