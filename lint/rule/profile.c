/* profile.c - the rules, options and schema that apply to a file */

#include "lint/rule/profile.h"

#include "lint/base/message.h"
#include "lint/rule/markdownlint.h"
#include "lint/rule/option.h"
#include "lint/rule/set.h"

const char *const preset_names[] = {"recommended", "markdownlint", "all", NULL};

/* One entry of a `rules` map that is applied to a profile. */
struct change {
    struct profile *profile;
    const struct rule_table *table;
    struct arena *arena;
    profile_mistake_fn *on_mistake; /* NULL: mistakes are ignored */
    void *context;
    int errors;
};

bool preset_find(struct str name, enum preset *preset)
{
    for (int i = 0; preset_names[i]; i++) {
        if (str_is(name, preset_names[i])) {
            *preset = (enum preset)i;
            return true;
        }
    }
    return false;
}

static bool preset_has(enum preset preset, const struct rule *rule)
{
    if (rule_speaks_for_core(rule))
        return true;
    switch (preset) {
    case PRESET_NAME_RECOMMENDED:
        return rule->presets & PRESET_RECOMMENDED;
    case PRESET_NAME_MARKDOWNLINT:
        return rule->presets & PRESET_MARKDOWNLINT;
    case PRESET_NAME_ALL:
        break;
    }
    return true;
}

static void profile_allocate(struct profile *profile, uint32_t count, struct arena *arena)
{
    profile->severities = arena_array(arena, count, sizeof(*profile->severities));
    profile->settings = arena_array(arena, count, sizeof(*profile->settings));
    profile->configured = arena_array(arena, count, sizeof(*profile->configured));
    profile->locked = arena_array(arena, count, sizeof(*profile->locked));
}

static void lock(struct profile *profile, uint32_t rule)
{
    profile->severities[rule] = SEVERITY_OFF;
    profile->locked[rule] = true;
}

void profile_init(struct profile *profile, const struct rule_table *table,
                  enum preset preset, struct arena *arena)
{
    *profile = (struct profile){.as_markdownlint = preset == PRESET_NAME_MARKDOWNLINT,
                                .only_json = preset == PRESET_NAME_MARKDOWNLINT};
    profile_allocate(profile, table->count, arena);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        profile->severities[i] = preset_has(preset, rule) ? rule->severity : SEVERITY_OFF;
        profile->settings[i] = settings_new(rule, arena);
    }
}

void profile_copy(struct profile *profile, const struct profile *from,
                  const struct rule_table *table, struct arena *arena)
{
    uint32_t count = table->count;

    *profile = *from;
    profile_allocate(profile, count, arena);
    memcpy(profile->severities, from->severities, count * sizeof(*from->severities));
    memcpy(profile->settings, from->settings, count * sizeof(*from->settings));
    memcpy(profile->configured, from->configured, count * sizeof(*from->configured));
    memcpy(profile->locked, from->locked, count * sizeof(*from->locked));
}

static void pass_on(struct change *change, const struct mistake *mistake)
{
    change->errors++;
    if (change->on_mistake)
        change->on_mistake(change->context, mistake);
}

static void complain(struct change *change, struct span span, struct str message)
{
    pass_on(change, &(struct mistake){.span = span, .message = message});
}

static void complain_severity(struct change *change, const struct value *value)
{
    struct str message =
        value->kind == VALUE_STRING
            ? arena_format(change->arena,
                           "`%s` is no severity: expected `note`, "
                           "`warning` or `error`",
                           message_text(change->arena, value->text))
            : arena_format(change->arena,
                           "expected `note`, `warning` or `error`, found %s",
                           value_kind_name(value));

    complain(change, value->span, message);
}

/* The severity of a rule whose map may have a `severity`. */
static enum severity map_severity(struct change *change, const struct rule *rule,
                                  const struct value *map)
{
    const struct value *value = value_get(map, "severity");
    enum severity severity = rule->severity;

    if (value && (value->kind != VALUE_STRING || !severity_find(value->text, &severity)))
        complain_severity(change, value);
    return severity;
}

static void apply_options(struct change *change, uint32_t index, const struct value *map)
{
    const struct rule *rule = change->table->rules[index];
    struct settings_target target = {rule, settings_new(rule, change->arena),
                                     change->arena};

    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        const struct option *option = option_find(rule, entry->key);
        struct mistake mistake;

        if (str_is(entry->key, "severity"))
            continue;
        if (!option)
            mistake = option_unknown(rule, entry, change->arena);
        else if (option_set(&target, option, entry->value, &mistake))
            continue;
        pass_on(change, &mistake);
    }
    change->profile->settings[index] = target.settings;
}

/* Applies a value that is not a map, for which value_makes_sense() is true. */
static void scalar_severity(const struct rule *rule, const struct value *value,
                            enum severity *severity)
{
    if (value->kind == VALUE_BOOL)
        *severity = value->boolean ? rule->severity : SEVERITY_OFF;
    else
        severity_find(value->text, severity);
}

