/* applied.h - the subschemas that a check applies to the value itself; for lint/schema
 * only */
#ifndef LINT_SCHEMA_COMPILED_APPLIED_H
#define LINT_SCHEMA_COMPILED_APPLIED_H

#include "lint/schema/compiled/compiled.h"

/* What applies a subschema, and so when; bits, so that a walk can choose. */
enum application {
    APPLIED_REFERENCE = 1 << 0,   /* $ref: always */
    APPLIED_DYNAMIC = 1 << 1,     /* $dynamicRef: always, but not always this one */
    APPLIED_ALL = 1 << 2,         /* allOf: always */
    APPLIED_ALTERNATIVE = 1 << 3, /* anyOf, oneOf: if it is valid */
    APPLIED_TEST = 1 << 4,        /* if: if it is valid */
    APPLIED_THEN = 1 << 5,        /* if the test before it is valid */
    APPLIED_ELSE = 1 << 6,        /* if the test before it is not valid */
    APPLIED_DEPENDENT = 1 << 7,   /* dependentSchemas: if the property is present */
    APPLIED_NEGATED = 1 << 8,     /* not: it must not be valid */
    APPLIED_ANY = (1 << 9) - 1,
};

/* One subschema on the walk over them; starts as {0}. */
struct applied {
    enum application how;
    const struct subschema *schema; /* never NULL; of DYNAMIC: its fallback */
    struct str property;            /* DEPENDENT */
    uint32_t next;                  /* for applied_next() only */
};

/*
 * Moves on to the next subschema of a check that is applied in one of the ways in
 * `which`, in the order of the schema; an `if` comes before its two branches. False at
 * the end. Subschemas for the entries of a value do not count: `properties` has none.
 */
bool applied_next(const struct check *check, unsigned which, struct applied *applied);

#endif
