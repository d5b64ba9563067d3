/* edits.h - edits that fix front matter; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_EDITS_H
#define LINT_SCHEMA_EXPLAIN_EDITS_H

#include "lint/schema/explain/failure.h"

/* The edit that replaces a scalar by text, in its present quotes if text can be written
 * in them; NULL where that cannot be done. */
struct edit *scalar_edit(struct explanation *x, const struct value *value,
                         struct str text);

/* The edit that renames a key; NULL where that cannot be done. */
struct edit *key_edit(struct explanation *x, const struct entry *entry, struct str name);

/* Adds to the failure the edits that fix it, if there are any. */
void failure_edits(struct explanation *x, struct failure *failure);

/* For a missing key: the edit that adds it, with its default or, in YAML, to be filled
 * in. */
void failure_insertion(struct explanation *x, struct failure *failure);

#endif
