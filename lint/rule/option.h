/* option.h - a rule's settings, filled from its option table */
#ifndef LINT_RULE_OPTION_H
#define LINT_RULE_OPTION_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/rule.h"
#include "lint/rule/profile.h"

/* The row of that name, exactly as it is spelled; NULL when the rule has none. */
const struct option *option_find(const struct rule *rule, struct str name);

/*
 * Settings of the rule with every option at its default; NULL when the rule has
 * no options. A default that does not parse is a bug: see rule_table_check().
 */
void *settings_new(const struct rule *rule, struct arena *arena);

/* Whose settings are filled, and where the strings and patterns in them live. */
struct settings_target {
    const struct rule *rule;
    void *settings;
    struct arena *arena;
};

/*
 * Puts the value into the option's field. False, with the field as it was and
 * *mistake filled, when it has the wrong type or is out of bounds.
 */
bool option_set(const struct settings_target *target, const struct option *option,
                const struct value *value, struct mistake *mistake);

/* As option_set, with the default. mistake->span lies in the text of the default. */
bool option_set_initial(const struct settings_target *target, const struct option *option,
                        struct mistake *mistake);

/* The mistake of a map's key that is no option of the rule, with the nearest one. */
struct mistake option_unknown(const struct rule *rule, const struct entry *entry,
                              struct arena *arena);

#endif
