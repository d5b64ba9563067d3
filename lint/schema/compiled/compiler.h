/* compiler.h - the state of the compiler of schemas; for lint/schema only */
#ifndef LINT_SCHEMA_COMPILED_COMPILER_H
#define LINT_SCHEMA_COMPILED_COMPILER_H

#include <stdbool.h>

#include "lint/base/str_map.h"
#include "lint/schema/compiled/compiled.h"
#include "lint/schema/compiled/keyword.h"

/* The largest schemas in use have some ten thousand subschemas and hundreds of files. */
enum { SCHEMA_MAX_SUBSCHEMAS = 200000, SCHEMA_MAX_DOCUMENTS = 1000 };

struct compiler {
    struct arena *arena;
    const struct schema_options *options;
    struct schema_error *error;
    struct str_map resources;       /* URI -> struct resource */
    struct anchor *dynamic_anchors; /* that are to be compiled, newest first */
    uint32_t document_count;
    const struct value *indexed; /* a large map that a pointer led into, or NULL */
    struct str_map index;        /* its values by key */
    struct subschema *first; /* queue of subschemas whose checks are not compiled yet */
    struct subschema *last;
    uint32_t subschema_count;
    uint32_t lost_references; /* that lead nowhere */
    bool dynamic;
    bool advises;              /* see struct schema */
    struct str_map data_files; /* real path -> struct value_tree */
};

/* Fills the error with a place in the document of the resource; always returns false. */
bool compiler_fail(struct compiler *c, const struct resource *resource, struct span span,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same for what a reader found in the resource's document. */
bool compiler_pass_on(struct compiler *c, const struct resource *resource,
                      const struct mistake *mistake);

/* The subschema for the schema at place, which is put into the queue to be compiled.
 * NULL, with the error filled, when it is not a schema. */
struct subschema *compiler_subschema(struct compiler *c, struct schema_place place);

/* Adds a check, whose `as` the caller fills. schema->checks has room for it. */
struct check *compile_add(struct subschema *schema, const struct keyword *keyword,
                          const struct entry *entry);

/* The entry of the keyword in the schema, or NULL when it is missing or not in the
 * dialect. */
const struct entry *compile_sibling(const struct subschema *schema, const char *name);

/* Fills the error with "`entry` must be expected, found …"; always returns false. */
bool compile_type_error(struct compiler *c, const struct subschema *schema,
                        const struct entry *entry, const char *expected);

#endif
