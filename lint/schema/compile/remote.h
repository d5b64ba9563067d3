/* remote.h - schema files, and which of them a URI names; for lint/schema alone */
#ifndef LINT_SCHEMA_COMPILE_REMOTE_H
#define LINT_SCHEMA_COMPILE_REMOTE_H

#include "lint/schema/compiled/compiler.h"

/* Schema files are written by people: the largest in use have some megabytes. */
enum { SCHEMA_MAX_BYTES = 16 * 1024 * 1024 };

/* Reads the text of the schema file at path: YAML where the name says so, else JSON. */
struct value_tree schema_file_parse(struct arena *arena, const char *path,
                                    const struct source *source);

/* Reads a file and makes it known; span is what asks for it, in from (may be NULL). NULL,
 * with the error filled, when it cannot be read. */
struct resource *store_read(struct compiler *c, const char *path, struct str uri,
                            const struct resource *from, struct span span);

/*
 * The document that a URI names: a built-in meta-schema, a file below the folder
 * of one of the remotes, or a file below the root. NULL, with the error filled,
 * when it is none of these: nothing is fetched.
 */
struct resource *remote_load(struct compiler *c, const struct resource *from,
                             struct str uri, struct span span);

#endif
