/* table.h - the table of all rules, which main() passes down */
#ifndef LINT_RULE_TABLE_H
#define LINT_RULE_TABLE_H

#include <stdint.h>

#include "lint/rule.h"

/* The most rules, so that a set of them fits in a few words: with more,
 * rule_table_require() ends the program. */
enum { RULES_MAX = 256 };

/* The rules in the order of their codes; the index of a rule is its place here. */
struct rule_table {
    const struct rule *const *rules;
    uint32_t count;
};

/* The index of the rule with that code, name or alias, without regard to case; false when
 * there is none. */
bool rule_table_find(const struct rule_table *table, struct str name, uint32_t *index);

/* Is there a rule with that code, name or alias? */
bool rule_table_has(const struct rule_table *table, struct str name);

/*
 * Calls bug() when the table cannot be run: more than RULES_MAX rules, a name that is not
 * in kebab case, unknown node kinds, `nodes` without `node` or the reverse. Cheap enough
 * for each start; rule_table_check() checks the rest.
 */
void rule_table_require(const struct rule_table *table);

/* The index of a rule, which must be in the table: any other is a bug(). */
uint32_t rule_table_index(const struct rule_table *table, const struct rule *rule);

/* The rules of both tables, in the arena: for looking up names, not for running. More
 * than RULES_MAX are a bug(). */
struct rule_table rule_table_join(const struct rule_table *a, const struct rule_table *b,
                                  struct arena *arena);

/* The rule that reports for the core in that role; NULL when the table has none. */
const struct rule *rule_table_role(const struct rule_table *table, enum rule_role role);

/* Does the rule report a failure of stet and not a mistake in the article? Such a rule
 * does, whatever the config says about others. */
bool rule_speaks_for_core(const struct rule *rule);

/* The next word of a rule's `tags` or `aliases`, which *words moves past; empty at the
 * end. */
struct str rule_next_word(const char **words);

/* Has the rule the tag, without regard to case? */
bool rule_has_tag(const struct rule *rule, struct str tag);

/* All names, codes, aliases and tags, for suggestions. The list is in the arena. */
struct str_list rule_table_names(const struct rule_table *table, struct arena *arena);

/* "unknown rule `x`; did you mean `y`?", or where to look when no name is near, or that
 * it is one of markdownlint's: in the arena. */
struct str rule_table_unknown(const struct rule_table *table, struct str name,
                              struct arena *arena);

/* All tags, each once, in the order in which they first occur. The list is in the
 * arena. */
struct str_list rule_table_tags(const struct rule_table *table, struct arena *arena);

/*
 * Checks the table, for the tests: codes are sorted and unique, names unique and in kebab
 * case, `nodes` is set if and only if `node` is, and the defaults of all options parse.
 * False when something is wrong: then *problem is a sentence in the arena.
 */
bool rule_table_check(const struct rule_table *table, struct arena *arena,
                      struct str *problem);

#endif
