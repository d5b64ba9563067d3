/* init_rumdl.c - what a config of rumdl's says, for stet init */

#include "lint/command/init_rumdl.h"

#include "lint/base/message.h"
#include "lint/files/file.h"
#include "lint/rule/option.h"
#include "lint/value/write.h"

/* A config has a few kilobytes. */
enum { RUMDL_MAX_BYTES = 1024 * 1024 };

static const struct value_spelling quoted = {SYNTAX_YAML, STYLE_DOUBLE_QUOTED};

struct reading {
    struct buf entries;  /* of `rules` */
    struct buf comments; /* before them */
    bool *written;       /* by the index of the rule: it has an entry */
    const struct rule_table *table;
    struct arena *arena;
};

/* The rule of a code or name; NULL when it has an entry or, after a comment, when stet
 * has no such rule. */
static const struct rule *find_rule(struct reading *reading, struct str name)
{
    uint32_t index;

    if (rule_table_find(reading->table, name, &index))
        return reading->written[index] ? NULL : reading->table->rules[index];
    buf_printf(&reading->comments, "# stet has no rule `%s`\n",
               message_text(reading->arena, name));
    return NULL;
}

static void add_entry(struct reading *reading, const struct rule *rule, struct str state)
{
    buf_printf(&reading->entries, "  %s: %.*s\n", rule->name, (int)state.len, state.data);
    reading->written[rule_table_index(reading->table, rule)] = true;
}

/* `NAME: false` for each name in a list. */
static void add_list(struct reading *reading, const struct value *list, const char *state)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        const struct value *item = list->entries[i].value;
        const struct rule *rule =
            item->kind == VALUE_STRING ? find_rule(reading, item->text) : NULL;

        if (rule)
            add_entry(reading, rule, str_from(state));
    }
}

/* rumdl writes `line-length`, markdownlint and stet `line_length`. */
static struct str option_name(struct str key, struct arena *arena)
{
    char *name = (char *)arena_str(arena, key).data;

    for (size_t i = 0; i < key.len; i++)
        if (name[i] == '-')
            name[i] = '_';
    return (struct str){name, key.len};
}

/* Appends `, name: value` when the rule has such an option. */
static void add_option(struct buf *options, const struct settings_target *target,
                       const struct entry *entry)
{
    struct str name = option_name(entry->key, target->arena);
    const struct option *option = option_find(target->rule, name);
    struct mistake mistake;

    if (!option || !option_set(target, option, entry->value, &mistake))
        return;
    buf_printf(options, "%s%s: ", options->len > 1 ? ", " : "", option->name);
    value_write(options, quoted, entry->value);
}

static void add_rule(struct reading *reading, const struct entry *entry)
{
    const struct rule *rule = find_rule(reading, entry->key);
    struct buf options = BUF_INIT;
    struct settings_target target;

    buf_putc(&options, '{');
    if (!rule || !rule->options) {
        buf_release(&options);
        return;
    }
    target = (struct settings_target){rule, settings_new(rule, reading->arena),
                                      reading->arena};
    for (uint32_t i = 0; i < entry->value->count; i++)
        add_option(&options, &target, &entry->value->entries[i]);
    buf_putc(&options, '}');
    if (options.len > 2)
        add_entry(reading, rule, buf_str(&options));
    buf_release(&options);
}

/* What is off is off, whatever its options are. */
static void add_rules(struct reading *reading, const struct value *root)
{
    const struct value *global = value_get(root, "global");

    add_list(reading, value_get(global, "disable"), "false");
    add_list(reading, value_get(global, "extend-disable"), "false");
    for (uint32_t i = 0; i < root->count; i++)
        if (root->entries[i].value->kind == VALUE_MAP &&
            root->entries[i].value != global &&
            !str_is(root->entries[i].key, "per-file-ignores"))
            add_rule(reading, &root->entries[i]);
    add_list(reading, value_get(global, "extend-enable"), "true");
}

static void add_ignored(struct buf *out, const struct value *list)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        if (list->entries[i].value->kind != VALUE_STRING)
            continue;
        buf_puts(out, ", ");
        value_write_string(out, quoted, list->entries[i].value->text);
    }
}

static const struct value *read_config(struct reading *reading, const char *path)
{
    struct buf text = BUF_INIT;
    struct value_tree tree = {.root = NULL};
    const char *reason;

    if (file_read(path, RUMDL_MAX_BYTES, &text, &reason)) {
        struct str copy = arena_str(reading->arena, buf_str(&text));

        toml_read(reading->arena,
                  (struct value_input){copy.data, span_make(0, (uint32_t)copy.len),
                                       VALUE_MAX_NODES},
                  &tree);
    }
    buf_release(&text);
    return tree.problem_count ? NULL : tree.root;
}

static void finish(struct reading *reading, const char *path, struct buf *out)
{
    buf_add_str(out, buf_str(&reading->comments));
    if (reading->entries.len)
        buf_printf(out, "rules: # of %s\n%.*s", path, (int)reading->entries.len,
                   reading->entries.data);
    buf_release(&reading->comments);
    buf_release(&reading->entries);
}

void init_rumdl(struct init_import *import, const char *path,
                const struct rule_table *table, struct arena *arena)
{
    struct reading reading = {.entries = BUF_INIT,
                              .comments = BUF_INIT,
                              .written = arena_array(arena, table->count, sizeof(bool)),
                              .table = table,
                              .arena = arena};
    const struct value *root = read_config(&reading, path);

    if (root && root->kind == VALUE_MAP) {
        add_rules(&reading, root);
        add_ignored(&import->ignore, value_get(value_get(root, "global"), "exclude"));
    } else {
        buf_printf(&reading.comments, "# %s could not be read\n", path);
    }
    finish(&reading, path, &import->rules);
}

void init_import_release(struct init_import *import)
{
    buf_release(&import->config);
    buf_release(&import->rules);
    buf_release(&import->ignore);
}
