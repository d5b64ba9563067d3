/* table.c - the table of all rules: finding them by name, checking the table */

#include "lint/rule/table.h"

#include <stdarg.h>
#include <stdio.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/base/message.h"
#include "lint/base/suggest.h"
#include "lint/rule/markdownlint.h"
#include "lint/rule/option.h"

struct str rule_next_word(const char **words)
{
    *words += strspn(*words, " ");
    struct str word = {*words, strcspn(*words, " ")};

    *words += word.len;
    return word;
}

static bool has_word(const char *words, struct str wanted)
{
    struct str word;

    while (words && (word = rule_next_word(&words)).len > 0)
        if (str_equal_ignore_case(word, wanted))
            return true;
    return false;
}

/* Most names differ in the first letter. */
static bool named(const char *name, struct str wanted)
{
    return wanted.len && ascii_lower(*name) == ascii_lower(*wanted.data) &&
           str_equal_ignore_case(str_from(name), wanted);
}

bool rule_table_find(const struct rule_table *table, struct str name, uint32_t *index)
{
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (named(rule->code, name) || named(rule->name, name) ||
            has_word(rule->aliases, name)) {
            *index = i;
            return true;
        }
    }
    return false;
}

bool rule_table_has(const struct rule_table *table, struct str name)
{
    uint32_t index;

    return rule_table_find(table, name, &index);
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
    return rule->tags ? rule->tags : "";
}

bool rule_speaks_for_core(const struct rule *rule)
{
    return rule->role != ROLE_ORDINARY && rule->role != ROLE_UNUSED_SUPPRESSION;
}

bool rule_has_tag(const struct rule *rule, struct str tag)
{
    return has_word(rule->tags, tag);
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

        while ((tag = rule_next_word(&at)).len > 0) {
            size_t known = 0;

            while (known < count && !str_equal(tags[known], tag))
                known++;
            if (known == count)
                tags[count++] = tag;
        }
    }
    return (struct str_list){tags, count};
}

static size_t aliases_count(const struct rule_table *table)
{
    size_t count = 0;

    for (uint32_t i = 0; i < table->count; i++) {
        const char *aliases = table->rules[i]->aliases;

        while (aliases && rule_next_word(&aliases).len > 0)
            count++;
    }
    return count;
}

struct str_list rule_table_names(const struct rule_table *table, struct arena *arena)
{
    struct str_list tags = rule_table_tags(table, arena);
    struct str *names = arena_array(
        arena, aliases_count(table) + 2 * (size_t)table->count + tags.count + 1,
        sizeof(*names));
    size_t count = 0;

    for (uint32_t i = 0; i < table->count; i++) {
        const char *aliases = table->rules[i]->aliases;
        struct str alias;

        names[count++] = str_from(table->rules[i]->name);
        names[count++] = str_from(table->rules[i]->code);
        while (aliases && (alias = rule_next_word(&aliases)).len > 0)
            names[count++] = alias;
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

    if (markdownlint_has_rule(name))
        return arena_format(arena, "`%s` is a rule of markdownlint that stet lacks",
                            message_text(arena, name));
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

/* A rule that is checked, and where to say what is wrong with it. */
struct checked {
    const struct rule *rule;
    struct arena *arena;
    struct str *problem;
};

/* Says what is wrong; always returns false. */
static bool __attribute__((format(printf, 2, 3)))
wrong(const struct checked *checked, const char *format, ...)
{
    struct buf text = BUF_INIT;
    va_list args;

    va_start(args, format);
    buf_printf(&text, "%s: ", checked->rule->code);
    buf_vprintf(&text, format, args);
    va_end(args);
    *checked->problem = arena_str(checked->arena, buf_str(&text));
    buf_release(&text);
    return false;
}

static bool check_option(const struct checked *checked, const struct option *option)
{
    const struct rule *rule = checked->rule;
    struct settings_target target = {
        rule, arena_alloc(checked->arena, rule->settings_size), checked->arena};
    struct mistake mistake;

    if (option->offset >= rule->settings_size)
        return wrong(checked, "`%s` lies outside the settings", option->name);
    if (option->type == OPTION_CHOICE && !option->choices)
        return wrong(checked, "`%s` has no choices", option->name);
    if (option_find(rule, str_from(option->name)) != option)
        return wrong(checked, "two options `%s`", option->name);
    if (!option->initial || !option->help)
        return wrong(checked, "`%s` lacks a default or a help", option->name);
    if (!option_set_initial(&target, option, &mistake))
        return wrong(checked, "default of `%s`: %s", option->name, mistake.message.data);
    return true;
}

static bool check_options(const struct checked *checked)
{
    const struct option *option = checked->rule->options;

    for (; option && option->type != OPTION_END; option++)
        if (!check_option(checked, option))
            return false;
    return true;
}

/* Why the rule cannot be run, or NULL. */
static const char *unfit(const struct rule *rule)
{
    if (!is_kebab_case(rule->name))
        return "the name is not in kebab case";
    if (rule->nodes >= NODE_BIT(NODE_KIND_COUNT))
        return "`nodes` has a bit that stands for no kind of node";
    if ((rule->nodes != 0) != (rule->node != NULL))
        return "`nodes` and `node` go together";
    return NULL;
}

void rule_table_require(const struct rule_table *table)
{
    char message[128];

    if (table->count > RULES_MAX)
        bug("more rules than fit in a table");
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];
        const char *reason = unfit(rule);

        if (!reason)
            continue;
        snprintf(message, sizeof(message), "rule %s (%s): %s", rule->code, rule->name,
                 reason);
        bug(message);
    }
}

static bool check_rule(const struct checked *checked)
{
    const struct rule *rule = checked->rule;

    if (!is_kebab_case(rule->name))
        return wrong(checked, "the name `%s` is not in kebab case", rule->name);
    if (!rule->summary || rule->summary[0] == '\0')
        return wrong(checked, "no summary");
    if (rule->severity == SEVERITY_OFF)
        return wrong(checked, "a rule that is on needs a severity");
    if (unfit(rule))
        return wrong(checked, "%s", unfit(rule));
    return check_options(checked);
}

/* Codes are sorted, so only names and aliases can be taken twice. */
static bool is_taken(const struct rule_table *table, uint32_t index, const char *names)
{
    struct str name;
    uint32_t found;

    while (names && (name = rule_next_word(&names)).len > 0)
        if (!rule_table_find(table, name, &found) || found != index)
            return true;
    return false;
}

bool rule_table_check(const struct rule_table *table, struct arena *arena,
                      struct str *problem)
{
    if (table->count > RULES_MAX) {
        *problem =
            arena_format(arena, "%u rules, at most %d fit", table->count, RULES_MAX);
        return false;
    }
    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];
        struct checked checked = {rule, arena, problem};

        if (i > 0 && strcmp(table->rules[i - 1]->code, rule->code) >= 0) {
            *problem = arena_format(arena, "%s stands after %s", rule->code,
                                    table->rules[i - 1]->code);
            return false;
        }
        if (is_taken(table, i, rule->name) || is_taken(table, i, rule->aliases))
            return wrong(&checked, "its name or alias is another rule's");
        if (!check_rule(&checked))
            return false;
    }
    return true;
}
