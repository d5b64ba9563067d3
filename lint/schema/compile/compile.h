/* compile.h - from a schema's text to checks; for lint/schema alone */
#ifndef LINT_SCHEMA_COMPILE_COMPILE_H
#define LINT_SCHEMA_COMPILE_COMPILE_H

#include "lint/schema/compiled/compiler.h"

/* Compiles the schema at place and all that waits in the queue. NULL, with the error
 * filled, when something is wrong. */
const struct schema *compile_from(struct compiler *c, struct schema_place place);

/* Assertion keywords: those that need nothing but their own value. *found is false
 * when the keyword is none of them. */
bool compile_assertion(struct compiler *c, struct subschema *schema,
                       const struct entry *keyword, bool *found);

/* Keywords that apply subschemas. */
bool compile_applicator(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword);

/* A whole number of 0 and more; false, with the error filled, for anything else. */
bool compile_count(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, uint64_t *count);

/* Is names a list of strings? False, with the error filled, for anything else. */
bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, const struct value *names);

/* Refuses schemas that would apply themselves to the same value for ever. */
bool compile_refuse_loops(struct compiler *c, struct subschema *root);

#endif
