/* variants.c - every rule alone, with each of its options */

#include "lint/tool/fixes/variants.h"

#include "lint/base/memory.h"

/* What an option of each type is set to, where its bounds allow. */
static const char *const booleans[] = {"true", "false", NULL};
static const char *const integers[] = {"0", "1", "2", "3", "4", NULL};
static const char *const levels[] = {"-1", "0", "2", "[1, 2, 0, 1, 1, 1]", NULL};
static const char *const strings[] = {"[\"js\", \"sh\"]", NULL};
static const char *const none[] = {NULL};

struct maker {
    const struct rule_table *table;
    const struct schema *schema;
    struct arena *arena;
    struct variants *variants;
};

static const char *const *values_of(const struct option *option)
{
    switch (option->type) {
    case OPTION_BOOL:
        return booleans;
    case OPTION_INTEGER:
        return integers;
    case OPTION_PER_LEVEL:
        return levels;
    case OPTION_STRINGS:
        return strings;
    case OPTION_CHOICE:
        return option->choices;
    case OPTION_STRING:
    case OPTION_PATTERN:
    case OPTION_END:
        break;
    }
    return none;
}

static struct variant *add(struct maker *maker, const struct rule *rule)
{
    struct variants *all = maker->variants;
    struct variant *variant;

    all->items = arena_make_room(maker->arena, all->items, all->count, &all->capacity,
                                 sizeof(*all->items));
    variant = &all->items[all->count++];
    *variant = (struct variant){.rule = rule};
    profile_init(&variant->profile, maker->table, PRESET_NAME_ALL, maker->arena);
    variant->profile.schema = maker->schema;
    if (!rule)
        return variant;
    variant->index = rule_table_index(maker->table, rule);
    for (uint32_t i = 0; i < maker->table->count; i++)
        if (i != variant->index)
            variant->profile.severities[i] = SEVERITY_OFF;
    return variant;
}

/* False when the option does not take the value. */
static bool configure(struct maker *maker, struct variant *variant, struct str options)
{
    struct value_input input = {
        options.data, {0, (uint32_t)options.len}, VALUE_MAX_NODES};
    struct entry entry = {.key = str_from(variant->rule->code)};
    struct value_tree tree;

    json_read(maker->arena, input, &tree);
    entry.value = tree.root;
    variant->options = options;
    return tree.root && profile_apply(&variant->profile, maker->table, &entry,
                                      maker->arena, NULL, NULL);
}

static void add_option(struct maker *maker, const struct rule *rule,
                       const struct option *option)
{
    const char *quote = option->type == OPTION_CHOICE ? "\"" : "";

    for (const char *const *value = values_of(option); *value; value++) {
        struct str options = arena_format(maker->arena, "{\"%s\": %s%s%s}", option->name,
                                          quote, *value, quote);

        if (!configure(maker, add(maker, rule), options))
            maker->variants->count--;
    }
}

struct variants variants_make(const struct rule_table *table, const struct schema *schema,
                              struct arena *arena)
{
    struct variants variants = {NULL, 0, 0};
    struct maker maker = {table, schema, arena, &variants};

    for (uint32_t i = 0; i < table->count; i++) {
        const struct rule *rule = table->rules[i];

        if (rule->fix != FIX_SAFE)
            continue;
        add(&maker, rule);
        for (const struct option *option = rule->options;
             option && option->type != OPTION_END; option++)
            add_option(&maker, rule, option);
    }
    add(&maker, NULL);
    return variants;
}
