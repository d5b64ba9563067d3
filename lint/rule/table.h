/* table.h - all rules of the program, handed down from main */
#ifndef LINT_RULE_TABLE_H
#define LINT_RULE_TABLE_H

#include <stdint.h>

#include "lint/rule.h"

/* At most RULES_MAX rules, so that sets of rules fit in a few words: with more of them
 * rule_table_require() ends the program. */
enum { RULES_MAX = 256 };

/* In the order of their codes; a rule's index is its place here. */
struct rule_table {
    const struct rule *const *rules;
    uint32_t count;
};

/* The place of a rule, by code, name or alias, without regard to case. False when there
 * is none. */
bool rule_table_find(const struct rule_table *table, struct str name, uint32_t *index);

/* Is there one of that name? */
bool rule_table_has(const struct rule_table *table, struct str name);

/*
 * Ends the program as a bug() when the table cannot be run: more than RULES_MAX rules, a
 * name that is no file name, node kinds that there are not. Cheap enough for each start;
 * the rest is for rule_table_check().
 */
void rule_table_require(const struct rule_table *table);

/* The place of a rule of the table. */
uint32_t rule_table_index(const struct rule_table *table, const struct rule *rule);

/* The rules of both, in the arena: for looking names up, not for running. */
struct rule_table rule_table_join(const struct rule_table *a, const struct rule_table *b,
                                  struct arena *arena);

/* The rule that speaks for the core in that role; NULL when the table has none. */
const struct rule *rule_table_role(const struct rule_table *table, enum rule_role role);

/* Does the rule carry the tag (without regard to case)? */
bool rule_has_tag(const struct rule *rule, struct str tag);

/* All names, codes, aliases and tags, each once: for suggestions. */
struct str_list rule_table_names(const struct rule_table *table, struct arena *arena);

/* "unknown rule `x`; did you mean `y`?", or where to look when nothing is near. */
struct str rule_table_unknown(const struct rule_table *table, struct str name,
                              struct arena *arena);

/* All tags, each once, in the order they first occur. */
struct str_list rule_table_tags(const struct rule_table *table, struct arena *arena);

/*
 * Is the table sound: codes sorted and unique, names unique and well formed, `nodes`
 * set when and only when `node` is, each option default parses? False when it is not:
 * then *problem is a sentence in the arena. For the tests.
 */
bool rule_table_check(const struct rule_table *table, struct arena *arena,
                      struct str *problem);

#endif
