/* sample.h - documents that a schema was written for; for lint/tool/mutations only */
#ifndef LINT_TOOL_MUTATIONS_SAMPLE_H
#define LINT_TOOL_MUTATIONS_SAMPLE_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/tool/mutations/random.h"
#include "lint/value/value.h"

/*
 * Makes documents from a schema as it is written. It knows type, properties, required,
 * additionalProperties, items, minItems, enum, const, format, examples, local $ref,
 * allOf, anyOf, oneOf and if; it tries, and whether the document is valid is for the
 * caller to check.
 */
struct sampler {
    struct arena *arena; /* the documents live in it */
    const struct value *schema;
    struct random random;
    bool *taken; /* by id of a subschema: alternatives that were chosen; the caller's */
    unsigned depth;
};

/* A new document; its spans are empty and its values have no ids. */
struct value *sample_document(struct sampler *sampler);

/* The alternatives of all anyOf and oneOf in the schema, and how many were chosen for
 * a valid document. */
struct alternatives {
    uint32_t count, taken;
};
struct alternatives sample_alternatives(const struct value *schema, const bool *taken);

#endif
