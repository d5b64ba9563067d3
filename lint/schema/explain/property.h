/* property.h - what a schema says of a property; for lint/schema only */
#ifndef LINT_SCHEMA_EXPLAIN_PROPERTY_H
#define LINT_SCHEMA_EXPLAIN_PROPERTY_H

#include "lint/schema/explain/failure.h"

/* The most references from schema to schema that are followed for one property. */
enum { PROPERTY_MAX_REFERENCES = 30 };

/* The schema that a schema refers to by $ref, or NULL. */
const struct subschema *property_referred(const struct subschema *schema);

/* For FAILURE_MISSING: the schema of the property, in the schema that requires it, what
 * that refers to, or the root; or NULL. */
const struct subschema *property_missing(struct explanation *x,
                                         const struct failure *failure);

/*
 * What a schema, or one that it refers to, tells people about its values: the first
 * sentence of its description, else its title unless that only repeats the name, and its
 * first example: "day of publication, such as `2024-05-25`". Empty when it tells nothing.
 * In the arena.
 */
struct str property_about(struct arena *arena, const struct subschema *schema,
                          struct str name);

/* The first of the `examples` of a schema as text in back-ticks, or an empty string. In
 * the arena. */
struct str property_example(struct arena *arena, const struct subschema *schema);

#endif
