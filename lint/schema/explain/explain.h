/* explain.h - finds all that is wrong with an invalid document; for lint/schema alone */
#ifndef LINT_SCHEMA_EXPLAIN_EXPLAIN_H
#define LINT_SCHEMA_EXPLAIN_EXPLAIN_H

#include "lint/schema/explain/failure.h"

/* Adds what is wrong at x->place by x->schema as a whole. Marks in x->seen as evaluate()
 * does, but the marks of failed schemas stay, so that one mistake does not make all
 * properties unknown. */
void explain_schema(const struct explaining *x);

/* Each of these adds what is wrong by x->check, which does not hold; x->seen has the
 * marks of the checks before it. */
void explain_required(const struct explaining *x);
void explain_dependent_required(const struct explaining *x);
void explain_properties(const struct explaining *x);
void explain_property_names(const struct explaining *x);
void explain_items(const struct explaining *x);
void explain_contains(const struct explaining *x);
void explain_unevaluated(const struct explaining *x);

/* The same for an anyOf or oneOf none of whose alternatives holds: tells which one was
 * meant and adds what is wrong by that one. It calls explain_schema(), and is called by
 * it: an alternative is a schema, which may have alternatives itself. */
void explain_closest(const struct explaining *x);

/* Adds the names that the map lacks, by a keyword; needed_by is the property that asks
 * for them, or empty. */
void explain_names(const struct explaining *x, const struct entry *keyword,
                   const struct value *names, struct str needed_by);

#endif
