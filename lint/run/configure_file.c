/* configure_file.c - configuration by markdownlint's comments in a file */

#include "lint/rule/option.h"
#include "lint/rule/profile.h"
#include "lint/rule/set.h"

/*
 * Nothing here is reported: markdownlint ignores what it does not know, and a comment
 * written for it must not become a finding.
 */

/* Truth as in JavaScript, of a value that JSON can write. */
static bool is_truthy(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return value->boolean;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        return !str_is(value->text, "0");
    case VALUE_STRING:
        return value->text.len > 0;
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    return true;
}

/* The severity with that name; for anything else, that of the rule. */
static enum severity severity_of(const struct rule *rule, const struct value *value)
{
    enum severity severity = rule->severity;

    if (value && value->kind == VALUE_STRING)
        severity_find(value->text, &severity);
    return severity;
}

static void set_options(const struct settings_target *target, const struct value *map)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const struct option *option = option_find(target->rule, map->entries[i].key);
        struct mistake ignored;

        if (option)
            option_set(target, option, map->entries[i].value, &ignored);
    }
}

static void configure_rule(struct profile *profile, const struct rule_table *table,
                           uint32_t index, const struct value *value, struct arena *arena)
{
    const struct rule *rule = table->rules[index];
    struct settings_target target = {rule, settings_new(rule, arena), arena};
    bool is_map = value->kind == VALUE_MAP;
    const struct value *enabled = is_map ? value_get(value, "enabled") : NULL;
    const struct value *severity = is_map ? value_get(value, "severity") : value;

    profile->configured[index] = true;
    if (!is_truthy(enabled ? enabled : value)) {
        profile->severities[index] = SEVERITY_OFF;
        return;
    }
    profile->severities[index] = severity_of(rule, severity);
    if (is_map)
        set_options(&target, value);
    profile->settings[index] = target.settings;
}

/* `default`: applies to those of markdownlint's rules that are not named. */
static void configure_default(struct profile *profile, const struct rule_table *table,
                              const struct value *value)
{
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (profile->configured[i] || !(rule->presets & PRESET_MARKDOWNLINT))
            continue;
        profile->severities[i] =
            is_truthy(value) ? severity_of(rule, value) : SEVERITY_OFF;
    }
}

void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct value *value, struct arena *arena)
{
    if (!value || value->kind != VALUE_MAP)
        return;
    for (uint32_t i = 0; i < value->count; i++) {
        if (str_equal_ignore_case(value->entries[i].key, STR("default")))
            configure_default(profile, table, value->entries[i].value);
    }
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];
        struct rule_set rules = rule_set_named(table, entry->key);

        for (uint32_t rule = 0; rule < table->count; rule++) {
            if (rule_set_has(&rules, rule))
                configure_rule(profile, table, rule, entry->value, arena);
        }
    }
}
