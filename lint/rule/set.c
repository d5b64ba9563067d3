/* set.c - a set of rules, by their indexes in the table */

#include "lint/rule/set.h"

struct rule_set rule_set_named(const struct rule_table *table, struct str word)
{
    struct rule_set set = {{0}};
    uint32_t found;

    if (rule_table_find(table, word, &found)) {
        rule_set_add(&set, found);
        return set;
    }
    for (uint32_t i = 0; i < table->count; i++)
        if (rule_has_tag(table->rules[i], word))
            rule_set_add(&set, i);
    return set;
}

struct rule_set rule_set_of_markdownlint(const struct rule_table *table, struct str word)
{
    struct rule_set named = rule_set_named(table, word);
    struct rule_set set = {{0}};

    for (uint32_t i = 0; i < table->count; i++)
        if (rule_set_has(&named, i) && table->rules[i]->presets & PRESET_MARKDOWNLINT)
            rule_set_add(&set, i);
    return set;
}
