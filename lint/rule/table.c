/* table.c - finding rules by name, and checking the table */

#include "lint/rule/table.h"

#include "lint/base/ascii.h"
#include "lint/base/memory.h"

#include "lint/base/message.h"
#include "lint/base/suggest.h"
#include "lint/rule/option.h"

static bool named(const char *name, struct str wanted)
{
    return name != NULL && str_equal_ignore_case(str_from(name), wanted);
}

int rule_table_find(const struct rule_table *table, struct str name)
{
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (named(rule->code, name) || named(rule->name, name) ||
            named(rule->alias, name))
            return (int)i;
    }
    return -1;
}

uint32_t rule_table_index(const struct rule_table *table, const struct rule *rule)
{
    for (uint32_t i = 0; i < table->count; i++)
        if (table->rules[i] == rule)
            return i;
    bug("a rule that is not in the table");
}

struct rule_table rule_table_join(const struct rule_table *a, const struct rule_table *b,
                                  struct arena *arena)
{
    const struct rule **rules =
        arena_array(arena, RULES_MAX, sizeof(const struct rule *));

    if (a->count + b->count > RULES_MAX)
        bug("more rules than fit in a table");
    memcpy(rules, a->rules, a->count * sizeof(const struct rule *));
    memcpy(rules + a->count, b->rules, b->count * sizeof(const struct rule *));
    return (struct rule_table){rules, a->count + b->count};
}

const struct rule *rule_table_role(const struct rule_table *table, enum rule_role role)
{
    for (uint32_t i = 0; i < table->count; i++) {
        if (table->rules[i]->role == role)
            return table->rules[i];
    }
    return NULL;
}

static const char *tags_of(const struct rule *rule)
{
    return rule->tags != NULL ? rule->tags : "";
}

/* The next word of a list of tags; empty at its end. */
static struct str next_tag(const char **at)
{
    *at += strspn(*at, " ");
    struct str tag = {*at, strcspn(*at, " ")};

    *at += tag.len;
    return tag;
}

bool rule_has_tag(const struct rule *rule, struct str tag)
{
    const char *at = tags_of(rule);
    struct str own;

    while ((own = next_tag(&at)).len > 0) {
        if (str_equal_ignore_case(own, tag))
            return true;
    }
    return false;
}

struct str_list rule_table_tags(const struct rule_table *table, struct arena *arena)
{
    size_t capacity = 0, count = 0;

    for (uint32_t i = 0; i < table->count; i++)
        capacity += strlen(tags_of(table->rules[i])) / 2 + 1;
    struct str *tags = arena_array(arena, capacity, sizeof(*tags));

    for (uint32_t i = 0; i < table->count; i++) {
        const char *at = tags_of(table->rules[i]);
        struct str tag;

        while ((tag = next_tag(&at)).len > 0) {
            size_t known = 0;

            while (known < count && !str_equal(tags[known], tag))
                known++;
            if (known == count)
                tags[count++] = tag;
        }
    }
    return (struct str_list){tags, count};
}

struct str_list rule_table_names(const struct rule_table *table, struct arena *arena)
{
    struct str_list tags = rule_table_tags(table, arena);
    struct str *names =
        arena_array(arena, 3 * (size_t)table->count + tags.count + 1, sizeof(*names));
    size_t count = 0;

    for (uint32_t i = 0; i < table->count; i++) {
        names[count++] = str_from(table->rules[i]->name);
        names[count++] = str_from(table->rules[i]->code);
        if (table->rules[i]->alias != NULL)
            names[count++] = str_from(table->rules[i]->alias);
    }
    for (size_t i = 0; i < tags.count; i++)
        names[count++] = tags.items[i];
    return (struct str_list){names, count};
}

struct str rule_table_unknown(const struct rule_table *table, struct str name,
                              struct arena *arena)
{
    struct str_list names = rule_table_names(table, arena);
    struct str nearest = suggest_nearest(name, names.items, names.count);

    if (nearest.len == 0)
        return arena_format(arena, "unknown rule `%s`; `stet rules` lists them",
                            message_text(arena, name));
    return arena_format(arena, "unknown rule `%s`; did you mean `%s`?",
                        message_text(arena, name), message_text(arena, nearest));
}

/* Lower-case words joined by single hyphens, as file names are. */
static bool is_kebab_case(const char *name)
{
    bool word = false;

    for (; *name != '\0'; name++) {
        bool letter = is_ascii_lower(*name) || is_ascii_digit(*name);

        if (!letter && !(*name == '-' && word))
            return false;
        word = letter;
    }
    return word;
}

static struct str check_option(const struct rule *rule, const struct option *option,
                               struct arena *arena)
{
    struct settings_target target = {rule, arena_alloc(arena, rule->settings_size),
                                     arena};
    struct profile_error error;

    if (option->offset >= rule->settings_size)
        return arena_format(arena, "%s: `%s` lies outside the settings", rule->code,
                            option->name);
    if (option->type == OPTION_CHOICE && option->choices == NULL)
        return arena_format(arena, "%s: `%s` has no choices", rule->code, option->name);
    if (option_find(rule, str_from(option->name)) != option)
        return arena_format(arena, "%s: two options `%s`", rule->code, option->name);
    if (option->initial == NULL || option->help == NULL)
        return arena_format(arena, "%s: `%s` lacks a default or a help", rule->code,
                            option->name);
    if (!option_set_initial(&target, option, &error))
        return arena_format(arena, "%s: default of `%s`: %s", rule->code, option->name,
                            error.message.data);
    return STR("");
}

static struct str check_options(const struct rule *rule, struct arena *arena)
{
    const struct option *option = rule->options;

    for (; option != NULL && option->type != OPTION_END; option++) {
        struct str problem = check_option(rule, option, arena);

        if (problem.len > 0)
            return problem;
    }
    return STR("");
}

static struct str check_rule(const struct rule *rule, struct arena *arena)
{
    if (!is_kebab_case(rule->name))
        return arena_format(arena, "%s: the name `%s` is not in kebab case", rule->code,
                            rule->name);
    if (rule->summary == NULL || rule->summary[0] == '\0')
        return arena_format(arena, "%s: no summary", rule->code);
    if (rule->severity == SEVERITY_OFF)
        return arena_format(arena, "%s: a rule that is on needs a severity", rule->code);
    if ((rule->nodes != 0) != (rule->node != NULL))
        return arena_format(arena, "%s: `nodes` and `node` go together", rule->code);
    return check_options(rule, arena);
}

/* Codes are sorted, so only names and aliases can be taken twice. */
static bool is_taken(const struct rule_table *table, uint32_t index, const char *name)
{
    return name != NULL && rule_table_find(table, str_from(name)) != (int)index;
}

struct str rule_table_check(const struct rule_table *table, struct arena *arena)
{
    if (table->count > RULES_MAX)
        return arena_format(arena, "%u rules, at most %d fit", table->count, RULES_MAX);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (i > 0 && strcmp(table->rules[i - 1]->code, rule->code) >= 0)
            return arena_format(arena, "%s stands behind %s", rule->code,
                                table->rules[i - 1]->code);
        if (is_taken(table, i, rule->name) || is_taken(table, i, rule->alias))
            return arena_format(arena, "%s: its name or alias is another rule's",
                                rule->code);
        struct str problem = check_rule(rule, arena);

        if (problem.len > 0)
            return problem;
    }
    return STR("");
}
