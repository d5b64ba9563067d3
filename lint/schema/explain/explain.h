/* explain.h - finds all that is wrong with an invalid document; for lint/schema alone */
#ifndef LINT_SCHEMA_EXPLAIN_EXPLAIN_H
#define LINT_SCHEMA_EXPLAIN_EXPLAIN_H

#include "lint/schema/explain/failure.h"

/* Adds what is wrong at place. seen as for evaluate(), but the marks of failed
 * schemas stay, so that one mistake does not make all properties unknown. */
void explain_schema(struct explanation *x, const struct subschema *schema,
                    const struct place *place, struct seen *seen, struct failures *out);

/* The same for an anyOf or oneOf none of whose alternatives holds: tells which one was
 * meant and adds what is wrong by that one. The two call each other: an alternative is
 * a schema, which may have alternatives itself. */
void explain_closest(struct explanation *x, const struct subschema *schema,
                     const struct check *check, const struct place *place,
                     struct seen *seen, struct failures *out);

#endif
