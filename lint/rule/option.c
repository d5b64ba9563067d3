/* option.c - the settings of a rule, filled from its option table */

#include "lint/rule/option.h"

#include <limits.h>

#include "lint/base/memory.h"
#include "lint/base/message.h"
#include "lint/base/suggest.h"

enum { HEADING_LEVELS = 6, INITIAL_MAX_NODES = 1000 };

/* One value to be stored in one field. */
struct assignment {
    const struct settings_target *target;
    const struct option *option;
    const struct value *value;
    struct mistake *mistake;
};

const struct option *option_find(const struct rule *rule, struct str name)
{
    const struct option *option = rule->options;

    for (; option && option->type != OPTION_END; option++) {
        if (str_is(name, option->name))
            return option;
    }
    return NULL;
}

static void *field(const struct assignment *a)
{
    return (char *)a->target->settings + a->option->offset;
}

/* Says what is wrong with a value, after the name of the option. Always returns false. */
__attribute__((format(printf, 3, 4))) static bool
refuse(const struct assignment *a, const struct value *value, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    struct str problem = arena_vformat(a->target->arena, format, args);
    va_end(args);
    *a->mistake = (struct mistake){.span = value->span};
    a->mistake->message =
        arena_format(a->target->arena, "`%s` of rule %s must be %s", a->option->name,
                     a->target->rule->name, problem.data);
    return false;
}

static bool refuse_kind(const struct assignment *a, const struct value *value,
                        const char *expected)
{
    return refuse(a, value, "%s, found %s", expected, value_kind_name(value));
}

/* Numbers out of range become INT_MAX or INT_MIN: no bound is that far away. */
static int integer_of(struct str text)
{
    bool negative = text.len > 0 && text.data[0] == '-';
    long long number = 0;

    for (size_t i = negative; i < text.len; i++) {
        number = number * 10 + (text.data[i] - '0');
        if (number > INT_MAX)
            return negative ? INT_MIN : INT_MAX;
    }
    return (int)(negative ? -number : number);
}

static bool read_integer(const struct assignment *a, const struct value *value, int *out)
{
    const struct option *option = a->option;

    if (value->kind != VALUE_INTEGER)
        return refuse_kind(a, value, "a whole number");
    int number = integer_of(value->text);

    if (number < option->minimum)
        return refuse(a, value, "at least %d, found %s", option->minimum,
                      message_text(a->target->arena, value->text));
    if (option->maximum != 0 && number > option->maximum)
        return refuse(a, value, "at most %d, found %s", option->maximum,
                      message_text(a->target->arena, value->text));
    *out = number;
    return true;
}

static bool set_bool(const struct assignment *a)
{
    if (a->value->kind != VALUE_BOOL)
        return refuse_kind(a, a->value, "true or false");
    *(bool *)field(a) = a->value->boolean;
    return true;
}

static bool set_string(const struct assignment *a)
{
    if (a->value->kind != VALUE_STRING)
        return refuse_kind(a, a->value, "text");
    *(struct str *)field(a) = arena_str(a->target->arena, a->value->text);
    return true;
}

static bool refuse_choice(const struct assignment *a)
{
    struct arena *arena = a->target->arena;
    struct str list = STR(""), nearest, found = a->value->text;
    size_t count = 0;

    while (a->option->choices[count])
        count++;
    struct str *choices = arena_array(arena, count, sizeof(*choices));

    for (size_t i = 0; i < count; i++) {
        choices[i] = str_from(a->option->choices[i]);
        list = arena_format(arena, "%s%s`%s`", list.data, i > 0 ? ", " : "",
                            a->option->choices[i]);
    }
    nearest = suggest_nearest(found, choices, count);
    if (nearest.len > 0)
        return refuse(a, a->value, "one of %s, found `%s`; did you mean `%s`?", list.data,
                      message_text(arena, found), message_text(arena, nearest));
    return refuse(a, a->value, "one of %s, found `%s`", list.data,
                  message_text(arena, found));
}

static bool set_choice(const struct assignment *a)
{
    if (a->value->kind != VALUE_STRING)
        return refuse_kind(a, a->value, "text");
    for (int i = 0; a->option->choices[i]; i++) {
        if (str_is(a->value->text, a->option->choices[i])) {
            *(int *)field(a) = i;
            return true;
        }
    }
    return refuse_choice(a);
}

static unsigned pattern_flags(const struct option *option)
{
    return option->case_counts ? 0 : REGEX_IGNORE_CASE;
}

static bool set_pattern(const struct assignment *a)
{
    const struct regex *regex = NULL;
    struct regex_error error;

    if (a->value->kind != VALUE_STRING)
        return refuse_kind(a, a->value, "text");
    if (a->value->text.len > 0) {
        regex = regex_compile(a->target->arena, a->value->text, pattern_flags(a->option),
                              &error);
        if (!regex)
            return refuse(a, a->value, "a regular expression: %s at character %zu",
                          error.message, error.offset + 1);
    }
    *(const struct regex **)field(a) = regex;
    return true;
}

