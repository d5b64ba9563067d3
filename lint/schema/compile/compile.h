/* compile.h - compiles schemas to checks; for lint/schema only */
#ifndef LINT_SCHEMA_COMPILE_COMPILE_H
#define LINT_SCHEMA_COMPILE_COMPILE_H

#include "lint/schema/compiled/compiler.h"

/* Compiles the schema at place and everything in the queue. NULL, with the error filled,
 * when something is wrong. */
const struct schema *compile_from(struct compiler *c, struct schema_place place);

/* Keywords that need only the value. */
keyword_compile compile_type, compile_const, compile_enum, compile_minimum,
    compile_maximum, compile_exclusive, compile_multiple_of, compile_size,
    compile_pattern, compile_format, compile_content, compile_unique_items,
    compile_dependent_required;

/* Keywords that apply subschemas. */
keyword_compile compile_ref, compile_dynamic_ref, compile_properties, compile_items,
    compile_contains, compile_list, compile_one, compile_if, compile_dependencies;

/* Refuses schemas that would apply themselves to the same value for ever: false, with the
 * error filled. */
bool compile_refuse_loops(struct compiler *c, struct subschema *root);

#endif
