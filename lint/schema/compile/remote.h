/* remote.h - reads schema files, and finds the one that a URI names; for lint/schema
 * only */
#ifndef LINT_SCHEMA_COMPILE_REMOTE_H
#define LINT_SCHEMA_COMPILE_REMOTE_H

#include "lint/schema/compiled/compiler.h"

/* Schema files are written by people: the largest in use have a few megabytes. */
enum { SCHEMA_MAX_BYTES = 16 * 1024 * 1024 };

/* Parses the schema file at path: as YAML if its name says so, else as JSON. */
struct value_tree schema_file_parse(struct arena *arena, const char *path,
                                    const struct source *source);

/* Reads a file and adds it to the store; span is where from (may be NULL) refers to it.
 * NULL, with the error filled, when it cannot be read. */
struct resource *store_read(struct compiler *c, const char *path, struct str uri,
                            const struct resource *from, struct span span);

/*
 * The document that a URI names: a built-in meta-schema, a file below the folder of one
 * of the remotes, or a file below the root. NULL, with the error filled, for any other:
 * nothing is fetched.
 */
struct resource *remote_load(struct compiler *c, const struct resource *from,
                             struct str uri, struct span span);

#endif