static bool set_strings(const struct assignment *a)
{
    const struct value *list = a->value;

    if (list->kind != VALUE_LIST)
        return refuse_kind(a, list, "a list of strings");
    struct str *items = arena_array(a->target->arena, list->count, sizeof(*items));

    for (uint32_t i = 0; i < list->count; i++) {
        const struct value *item = list->entries[i].value;

        if (item->kind != VALUE_STRING)
            return refuse_kind(a, item, "a list of strings");
        items[i] = arena_str(a->target->arena, item->text);
    }
    *(struct str_list *)field(a) = (struct str_list){items, list->count};
    return true;
}

static bool set_per_level(const struct assignment *a)
{
    const struct value *value = a->value;
    int levels[HEADING_LEVELS];
    uint32_t count = HEADING_LEVELS;

    if (value->kind != VALUE_INTEGER && value->kind != VALUE_LIST)
        return refuse_kind(a, value, "a whole number or a list of six");
    /* As in markdownlint, a short list leaves the other levels unchanged, and what a long
     * one has in excess is ignored. */
    if (value->kind == VALUE_LIST && value->count < count)
        count = value->count;
    memcpy(levels, field(a), sizeof(levels));
    for (uint32_t i = 0; i < count; i++) {
        const struct value *level =
            value->kind == VALUE_LIST ? value->entries[i].value : value;

        if (!read_integer(a, level, &levels[i]))
            return false;
    }
    memcpy(field(a), levels, sizeof(levels));
    return true;
}

bool option_set(const struct settings_target *target, const struct option *option,
                const struct value *value, struct mistake *mistake)
{
    struct assignment a = {target, option, value, mistake};

    switch (option->type) {
    case OPTION_BOOL:
        return set_bool(&a);
    case OPTION_INTEGER:
        return read_integer(&a, value, field(&a));
    case OPTION_STRING:
        return set_string(&a);
    case OPTION_CHOICE:
        return set_choice(&a);
    case OPTION_PATTERN:
        return set_pattern(&a);
    case OPTION_STRINGS:
        return set_strings(&a);
    case OPTION_PER_LEVEL:
        return set_per_level(&a);
    case OPTION_END:
        break;
    }
    bug("an option of no type");
}

void option_set_otherwise(const struct settings_target *target,
                          const struct option *option, const struct value *value)
{
    struct mistake ignored;
    struct value otherwise = *value;

    if (!option->otherwise || value->kind != VALUE_STRING || !value->text.len)
        return;
    otherwise.text = str_from(option->otherwise);
    option_set(target, option, &otherwise, &ignored);
}

/* The value of the default. False, with *mistake filled, when it does not parse. */
static bool read_initial(const struct settings_target *target,
                         const struct option *option, struct value_tree *tree,
                         struct mistake *mistake)
{
    struct str text = str_from(option->initial);
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                INITIAL_MAX_NODES};

    json_read(target->arena, input, tree);
    if (tree->problem_count > 0)
        *mistake = tree->problems[0].mistake;
    return tree->problem_count == 0;
}

bool option_set_initial(const struct settings_target *target, const struct option *option,
                        struct mistake *mistake)
{
    struct value_tree tree;

    return read_initial(target, option, &tree, mistake) &&
           option_set(target, option, tree.root, mistake);
}

/* As option_set_initial(), but a pattern is compiled when it is first needed: most runs
 * have no text for it. */
static bool set_quickly(const struct settings_target *target, const struct option *option)
{
    struct mistake mistake;
    struct value_tree tree;

    if (!read_initial(target, option, &tree, &mistake))
        return false;
    if (option->type != OPTION_PATTERN || tree.root->kind != VALUE_STRING ||
        tree.root->text.len == 0)
        return option_set(target, option, tree.root, &mistake);
    struct assignment a = {target, option, tree.root, &mistake};

    *(const struct regex **)field(&a) =
        regex_defer(target->arena, tree.root->text, pattern_flags(option));
    return true;
}

void *settings_new(const struct rule *rule, struct arena *arena)
{
    if (!rule->options)
        return NULL;
    struct settings_target target = {rule, arena_alloc(arena, rule->settings_size),
                                     arena};
    const struct option *option;

    for (option = rule->options; option->type != OPTION_END; option++) {
        if (!set_quickly(&target, option))
            bug("the default of an option does not parse");
    }
    return target.settings;
}

struct mistake option_unknown(const struct rule *rule, const struct entry *entry,
                              struct arena *arena)
{
    struct mistake mistake = {.span = entry->key_span};
    size_t count = 0;

    while (rule->options && rule->options[count].type != OPTION_END)
        count++;
    struct str *names = arena_array(arena, count + 1, sizeof(*names));

    for (size_t i = 0; i < count; i++)
        names[i] = str_from(rule->options[i].name);
    names[count] = STR("severity");
    struct str nearest = suggest_nearest(entry->key, names, count + 1);

    mistake.message = arena_format(arena, "unknown option `%s` of rule %s",
                                   message_text(arena, entry->key), rule->name);
    if (nearest.len > 0)
        mistake.message =
            arena_format(arena, "%s; did you mean `%s`?", mistake.message.data,
                         message_text(arena, nearest));
    return mistake;
}
