/* schema_rules.h - the rules of `stet schema check` */
#ifndef LINT_RUN_SCHEMA_RULES_H
#define LINT_RUN_SCHEMA_RULES_H

#include "lint/rule/table.h"
#include "lint/run/run.h"
#include "lint/schema/flaw/flaws.h"

/* Rules without callbacks, so that findings about schemas are reported like those about
 * articles. They are not rules for articles: no config knows them. */
extern const struct rule_table schema_rules;

/* As run_source(), for a schema: the findings of schema_flaws(), unsorted, in the
 * arena. */
struct diagnostics run_schema(const struct source *source, const char *path,
                              const struct schema_options *options, struct arena *arena);

#endif
