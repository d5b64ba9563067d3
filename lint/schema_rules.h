/* schema_rules.h - what `stet schema check` finds, as rules have it */
#ifndef LINT_SCHEMA_RULES_H
#define LINT_SCHEMA_RULES_H

#include "lint/rule_table.h"
#include "lint/schema/check.h"

/* Rules without callbacks, so that reports of schemas are made as those of articles. They
 * are no rules of articles: no config knows them. */
extern const struct rule_table schema_rules;

/* The rule that speaks for a kind of flaw. */
const struct rule *schema_rule(enum flaw_kind kind);

#endif