static void apply_to_rule(struct change *change, uint32_t index,
                          const struct value *value)
{
    struct profile *profile = change->profile;
    const struct rule *rule = change->table->rules[index];

    profile->configured[index] = true;
    if (value->kind == VALUE_MAP) {
        profile->severities[index] = map_severity(change, rule, value);
        apply_options(change, index, value);
        return;
    }
    scalar_severity(rule, value, &profile->severities[index]);
}

/* Checks a value, without regard to the rules that it is for. */
static bool value_makes_sense(struct change *change, const struct entry *entry, bool tag)
{
    const struct value *value = entry->value;
    enum severity severity;
    bool named = value->kind == VALUE_STRING && severity_find(value->text, &severity);

    if (value->kind != VALUE_BOOL && value->kind != VALUE_MAP && !named) {
        complain(change, value->span,
                 arena_format(change->arena,
                              "`%s` must be true, false, `note`, `warning`, `error` or "
                              "a group of options, found %s",
                              message_text(change->arena, entry->key),
                              value_kind_name(value)));
        return false;
    }
    if (!tag || value->kind != VALUE_MAP)
        return true;
    for (uint32_t i = 0; i < value->count; i++) {
        if (str_is(value->entries[i].key, "severity"))
            continue;
        complain(change, value->entries[i].key_span,
                 arena_format(change->arena,
                              "the tag `%s` takes no options but "
                              "`severity`",
                              message_text(change->arena, entry->key)));
        return false;
    }
    return true;
}

bool profile_apply(struct profile *profile, const struct rule_table *table,
                   const struct entry *entry, struct arena *arena,
                   profile_mistake_fn *on_mistake, void *context)
{
    struct change change = {profile, table, arena, on_mistake, context, 0};
    struct rule_set rules = rule_set_named(table, entry->key);
    bool is_default = str_is(entry->key, "default");

    if (is_default || (rule_set_empty(&rules) && markdownlint_has_rule(entry->key)))
        return true;
    if (rule_set_empty(&rules)) {
        complain(&change, entry->key_span, rule_table_unknown(table, entry->key, arena));
        return change.errors == 0;
    }
    if (!value_makes_sense(&change, entry, !rule_table_has(table, entry->key)))
        return change.errors == 0;
    for (uint32_t i = 0; i < table->count && change.errors == 0; i++) {
        if (rule_set_has(&rules, i))
            apply_to_rule(&change, i, entry->value);
    }
    return change.errors == 0;
}

void profile_apply_default(struct profile *profile, const struct rule_table *table,
                           const struct value *value)
{
    enum severity severity;

    if (!value || (value->kind == VALUE_BOOL && value->boolean))
        return;
    for (uint32_t i = 0; i < table->count; i++) {
        if (rule_speaks_for_core(table->rules[i]) || profile->locked[i])
            continue;
        if (value->kind == VALUE_BOOL)
            profile->severities[i] = SEVERITY_OFF;
        else if (profile->severities[i] != SEVERITY_OFF &&
                 severity_find(value->text, &severity))
            profile->severities[i] = severity;
    }
}

/* The rules of all names. False when one is unknown: then *unknown is the first such. */
static bool rules_named(const struct rule_table *table, struct str_list names,
                        struct rule_set *all, struct str *unknown)
{
    bool known = true;

    *all = (struct rule_set){{0}};
    for (size_t i = 0; i < names.count; i++) {
        struct rule_set rules = rule_set_named(table, names.items[i]);

        if (rule_set_empty(&rules) && known) {
            *unknown = names.items[i];
            known = false;
        }
        for (uint32_t rule = 0; rule < table->count; rule++) {
            if (rule_set_has(&rules, rule))
                rule_set_add(all, rule);
        }
    }
    return known;
}

bool profile_only(struct profile *profile, const struct rule_table *table,
                  struct str_list only, struct str *unknown)
{
    struct rule_set rules;
    bool known = rules_named(table, only, &rules, unknown);

    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];
        enum severity *severity = &profile->severities[i];

        profile->configured[i] = true;
        if (rule_set_has(&rules, i))
            *severity = *severity == SEVERITY_OFF ? rule->severity : *severity;
        else if (!rule_speaks_for_core(rule))
            lock(profile, i);
    }
    return known;
}

bool profile_disable(struct profile *profile, const struct rule_table *table,
                     struct str_list names, struct str *unknown)
{
    struct rule_set rules;
    bool known = rules_named(table, names, &rules, unknown);

    for (uint32_t i = 0; i < table->count; i++) {
        if (!rule_set_has(&rules, i))
            continue;
        lock(profile, i);
        profile->configured[i] = true;
    }
    return known;
}

void profile_heed_front_matter(struct profile *profile, const struct rule_table *table)
{
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (rule->presets & PRESET_RECOMMENDED && rule_has_tag(rule, STR("front-matter")))
            profile->severities[i] = rule->severity;
    }
}

void profile_leave_dialects(struct profile *profile, const struct rule_table *table)
{
    for (uint32_t i = 0; i < table->count; i++)
        if (table->rules[i]->role == ROLE_ORDINARY && !table->rules[i]->every_dialect)
            lock(profile, i);
}
