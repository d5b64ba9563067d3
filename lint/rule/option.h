/* option.h - the settings of a rule, filled from its option table */
#ifndef LINT_RULE_OPTION_H
#define LINT_RULE_OPTION_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/rule.h"
#include "lint/rule/profile.h"

/* The row of the option with exactly that name; NULL when the rule has none. */
const struct option *option_find(const struct rule *rule, struct str name);

/*
 * Settings of the rule with every option at its default, in the arena; NULL when the rule
 * has no options. A default that does not parse is a bug(); see rule_table_check().
 */
void *settings_new(const struct rule *rule, struct arena *arena);

/* The settings to be filled, and the arena for the strings and patterns in them. */
struct settings_target {
    const struct rule *rule;
    void *settings;
    struct arena *arena;
};

/*
 * Stores the value in the field of the option. False, with the field unchanged and
 * *mistake filled, when it has the wrong type or is out of bounds.
 */
bool option_set(const struct settings_target *target, const struct option *option,
                const struct value *value, struct mistake *mistake);

/* Stores what markdownlint takes a value for that the option does not have, if it takes
 * it for anything else than the default. */
void option_set_otherwise(const struct settings_target *target,
                          const struct option *option, const struct value *value);

/* As option_set(), with the default. mistake->span is in the text of the default. */
bool option_set_initial(const struct settings_target *target, const struct option *option,
                        struct mistake *mistake);

/* The mistake for a key that is not an option of the rule, with the nearest one that
 * is. */
struct mistake option_unknown(const struct rule *rule, const struct entry *entry,
                              struct arena *arena);

#endif
