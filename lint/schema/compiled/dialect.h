/* dialect.h - the drafts of JSON Schema, their vocabularies and meta-schemas */
#ifndef LINT_SCHEMA_COMPILED_DIALECT_H
#define LINT_SCHEMA_COMPILED_DIALECT_H

#include <stdbool.h>

#include "lint/schema/schema.h"

/* The vocabularies of 2019-09 and 2020-12; earlier drafts have all of them. */
enum vocabulary {
    VOCABULARY_CORE = 1 << 0,
    VOCABULARY_APPLICATOR = 1 << 1,
    VOCABULARY_UNEVALUATED = 1 << 2, /* 2019-09: part of the applicators */
    VOCABULARY_VALIDATION = 1 << 3,
    VOCABULARY_META_DATA = 1 << 4,
    VOCABULARY_FORMAT = 1 << 5, /* as an annotation */
    VOCABULARY_FORMAT_ASSERTION = 1 << 6,
    VOCABULARY_CONTENT = 1 << 7,
};

/* The URI of the meta-schema of a dialect. Static text. */
const char *dialect_uri(enum dialect dialect);

/* The URIs of all dialects. The list is in the arena. */
struct str_list dialect_uris(struct arena *arena);

/* The dialect with that URI of its meta-schema, an empty fragment aside; false for any
 * other. */
bool dialect_of_uri(struct str uri, enum dialect *dialect);

/* The vocabularies of a dialect whose meta-schema does not list them. */
unsigned dialect_vocabularies(enum dialect dialect);

/* The bit of the vocabulary with that URI, or 0 when it is not known. */
unsigned vocabulary_of_uri(struct str uri);

/* The name of the built-in file with that URI, or NULL. */
const char *dialect_embedded_name(struct str uri);

#endif
