/* schema.h - the JSON Schema of stet.yaml */
#ifndef LINT_CONFIG_SCHEMA_H
#define LINT_CONFIG_SCHEMA_H

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/rule/table.h"
#include "lint/schema/schema.h"

/* Appends the schema (draft 2020-12), which follows from the table of rules and their
 * options. */
void config_schema_write(struct buf *out, const struct rule_table *table);

/* The same, compiled, in the arena. A mistake in it is a bug(). */
const struct schema *config_schema_compile(const struct rule_table *table,
                                           struct arena *arena);

/* A schema that is written with ' for ", compiled, in the arena. A mistake in it is a
 * bug(). */
const struct schema *config_schema_compile_fixed(const char *fixed, struct arena *arena);

#endif
