/* explain.h - finds everything that is wrong with an invalid document; for lint/schema
 * only */
#ifndef LINT_SCHEMA_EXPLAIN_EXPLAIN_H
#define LINT_SCHEMA_EXPLAIN_EXPLAIN_H

#include "lint/schema/compiled/keyword.h"
#include "lint/schema/explain/failure.h"

/*
 * As schema_explain() for one of several documents: x has the arena and the data, both of
 * all documents, and goes on with the comparisons it has made.
 */
const struct violation *schema_explain_next(struct explanation *x,
                                            const struct schema *schema,
                                            const struct value_tree *instance,
                                            uint32_t *count);

/* Adds what is wrong at x->place by x->schema as a whole. Marks entries in x->seen as
 * evaluate() does, but keeps the marks of failed schemas, so that one mistake does not
 * make all properties unknown. */
void explain_schema(const struct explaining *x);

/* By keyword; x->seen has the marks of the checks before it. */
keyword_explain explain_type, explain_ref, explain_dynamic_ref, explain_all_of,
    explain_one_of, explain_not, explain_if, explain_dependencies;

/* By keyword about the entries of a list or map. */
keyword_explain explain_required, explain_dependent_required, explain_properties,
    explain_property_names, explain_items, explain_unique_items, explain_contains,
    explain_unevaluated;

/* By an anyOf or oneOf without a valid alternative: decides which one was meant and adds
 * what is wrong by that one. It calls explain_schema() and is called by it: an
 * alternative is a schema, which may have alternatives itself. */
keyword_explain explain_closest;

/* Adds the names that the map lacks, by a keyword; needed_by is the property that
 * requires them, or empty. */
void explain_names(const struct explaining *x, const struct entry *keyword,
                   const struct value *names, struct str needed_by);

#endif
