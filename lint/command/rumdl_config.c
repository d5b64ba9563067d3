/* rumdl_config.c - what a config of rumdl's says about the rules that stet has as well */

#include "lint/command/rumdl_config.h"

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

/* A config has a few kilobytes, what else is in pyproject.toml a few more. */
enum {
    RUMDL_MAX_BYTES = 1024 * 1024,
    /* More are no rules: a config that a program wrote, or that is meant to do harm. */
    STRANGERS_MAX = 100,
};

/* Tables that are no rules. */
static const char *const other_tables[] = {
    "global", "per_file_ignores", "per_file_flavor", "code_block_tools", "rules", NULL};

/* rumdl takes `line-length` and `line_length`. */
static bool is_word(struct str key, const char *name)
{
    size_t i = 0;

    for (; i < key.len && name[i]; i++)
        if (key.data[i] != name[i] && !(key.data[i] == '-' && name[i] == '_'))
            return false;
    return i == key.len && !name[i];
}

static const struct value *member(const struct value *map, const char *name)
{
    for (uint32_t i = 0; map && map->kind == VALUE_MAP && i < map->count; i++)
        if (is_word(map->entries[i].key, name))
            return map->entries[i].value;
    return NULL;
}

const struct value *rumdl_config_setting(const struct rumdl_config *config,
                                         const char *name)
{
    const struct value *in_section = member(member(config->root, "global"), name);

    return in_section ? in_section : member(config->root, name);
}

const struct value *rumdl_config_table(const struct rumdl_config *config,
                                       const char *name)
{
    const struct value *table = member(config->root, name);

    return table && table->kind == VALUE_MAP ? table : NULL;
}

static void keep_stranger(struct rumdl_config *config, struct str name)
{
    struct str_list *list = &config->strangers;

    if (list->count == STRANGERS_MAX || str_list_has_ignore_case(*list, name))
        return;
    config->stranger_names[list->count++] = name;
}

bool rumdl_config_rule(struct rumdl_config *config, struct str name, uint32_t *index)
{
    if (rule_table_find(config->table, name, index))
        return true;
    keep_stranger(config, name);
    return false;
}

/* rumdl has rules for Markdown alone; those that it has in addition have other names
 * here. */
static bool is_common(const struct rule *rule)
{
    return str_starts(str_from(rule->code), STR("MD"));
}

static void set_all(struct rumdl_config *config, enum rumdl_state state)
{
    for (uint32_t i = 0; i < config->table->count; i++)
        if (is_common(config->table->rules[i]))
            config->rules[i].state = state;
}

static void set_named(struct rumdl_config *config, const char *setting,
                      enum rumdl_state state)
{
    const struct value *list = rumdl_config_setting(config, setting);
    uint32_t index;

    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        const struct value *item = list->entries[i].value;

        if (item->kind != VALUE_STRING)
            continue;
        if (str_equal_ignore_case(item->text, STR("all")))
            set_all(config, state);
        else if (rumdl_config_rule(config, item->text, &index))
            config->rules[index].state = state;
    }
}

static bool names_all(const struct value *list)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        const struct value *item = list->entries[i].value;

        if (item->kind == VALUE_STRING && str_equal_ignore_case(item->text, STR("all")))
            return true;
    }
    return false;
}

static bool is_other_table(struct str key)
{
    for (const char *const *name = other_tables; *name; name++)
        if (is_word(key, *name))
            return true;
    return false;
}

static void read_rule(struct rumdl_config *config, const struct entry *entry)
{
    const struct value *enabled = member(entry->value, "enabled");
    uint32_t index;

    if (entry->value->kind != VALUE_MAP || is_other_table(entry->key) ||
        !rumdl_config_rule(config, entry->key, &index))
        return;
    config->rules[index].options = entry->value;
    if (enabled && enabled->kind == VALUE_BOOL)
        config->rules[index].state = enabled->boolean ? RUMDL_ON : RUMDL_OFF;
}

static void read_rules(struct rumdl_config *config, const struct value *tables)
{
    for (uint32_t i = 0; tables && i < tables->count; i++)
        read_rule(config, &tables->entries[i]);
}

static void read_states(struct rumdl_config *config)
{
    const struct value *enable = rumdl_config_setting(config, "enable");
    bool listed = enable && enable->kind == VALUE_LIST;

    read_rules(config, rumdl_config_table(config, "rules"));
    read_rules(config, config->root);
    set_named(config, "enable", RUMDL_ON);
    set_named(config, "extend_enable", RUMDL_ON);
    config->only = listed && !names_all(enable);
    if (names_all(rumdl_config_setting(config, "disable")))
        config->only = true;
    else
        set_named(config, "disable", RUMDL_OFF);
    set_named(config, "extend_disable", RUMDL_OFF);
}

static bool read_toml(struct arena *arena, const char *path, struct value_tree *tree)
{
    struct buf text = BUF_INIT;
    const char *reason;
    struct str copy;
    bool there = file_read(path, RUMDL_MAX_BYTES, &text, &reason);

    copy = arena_str(arena, buf_str(&text));
    buf_release(&text);
    if (!there)
        return false;
    toml_read(arena,
              (struct value_input){copy.data, span_make(0, (uint32_t)copy.len),
                                   VALUE_MAX_NODES},
              tree);
    return tree->root && tree->root->kind == VALUE_MAP && !tree->problem_count;
}

bool rumdl_config_read(struct rumdl_config *config, const char *path,
                       const struct rule_table *table, struct arena *arena)
{
    struct value_tree tree = {.root = NULL};

    *config = (struct rumdl_config){.table = table, .arena = arena};
    config->rules = arena_array(arena, table->count, sizeof(*config->rules));
    config->stranger_names = arena_array(arena, STRANGERS_MAX, sizeof(struct str));
    config->strangers.items = config->stranger_names;
    if (!read_toml(arena, path, &tree))
        return false;
    config->root = str_is(path_name(str_from(path)), "pyproject.toml")
                       ? member(member(tree.root, "tool"), "rumdl")
                       : tree.root;
    if (config->root && config->root->kind == VALUE_MAP)
        read_states(config);
    else
        config->root = NULL;
    return true;
}
