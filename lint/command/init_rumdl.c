/* init_rumdl.c - takes over a config of rumdl's, for stet init */

#include "lint/command/init_rumdl.h"

#include "lint/base/ascii.h"
#include "lint/base/message.h"
#include "lint/command/rumdl_config.h"
#include "lint/rule/option.h"
#include "lint/value/write.h"

static const struct value_spelling quoted = {SYNTAX_YAML, STYLE_DOUBLE_QUOTED};

/* rumdl writes `line-length`, markdownlint and stet `line_length`. */
static struct str option_name(struct str key, struct arena *arena)
{
    char *name = (char *)arena_str(arena, key).data;

    for (size_t i = 0; i < key.len; i++)
        if (name[i] == '-')
            name[i] = '_';
    return (struct str){name, key.len};
}

static void add_member(struct buf *options, const char *name, const struct value *value)
{
    buf_printf(options, "%s%s: ", options->len > 1 ? ", " : "", name);
    value_write(options, quoted, value);
}

/* Of rumdl's severities one has another name here. */
static void add_severity(struct buf *options, const struct value *value)
{
    if (value->kind != VALUE_STRING)
        return;
    if (str_is(value->text, "info"))
        buf_printf(options, "%sseverity: note", options->len > 1 ? ", " : "");
    else if (str_is(value->text, "warning") || str_is(value->text, "error"))
        add_member(options, "severity", value);
}

/* Appends `, name: value` when the rule has such an option. */
static void add_option(struct buf *options, const struct settings_target *target,
                       const struct entry *entry)
{
    struct str name = option_name(entry->key, target->arena);
    const struct option *option =
        target->rule->options ? option_find(target->rule, name) : NULL;
    struct mistake mistake;

    if (str_is(name, "severity"))
        add_severity(options, entry->value);
    else if (option && option_set(target, option, entry->value, &mistake))
        add_member(options, option->name, entry->value);
}

static bool has_option(const struct value *options, const char *name, struct arena *arena)
{
    for (uint32_t i = 0; options && i < options->count; i++)
        if (str_is(option_name(options->entries[i].key, arena), name))
            return true;
    return false;
}

/* What rumdl's rule on the length of lines has as its default, for any rule that has
 * such an option. */
static const struct value *line_length(const struct rumdl_config *config,
                                       const struct rule *rule,
                                       const struct value *options)
{
    if (!rule->options || !option_find(rule, STR("line_length")) ||
        has_option(options, "line_length", config->arena))
        return NULL;
    return rumdl_config_setting(config, "line_length");
}

/* `{name: value}`, or nothing when there is no option that stet has as well. */
static void add_options(struct buf *out, const struct rumdl_config *config,
                        uint32_t index)
{
    const struct rule *rule = config->table->rules[index];
    const struct value *given = config->rules[index].options;
    const struct value *length = line_length(config, rule, given);
    struct entry global = {.key = STR("line_length"), .value = (struct value *)length};
    struct settings_target target = {rule, NULL, config->arena};

    if (rule->options)
        target.settings = settings_new(rule, config->arena);
    buf_putc(out, '{');
    for (uint32_t i = 0; given && i < given->count; i++)
        add_option(out, &target, &given->entries[i]);
    if (length)
        add_option(out, &target, &global);
    if (out->len > 1)
        buf_putc(out, '}');
    else
        out->len = 0;
}

/* What is off is off, whatever its options are. */
static void add_rule(struct buf *out, const struct rumdl_config *config, uint32_t index)
{
    const struct rule *rule = config->table->rules[index];
    const char *name = rule->name;
    bool is_recommended = rule->presets & PRESET_RECOMMENDED;
    enum rumdl_state state = config->rules[index].state;
    struct buf options = BUF_INIT;

    if (state == RUMDL_OFF) {
        if (!config->only)
            buf_printf(out, "  %s: false\n", name);
        return;
    }
    if (config->only && state != RUMDL_ON)
        return;
    add_options(&options, config, index);
    if (options.len)
        buf_printf(out, "  %s: %.*s\n", name, (int)options.len, options.data);
    else if (state == RUMDL_ON && (config->only || !is_recommended))
        buf_printf(out, "  %s: true\n", name);
    buf_release(&options);
}

