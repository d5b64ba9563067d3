/* compiler.h - a schema while it is compiled; for lint/schema alone */
#ifndef LINT_SCHEMA_COMPILED_COMPILER_H
#define LINT_SCHEMA_COMPILED_COMPILER_H

#include <stdbool.h>

#include "lint/base/str_map.h"
#include "lint/schema/compiled/compiled.h"
#include "lint/schema/compiled/dialect.h"

/* The largest schemas in use have some ten thousand subschemas and hundreds of files. */
enum { SCHEMA_MAX_SUBSCHEMAS = 200000, SCHEMA_MAX_DOCUMENTS = 1000 };

struct compiler {
    struct arena *arena;
    const struct schema_options *options;
    struct schema_error *error;
    struct str_map resources; /* URI -> struct resource */
    struct resource *newest;  /* list of all resources */
    uint32_t document_count;
    const struct value *indexed; /* a large map that a pointer led into, or NULL */
    struct str_map index;        /* its values by key */
    struct subschema *first; /* queue of subschemas whose checks are not compiled yet */
    struct subschema *last;
    uint32_t subschema_count;
    bool dynamic;
    bool advises;              /* see struct schema */
    struct str_map data_files; /* real path -> struct value_tree */
    const struct idna *idna;   /* for format_compile() */
};

/* A schema and the resource it belongs to. */
struct schema_place {
    const struct value *value;
    struct resource *resource;
};

/* Fills the error with a place in the resource's document; always false. */
bool compiler_fail(struct compiler *c, const struct resource *resource, struct span span,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Makes a tree known: its resources and anchors. path and source may be NULL. */
struct resource *store_add(struct compiler *c, const struct value_tree *tree,
                           const char *path, const struct source *source, struct str uri,
                           enum dialect dialect);

/* Reads a file and makes it known; span is what asks for it, in from (may be NULL). */
struct resource *store_read(struct compiler *c, const char *path, struct str uri,
                            const struct resource *from, struct span span);

/* The schema a reference leads to; false, with the error filled, when there is none. */
bool store_resolve(struct compiler *c, const struct resource *from,
                   const struct value *reference, struct schema_place *place);

/* The anchor of that name, or NULL. */
struct anchor *resource_anchor(const struct resource *resource, struct str name);

/* The compiled form of the schema at place, now or later: it is put into the queue.
 * NULL, with the error filled, when it is no schema. */
struct subschema *compiler_subschema(struct compiler *c, struct schema_place place);

/* Compiles the schema at place and all that waits in the queue. NULL, with the error
 * filled, when something is wrong. */
const struct schema *compile_from(struct compiler *c, struct schema_place place);

/* Is the file at path read as YAML? */
bool schema_file_is_yaml(const char *path);

/* Assertion keywords: those that need nothing but their own value. *found is false
 * when the keyword is none of them. */
bool compile_assertion(struct compiler *c, struct subschema *schema,
                       const struct entry *keyword, bool *found);

/* Keywords that apply subschemas. */
bool compile_applicator(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword);

/* Adds a check; its `as` is still to be filled. */
struct check *compile_add(struct subschema *schema, enum check_kind kind, unsigned kinds,
                          const struct entry *keyword);

/* The keyword's entry in the schema, or NULL when the dialect does not know it. */
const struct entry *compile_sibling(const struct subschema *schema, const char *name);

/* A whole number of 0 and more; false, with the error filled, for anything else. */
bool compile_count(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, uint64_t *count);

bool compile_type_error(struct compiler *c, const struct subschema *schema,
                        const struct entry *keyword, const char *expected);

/* A list of strings. */
bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, const struct value *names);

/* Refuses schemas that would apply themselves to the same value for ever. */
bool compile_refuse_loops(struct compiler *c, struct subschema *root);

#endif
