/* schema_rules.h - what `stet schema check` finds, as rules have it */
#ifndef LINT_RUN_SCHEMA_RULES_H
#define LINT_RUN_SCHEMA_RULES_H

#include "lint/rule/table.h"
#include "lint/run/run.h"
#include "lint/schema/flaw/flaws.h"

/* Rules without callbacks, so that reports of schemas are made as those of articles. They
 * are no rules of articles: no config knows them. */
extern const struct rule_table schema_rules;

/* What run_source() is for articles, for a schema: schema_flaws() as findings, unsorted,
 * in the arena. */
struct diagnostics run_schema(const struct source *source, const char *path,
                              const struct schema_options *options, struct arena *arena);

#endif
