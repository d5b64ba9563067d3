/* remote.h - schemas that other schemas refer to; for lint/schema alone */
#ifndef LINT_SCHEMA_COMPILE_REMOTE_H
#define LINT_SCHEMA_COMPILE_REMOTE_H

#include "lint/schema/compiled/compiler.h"

/* Schema files are written by people: the largest in use have some megabytes. */
enum { SCHEMA_MAX_BYTES = 16 * 1024 * 1024 };

/*
 * The document that a URI names: a built-in meta-schema, a file below the folder
 * of one of the remotes, or a file below the root. NULL, with the error filled,
 * when it is none of these: nothing is fetched.
 */
struct resource *remote_load(struct compiler *c, const struct resource *from,
                             struct str uri, struct span span);

#endif