static void add_rules(struct buf *out, const struct rumdl_config *config,
                      const char *path)
{
    struct buf entries = BUF_INIT;

    if (config->only)
        buf_puts(&entries, "  default: false\n");
    for (uint32_t i = 0; i < config->table->count; i++)
        add_rule(&entries, config, i);
    if (entries.len)
        buf_printf(out, "rules: # of %s\n%.*s", path, (int)entries.len, entries.data);
    buf_release(&entries);
}

/* Where rumdl looks from the root of the file system, or from home, there are no
 * articles. */
static bool is_pattern(const struct value *item)
{
    return item->kind == VALUE_STRING && item->text.len &&
           !is_one_of(item->text.data[0], "/~");
}

/* The patterns of a list: each quoted, with `, ` before it. */
static void add_patterns(struct buf *out, const struct value *list)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        if (!is_pattern(list->entries[i].value))
            continue;
        buf_puts(out, ", ");
        value_write_string(out, quoted, list->entries[i].value->text);
    }
}

/* What is off for some files. */
static void add_override(struct buf *out, struct rumdl_config *config,
                         const struct entry *ignores)
{
    const struct value *names = ignores->value;
    bool *off = arena_array(config->arena, config->table->count, sizeof(*off));
    struct value pattern = {.kind = VALUE_STRING, .text = ignores->key};
    struct buf rules = BUF_INIT;
    uint32_t index;

    for (uint32_t i = 0; names->kind == VALUE_LIST && i < names->count; i++)
        if (names->entries[i].value->kind == VALUE_STRING &&
            rumdl_config_rule(config, names->entries[i].value->text, &index))
            off[index] = true;
    for (uint32_t i = 0; i < config->table->count; i++)
        if (off[i])
            buf_printf(&rules, "      %s: false\n", config->table->rules[i]->name);
    if (rules.len && is_pattern(&pattern)) {
        buf_puts(out, "  - files: [");
        value_write_string(out, quoted, pattern.text);
        buf_printf(out, "]\n    rules:\n%.*s", (int)rules.len, rules.data);
    }
    buf_release(&rules);
}

static void add_overrides(struct buf *out, struct rumdl_config *config)
{
    const struct value *ignores = rumdl_config_table(config, "per_file_ignores");
    struct buf entries = BUF_INIT;

    for (uint32_t i = 0; ignores && i < ignores->count; i++)
        add_override(&entries, config, &ignores->entries[i]);
    if (entries.len)
        buf_printf(out, "overrides:\n%.*s", (int)entries.len, entries.data);
    buf_release(&entries);
}

static void add_files(struct buf *out, const struct rumdl_config *config)
{
    const struct value *obeyed = rumdl_config_setting(config, "respect_gitignore");
    struct buf patterns = BUF_INIT;

    add_patterns(&patterns, rumdl_config_setting(config, "include"));
    if (patterns.len)
        buf_printf(out, "files: [%.*s]\n", (int)patterns.len - 2, patterns.data + 2);
    if (obeyed && obeyed->kind == VALUE_BOOL && !obeyed->boolean)
        buf_puts(out, "gitignore: false\n");
    buf_release(&patterns);
}

/* What stet.yaml cannot say. */
static void remark(struct buf *out, const struct rumdl_config *config, const char *path)
{
    for (size_t i = 0; i < config->strangers.count; i++)
        buf_printf(out, "# stet has no rule `%s`\n",
                   message_text(config->arena, config->strangers.items[i]));
    if (rumdl_config_setting(config, "extends"))
        buf_printf(out, "# what %s extends is not here\n", path);
}

static void take_over(struct init_import *import, struct rumdl_config *config,
                      const char *path)
{
    struct buf settings = BUF_INIT;

    add_files(&settings, config);
    add_rules(&settings, config, path);
    add_overrides(&settings, config);
    remark(&import->rules, config, path);
    buf_add_str(&import->rules, buf_str(&settings));
    buf_release(&settings);
    add_patterns(&import->ignore, rumdl_config_setting(config, "exclude"));
}

void init_rumdl(struct init_import *import, const char *path,
                const struct rule_table *table, struct arena *arena)
{
    struct rumdl_config config;

    if (rumdl_config_read(&config, path, table, arena))
        take_over(import, &config, path);
    else
        buf_printf(&import->rules, "# %s could not be read\n", path);
}

void init_import_release(struct init_import *import)
{
    buf_release(&import->config);
    buf_release(&import->rules);
    buf_release(&import->ignore);
}
