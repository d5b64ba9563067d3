/* store.h - the documents and resources of a schema, and what references lead to; for
 * lint/schema only */
#ifndef LINT_SCHEMA_COMPILE_STORE_H
#define LINT_SCHEMA_COMPILE_STORE_H

#include "lint/schema/compiled/compiler.h"

/* Adds a tree with its resources and anchors. path and source may be NULL. NULL, with the
 * error filled, when its `$schema` leads nowhere or a limit is reached. */
struct resource *store_add(struct compiler *c, const struct value_tree *tree,
                           const char *path, const struct source *source, struct str uri,
                           enum dialect dialect);

/* The schema that a reference leads to; false, with the error filled, when there is
 * none. */
bool store_resolve(struct compiler *c, const struct resource *from,
                   const struct value *reference, struct schema_place *place);

/* The anchor of that name, or NULL. */
struct anchor *resource_anchor(const struct resource *resource, struct str name);

#endif
