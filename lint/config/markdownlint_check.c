/* markdownlint_check.c - mistakes in configs of markdownlint's */

#include "lint/config/markdownlint_check.h"

#include "lint/base/message.h"
#include "lint/base/suggest.h"
#include "lint/config/front_matter.h"
#include "lint/config/schema.h"
#include "lint/rule/option.h"
#include "lint/rule/set.h"

/* The object of markdownlint-cli2, up to its version 0.24. */
static const char options_schema[] =
    "{'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object',\n"
    "'properties': {\n"
    "  'config': {'type': 'object'},\n"
    "  'fix': {'type': 'boolean'},\n"
    "  'frontMatter': {'type': ['string', 'null']},\n"
    "  'gitignore': {'type': ['boolean', 'string']},\n"
    "  'globs': {'$ref': '#/$defs/texts'},\n"
    "  'ignores': {'$ref': '#/$defs/texts'},\n"
    "  'noBanner': {'type': 'boolean'},\n"
    "  'noInlineConfig': {'type': 'boolean'},\n"
    "  'noProgress': {'type': 'boolean'},\n"
    "  'showFound': {'type': 'boolean'},\n"
    "  'overrides': {'type': 'array', 'maxItems': 1000, 'items': {'type': 'object',\n"
    "    'required': ['filter', 'config', 'combine'],\n"
    "    'properties': {'filter': {'$ref': '#/$defs/texts'}, 'config': {'type': "
    "'object'},\n"
    "      'combine': {'enum': ['merge', 'replace']}}}}},\n"
    "'$defs': {'texts': {'type': 'array', 'maxItems': 10000, 'items': {'type': "
    "'string'}}}}";

/* The keys of that object that have no effect here, or whose effect is not one on
 * findings. */
static const char *const other_keys[] = {"$schema", "fix", "noBanner", "noProgress",
                                         "showFound"};

/* Those that are taken. */
static const char *const taken_keys[] = {"config",   "frontMatter", "gitignore",
                                         "globs",    "ignores",     "noInlineConfig",
                                         "overrides"};

/* Those that name JavaScript. */
static const char *const script_keys[] = {"customRules", "markdownItPlugins",
                                          "modulePaths", "outputFormatters"};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* A map with more keys holds no rules: markdownlint has some 200 names for them. */
enum { MAX_KEYS = 1000 };

struct checking {
    struct config_reader *reader;
    const struct config_file *file;
    bool good;
};

static void note(const struct checking *checking, struct span span, struct str message)
{
    const struct config_file *file = checking->file;

    config_note(checking->reader,
                arena_format(checking->reader->arena, "%s:%u: %s", file->shown.data,
                             source_line(&file->source, span.start) + 1, message.data));
}

static void check_option(struct checking *checking, const struct rule *rule,
                         const struct entry *entry)
{
    struct arena *arena = checking->reader->arena;
    const struct option *option = option_find(rule, entry->key);
    struct settings_target target = {rule, settings_new(rule, arena), arena};
    struct mistake mistake;

    if (str_is(entry->key, "severity") || str_is(entry->key, "enabled"))
        return;
    if (!option) {
        mistake = option_unknown(rule, entry, arena);
        note(checking, mistake.span, mistake.message);
    } else if (!option_set(&target, option, entry->value, &mistake)) {
        config_pass_on(checking->reader, checking->file, &mistake);
        checking->good = false;
    }
}

static void check_rule(struct checking *checking, const struct rule *rule,
                       const struct value *value)
{
    for (uint32_t i = 0; value->kind == VALUE_MAP && i < value->count; i++)
        check_option(checking, rule, &value->entries[i]);
}

static bool names_no_rule(struct str key)
{
    return str_equal_ignore_case(key, STR("default")) || str_is(key, "extends") ||
           str_is(key, "$schema");
}

static void check_entry(struct checking *checking, const struct entry *entry)
{
    const struct rule_table *table = checking->reader->table;
    struct rule_set rules = rule_set_of_markdownlint(table, entry->key);
    uint32_t index;

    if (names_no_rule(entry->key))
        return;
    if (rule_set_empty(&rules))
        note(checking, entry->key_span,
             rule_table_unknown(table, entry->key, checking->reader->arena));
    else if (rule_table_find(table, entry->key, &index))
        check_rule(checking, table->rules[index], entry->value);
}

bool markdownlint_check_rules(struct config_reader *reader,
                              const struct config_file *file, const struct value *map)
{
    struct checking checking = {reader, file, true};

    if (map->count > MAX_KEYS) {
        config_complain(reader, file, map->entries[MAX_KEYS].key_span,
                        arena_format(reader->arena, "more than %d rules", MAX_KEYS));
        return false;
    }
    for (uint32_t i = 0; i < map->count; i++)
        check_entry(&checking, &map->entries[i]);
    return checking.good;
}

static bool is_in(struct str key, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(key, keys[i]))
            return true;
    return false;
}

static void note_unknown(const struct checking *checking, const struct entry *entry)
{
    struct arena *arena = checking->reader->arena;
    struct str names[COUNT(taken_keys)];
    struct str nearest;
    const char *key = message_text(arena, entry->key);

    for (size_t i = 0; i < COUNT(taken_keys); i++)
        names[i] = str_from(taken_keys[i]);
    nearest = suggest_nearest(entry->key, names, COUNT(names));
    note(checking, entry->key_span,
         nearest.len ? arena_format(arena, "unknown key `%s`; did you mean `%.*s`?", key,
                                    (int)nearest.len, nearest.data)
                     : arena_format(arena, "unknown key `%s`", key));
}

static bool is_empty_list(const struct value *value)
{
    return value->kind == VALUE_LIST && !value->count;
}

static void check_key(const struct checking *checking, const struct entry *entry)
{
    struct config_reader *reader = checking->reader;

    if (is_in(entry->key, taken_keys, COUNT(taken_keys)) ||
        is_in(entry->key, other_keys, COUNT(other_keys)))
        return;
    if (!is_in(entry->key, script_keys, COUNT(script_keys)))
        note_unknown(checking, entry);
    else if (!is_empty_list(entry->value))
        config_cannot_honour(reader, arena_format(reader->arena, "`%.*s` of `%s`",
                                                  (int)entry->key.len, entry->key.data,
                                                  checking->file->shown.data));
}

static const struct schema *schema_of_options(struct config_reader *reader)
{
    if (!reader->foreign_schema)
        reader->foreign_schema =
            config_schema_compile_fixed(options_schema, reader->arena);
    return reader->foreign_schema;
}

bool markdownlint_check_options(struct config_reader *reader,
                                const struct config_file *file,
                                const struct value_tree *tree)
{
    struct checking checking = {reader, file, true};
    uint32_t count;
    const struct violation *violations = schema_explain(
        schema_of_options(reader), tree, file->source.data, reader->arena, &count);

    for (uint32_t i = 0; i < count; i++)
        config_pass_on(reader, file, &violations[i].mistake);
    if (count)
        return false;
    count = reader->error_count;
    config_read_pattern(reader, file, value_get(tree->root, "frontMatter"));
    for (uint32_t i = 0; i < tree->root->count; i++)
        check_key(&checking, &tree->root->entries[i]);
    return reader->error_count == count;
}
