/* configure_file.c - configuration by markdownlint's comments and configs */

#include "lint/run/configure_file.h"

#include "lint/rule/markdownlint.h"
#include "lint/rule/option.h"
#include "lint/rule/profile.h"
#include "lint/rule/set.h"

/* What a comment or a config changes. */
struct change {
    struct profile *profile;
    const struct rule_table *table;
    struct arena *arena;
    const struct file_configuration *given;
};

static void complain(const struct change *change, const struct mistake *mistake)
{
    if (!change->given->on_mistake)
        return;
    change->given->on_mistake(change->given->context, mistake);
}

/* The severity with that name; for anything else, that of the rule. */
static enum severity severity_of(const struct rule *rule, const struct value *value)
{
    enum severity severity = rule->severity;

    if (value && value->kind == VALUE_STRING)
        severity_find(value->text, &severity);
    return severity;
}

static void set_options(const struct change *change, const struct settings_target *target,
                        const struct value *map)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        const struct option *option = option_find(target->rule, entry->key);
        struct mistake mistake;

        if (str_is(entry->key, "severity") || str_is(entry->key, "enabled"))
            continue;
        if (!option)
            mistake = option_unknown(target->rule, entry, change->arena);
        else if (option_set(target, option, entry->value, &mistake))
            continue;
        else
            option_set_otherwise(target, option, entry->value);
        complain(change, &mistake);
    }
}

static void configure_rule(const struct change *change, uint32_t index,
                           const struct value *value)
{
    struct profile *profile = change->profile;
    const struct rule *rule = change->table->rules[index];
    struct settings_target target = {rule, settings_new(rule, change->arena),
                                     change->arena};
    bool is_map = value->kind == VALUE_MAP;
    const struct value *enabled = is_map ? value_get(value, "enabled") : NULL;
    const struct value *severity = is_map ? value_get(value, "severity") : value;

    if (profile->locked[index])
        return;
    profile->configured[index] = true;
    profile->severities[index] = value_is_truthy(enabled ? enabled : value)
                                     ? severity_of(rule, severity)
                                     : SEVERITY_OFF;
    /* Also of a rule that is off: another comment may switch it on. */
    if (is_map)
        set_options(change, &target, value);
    profile->settings[index] = target.settings;
}

/* `default`: applies to those of markdownlint's rules that are not named. */
static void configure_default(const struct change *change, const struct value *value)
{
    struct profile *profile = change->profile;

    for (uint32_t i = 0; i < change->table->count; i++) {
        const struct rule *rule = change->table->rules[i];

        if (profile->configured[i] || profile->locked[i] ||
            !(rule->presets & PRESET_MARKDOWNLINT))
            continue;
        profile->severities[i] =
            value_is_truthy(value) ? severity_of(rule, value) : SEVERITY_OFF;
    }
}

static bool is_default(struct str key)
{
    return str_equal_ignore_case(key, STR("default"));
}

static void configure_entry(const struct change *change, const struct entry *entry)
{
    struct rule_set rules = change->given->config
                                ? rule_set_of_markdownlint(change->table, entry->key)
                                : rule_set_named(change->table, entry->key);
    struct mistake unknown = {.span = entry->key_span};

    if (is_default(entry->key) || str_is(entry->key, "$schema"))
        return;
    if (rule_set_empty(&rules) && !change->given->foreign) {
        unknown.message = rule_table_unknown(change->table, entry->key, change->arena);
        if (markdownlint_has_rule(entry->key))
            unknown.severity = SEVERITY_NOTE;
        complain(change, &unknown);
    }
    for (uint32_t rule = 0; rule < change->table->count; rule++)
        if (rule_set_has(&rules, rule))
            configure_rule(change, rule, entry->value);
}

void profile_configure_file(struct profile *profile, const struct rule_table *table,
                            const struct file_configuration *given, struct arena *arena)
{
    const struct change change = {profile, table, arena, given};
    const struct value *value = given->value;

    if (!value || value->kind != VALUE_MAP)
        return;
    for (uint32_t i = 0; i < value->count; i++)
        if (is_default(value->entries[i].key))
            configure_default(&change, value->entries[i].value);
    for (uint32_t i = 0; i < value->count; i++)
        configure_entry(&change, &value->entries[i]);
}
