/* translate_rules.c - writes the rules of markdownlint's configs as stet's */

#include "lint/config/translate.h"
#include "lint/rule/option.h"
#include "lint/rule/set.h"
#include "lint/value/write.h"

static const struct value_spelling plain = {SYNTAX_YAML, STYLE_PLAIN};

/* What a map says about the rules that it does not name. */
struct others {
    bool off;
    bool graded; /* they have a severity */
    enum severity severity;
};

static struct others others_of(const struct value *map)
{
    struct others others = {.off = false};

    for (uint32_t i = 0; map && i < map->count; i++) {
        const struct value *value = map->entries[i].value;

        if (!str_equal_ignore_case(map->entries[i].key, STR("default")))
            continue;
        others.off = !value_is_truthy(value);
        others.graded =
            value->kind == VALUE_STRING && severity_find(value->text, &others.severity);
        break;
    }
    return others;
}

/* The value of the last key that means the rule, or NULL. */
static const struct value *value_for(const struct translation *translation,
                                     const struct value *map, uint32_t rule)
{
    for (uint32_t i = map ? map->count : 0; i > 0; i--) {
        const struct entry *entry = &map->entries[i - 1];
        struct rule_set rules = rule_set_of_markdownlint(translation->table, entry->key);

        if (rule_set_has(&rules, rule))
            return entry->value;
    }
    return NULL;
}

static bool is_option(const struct rule *rule, const struct entry *entry)
{
    enum severity severity;

    if (str_is(entry->key, "severity"))
        return entry->value->kind == VALUE_STRING &&
               severity_find(entry->value->text, &severity);
    return option_find(rule, entry->key);
}

static uint32_t count_options(const struct rule *rule, const struct value *map)
{
    uint32_t count = 0;

    for (uint32_t i = 0; map->kind == VALUE_MAP && i < map->count; i++)
        count += is_option(rule, &map->entries[i]);
    return count;
}

static void add_options(struct translation *translation, const struct rule *rule,
                        const struct value *map)
{
    translation->indent += 2;
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct buf text = BUF_INIT;

        if (!is_option(rule, entry))
            continue;
        value_write(&text, plain, entry->value);
        buf_putc(&text, '\0');
        translate_line(translation, "%.*s: %s", (int)entry->key.len, entry->key.data,
                       text.data);
        buf_release(&text);
    }
    translation->indent -= 2;
}

static bool is_on(const struct value *value)
{
    const struct value *enabled = value_get(value, "enabled");

    return value_is_truthy(enabled ? enabled : value);
}

/* `true`, or a severity. */
static const char *grade_of(const struct value *value)
{
    enum severity severity;

    if (value->kind == VALUE_STRING && severity_find(value->text, &severity))
        return severity_name(severity);
    return "true";
}

static void add_rule(struct translation *translation, const struct rule *rule,
                     const struct value *value, struct others others)
{
    bool on = is_on(value);
    const char *grade = grade_of(value);

    if (count_options(rule, value)) {
        /* Of a rule that is off the options matter, too: a comment may switch it on. */
        translate_line(translation, "%s:", on ? rule->name : rule->code);
        add_options(translation, rule, value);
    }
    if (!on && !(others.off && !count_options(rule, value)))
        translate_line(translation, "%s: false", rule->name);
    else if (on && !count_options(rule, value) &&
             (others.off || others.graded || !str_is(str_from(grade), "true")))
        translate_line(translation, "%s: %s", rule->name, grade);
}

void translate_rules(struct translation *translation, const struct value *map)
{
    struct others others = others_of(map);
    struct buf *out = translation->out;
    size_t before = out->len;
    size_t empty;

    translate_line(translation, "rules:");
    empty = out->len;
    translation->indent += 2;
    if (others.off || others.graded)
        translate_line(translation, "default: %s",
                       others.off ? "false" : severity_name(others.severity));
    for (uint32_t i = 0; i < translation->table->count; i++) {
        const struct value *value = value_for(translation, map, i);

        if (value)
            add_rule(translation, translation->table->rules[i], value, others);
    }
    translation->indent -= 2;
    if (out->len == empty)
        out->len = before;
}
