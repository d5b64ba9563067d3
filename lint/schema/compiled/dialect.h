/* dialect.h - the drafts of JSON Schema, their vocabularies and meta-schemas */
#ifndef LINT_SCHEMA_COMPILED_DIALECT_H
#define LINT_SCHEMA_COMPILED_DIALECT_H

#include <stdbool.h>

#include "lint/schema/schema.h"

/* The vocabularies of 2019-09 and 2020-12; earlier drafts have them all. */
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

/* The URI of a dialect's own meta-schema. */
const char *dialect_uri(enum dialect dialect);

/* Those of all dialects. */
struct str_list dialect_uris(struct arena *arena);

/* The dialect of a standard meta-schema's URI (an empty fragment does not count). */
bool dialect_of_uri(struct str uri, enum dialect *dialect);

/* All that a dialect has when its meta-schema does not say. */
unsigned dialect_vocabularies(enum dialect dialect);

/* The bit of a vocabulary's URI, or 0 when it is not known. */
unsigned vocabulary_of_uri(struct str uri);

/* The built-in file that has that URI, or NULL. */
const char *dialect_embedded_name(struct str uri);

#endif
