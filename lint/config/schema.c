/* schema.c - the JSON Schema of stet.yaml */

#include "lint/config/schema.h"

#include <stdio.h>

#include "lint/base/memory.h"
#include "lint/rule/profile.h"
#include "lint/value/json_write.h"

/*
 * Everything that does not depend on the rules, with ' for " to be readable here.
 */
static const char head[] =
    "{\n"
    "'$schema': 'https://json-schema.org/draft/2020-12/schema',\n"
    "'title': 'stet configuration',\n"
    "'description': 'stet.yaml, .stet.yaml (or .yml) or stet.json: which rules, options "
    "and schema "
    "hold for the files in this folder and below',\n"
    "'type': 'object',\n"
    "'additionalProperties': false,\n"
    "'properties': {\n"
    "  '$schema': {'description': 'This schema, for editors', 'type': 'string'},\n"
    "  'extends': {'description': 'Configs this one builds on, relative to its folder; "
    "later ones win over earlier ones',\n"
    "    'anyOf': [{'$ref': '#/$defs/path'},\n"
    "      {'type': 'array', 'maxItems': 100, 'items': {'$ref': '#/$defs/path'}}]},\n"
    "  'preset': {'$ref': '#/$defs/preset'},\n"
    "  'rules': {'$ref': '#/$defs/rules'},\n"
    "  'overrides': {'description': 'What holds for some of the files; where several "
    "match, later ones win',\n"
    "    'type': 'array', 'maxItems': 1000, 'items': {'$ref': '#/$defs/override'}},\n"
    "  'ignore': {'description': 'Files and folders to leave out, as in .gitignore, with "
    "{a,b} besides',\n"
    "    '$ref': '#/$defs/patterns'},\n"
    "  'files': {'description': 'Files in folders that are articles, instead of all "
    "Markdown; written as in .gitignore. Hidden folders are entered, too',\n"
    "    '$ref': '#/$defs/patterns'},\n"
    "  'gitignore': {'description': 'Are files left out that a .gitignore names?',\n"
    "    'type': 'boolean', 'default': true},\n"
    "  'inlineConfig': {'$ref': '#/$defs/inlineConfig'},\n"
    "  'extensions': {'description': 'Ends of names, as .txt, of files in folders that "
    "count as articles besides Markdown',\n"
    "    'type': 'array', 'maxItems': 100, 'items': {'type': 'string', 'minLength': "
    "1}},\n"
    "  'frontMatter': {'$ref': '#/$defs/frontMatter'},\n"
    "  'yaml': {'$ref': '#/$defs/yaml'}\n"
    "},\n";

static const char definitions[] =
    "'$defs': {\n"
    "'path': {'type': 'string', 'minLength': 1},\n"
    "'patterns': {'type': 'array', 'maxItems': 10000, 'items': {'type': 'string', "
    "'minLength': 1}},\n"
    "'frontMatter': {\n"
    "  'description': 'The YAML, TOML or JSON block at the start of a file',\n"
    "  'type': 'object',\n"
    "  'additionalProperties': false,\n"
    "  'properties': {\n"
    "    'schema': {'description': 'JSON Schema the block must fit, relative to the "
    "folder "
    "of the config; null for none',\n"
    "      'type': ['string', 'null'], 'minLength': 1},\n"
    "    'field': {'description': 'Field of the block whose value picks one of schemas; "
    "it comes before schema; null for none',\n"
    "      'type': ['string', 'null'], 'minLength': 1},\n"
    "    'schemas': {'description': 'The JSON Schema for each value of the field',\n"
    "      'type': 'object', 'minProperties': 1, 'maxProperties': 1000,\n"
    "      'additionalProperties': {'$ref': '#/$defs/path'}},\n"
    "    'remotes': {'description': 'Folders in the project that stand for the start of "
    "URIs in $ref and $schema; nothing is fetched',\n"
    "      'type': 'object', 'maxProperties': 100,\n"
    "      'propertyNames': {'pattern': '^[A-Za-z][A-Za-z0-9+.-]*:'},\n"
    "      'additionalProperties': {'$ref': '#/$defs/path'}},\n"
    "    'pattern': {'description': 'Regular expression for what comes before the "
    "Markdown, instead of the usual blocks; null for these',\n"
    "      'type': ['string', 'null'], 'minLength': 1},\n"
    "    'required': {'description': 'Must every file have such a block?',\n"
    "      'type': 'boolean', 'default': false}},\n"
    "  'if': {'required': ['field'], 'properties': {'field': {'type': 'string'}}},\n"
    "  'then': {'required': ['schemas']},\n"
    "  'dependentRequired': {'schemas': ['field']}},\n"
    "'override': {\n"
    "  'type': 'object',\n"
    "  'required': ['files'],\n"
    "  'additionalProperties': false,\n"
    "  'properties': {\n"
    "    'files': {'description': 'Which files, relative to the folder of the config, "
    "written as in .gitignore',\n"
    "      '$ref': '#/$defs/patterns'},\n"
    "    'preset': {'description': 'Starts over from this set of rules', '$ref': "
    "'#/$defs/preset'},\n"
    "    'rules': {'$ref': '#/$defs/rules'},\n"
    "    'frontMatter': {'$ref': '#/$defs/frontMatter', 'properties': {'remotes': "
    "false}},\n"
    "    'inlineConfig': {'$ref': '#/$defs/inlineConfig'},\n"
    "    'yaml': {'$ref': '#/$defs/yaml'}}},\n"
    "'inlineConfig': {'description': 'Do comments in articles switch rules off and "
    "on?',\n"
    "  'type': 'boolean', 'default': true},\n"
    "'severity': {'description': 'How grave the findings of a rule are',\n"
    "  'enum': ['note', 'warning', 'error']},\n"
    "'state': {'description': 'Off, on, or on with this severity',\n"
    "  'enum': [false, true, 'note', 'warning', 'error']},\n"
    "'tag': {'description': 'All rules with this tag',\n"
    "  'anyOf': [{'$ref': '#/$defs/state'},\n"
    "    {'type': 'object', 'additionalProperties': false,\n"
    "      'properties': {'severity': {'$ref': '#/$defs/severity'}}}]},\n";

/* JSON that is written with ' for ". */
static void write_fixed(struct buf *out, const char *text)
{
    for (; *text != '\0'; text++)
        buf_putc(out, *text == '\'' ? '"' : *text);
}

static void write_int(struct json_writer *json, const char *key, int number)
{
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", number);
    json_key(json, key);
    json_raw(json, str_from(digits));
}

static void write_names(struct json_writer *json, const char *const *names)
{
    json_key(json, "enum");
    json_open(json, '[');
    for (; *names; names++)
        json_string(json, str_from(*names));
    json_close(json, ']');
}

static void write_integer(struct json_writer *json, const struct option *option)
{
    json_member(json, "type", STR("integer"));
    write_int(json, "minimum", option->minimum);
    if (option->maximum != 0)
        write_int(json, "maximum", option->maximum);
}

static void write_per_level(struct json_writer *json, const struct option *option)
{
    json_key(json, "anyOf");
    json_open(json, '[');
    json_open(json, '{');
    write_integer(json, option);
    json_close(json, '}');
    json_open(json, '{');
    json_member(json, "type", STR("array"));
    json_key(json, "items");
    json_open(json, '{');
    write_integer(json, option);
    json_close(json, '}');
    write_int(json, "maxItems", 6);
    json_close(json, '}');
    json_close(json, ']');
}

static void write_type(struct json_writer *json, const struct option *option)
{
    switch (option->type) {
    case OPTION_BOOL:
        json_member(json, "type", STR("boolean"));
        break;
    case OPTION_INTEGER:
        write_integer(json, option);
        break;
    case OPTION_STRING:
        json_member(json, "type", STR("string"));
        break;
    case OPTION_CHOICE:
        write_names(json, option->choices);
        break;
    case OPTION_PATTERN:
        json_member(json, "type", STR("string"));
        json_member(json, "format", STR("regex"));
        break;
    case OPTION_STRINGS:
        json_member(json, "type", STR("array"));
        json_key(json, "items");
        json_raw(json, STR("{\"type\":\"string\"}"));
        break;
    case OPTION_PER_LEVEL:
        write_per_level(json, option);
        break;
    case OPTION_END:
        break;
    }
}

static void write_option(struct json_writer *json, const struct option *option)
{
    json_newline(json);
    json_key(json, option->name);
    json_open(json, '{');
    json_member(json, "description", str_from(option->help));
    write_type(json, option);
    json_key(json, "default");
    json_raw(json, str_from(option->initial));
    json_close(json, '}');
}

/* A key with one member, {"$ref": "#/$defs/…"}. */
static void write_ref(struct json_writer *json, const char *key, struct str target)
{
    json_key(json, key);
    json_open(json, '{');
    json_member(json, "$ref", target);
    json_close(json, '}');
}

static void write_rule(struct json_writer *json, const struct rule *rule)
{
    const struct option *option = rule->options;

    json_newline(json);
    json_key(json, rule->name);
    json_open(json, '{');
    json_member(json, "description", str_from(rule->summary));
    json_key(json, "anyOf");
    json_open(json, '[');
    json_raw(json, STR("{\"$ref\":\"#/$defs/state\"}"));
    json_open(json, '{');
    json_member(json, "type", STR("object"));
    json_member_bool(json, "additionalProperties", false);
    json_key(json, "properties");
    json_open(json, '{');
    write_ref(json, "severity", STR("#/$defs/severity"));
    for (; option && option->type != OPTION_END; option++)
        write_option(json, option);
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
}

/* Code and aliases mean the same as the name. */
static void write_other_names(struct json_writer *json, const struct rule *rule)
{
    const char *aliases = rule->aliases;
    struct str alias;
    char name[128], target[128];

    snprintf(target, sizeof(target), "#/$defs/rules/properties/%s", rule->name);
    json_newline(json);
    write_ref(json, rule->code, str_from(target));
    while (aliases && (alias = rule_next_word(&aliases)).len > 0) {
        snprintf(name, sizeof(name), "%.*s", (int)alias.len, alias.data);
        write_ref(json, name, str_from(target));
    }
}

static void write_tags(struct json_writer *json, const struct rule_table *table)
{
    struct arena arena;

    arena_init(&arena);
    struct str_list tags = rule_table_tags(table, &arena);

    for (size_t i = 0; i < tags.count; i++) {
        /* A tag that is also the name of a rule means the rule. */
        if (rule_table_has(table, tags.items[i]))
            continue;
        json_newline(json);
        write_ref(json, arena_str(&arena, tags.items[i]).data, STR("#/$defs/tag"));
    }
    arena_release(&arena);
}

/* What holds for the rules that are not named. */
static void write_default(struct json_writer *json)
{
    json_newline(json);
    json_key(json, "default");
    json_open(json, '{');
    json_member(json, "description",
                STR("The rules that are not named: off, as the preset says, or those "
                    "that are on with this severity"));
    json_member(json, "$ref", STR("#/$defs/state"));
    json_close(json, '}');
}

static void write_rules(struct json_writer *json, const struct rule_table *table)
{
    json_key(json, "rules");
    json_open(json, '{');
    json_member(json, "description",
                STR("Rules by name, code or tag: false, true, a severity, or a map of "
                    "options; of several that name a rule, later ones win"));
    json_member(json, "type", STR("object"));
    json_member_bool(json, "additionalProperties", false);
    json_key(json, "properties");
    json_open(json, '{');
    write_default(json);
    for (uint32_t i = 0; i < table->count; i++)
        write_rule(json, table->rules[i]);
    for (uint32_t i = 0; i < table->count; i++)
        write_other_names(json, table->rules[i]);
    write_tags(json, table);
    json_close(json, '}');
    json_close(json, '}');
}

/* {"generator": one of the table's} */
static void write_yaml(struct json_writer *json)
{
    const char *name;

    json_key(json, "yaml");
    json_open(json, '{');
    json_member(json, "description", STR("Who else reads the YAML of the files"));
    json_member(json, "type", STR("object"));
    json_member_bool(json, "additionalProperties", false);
    json_key(json, "properties");
    json_open(json, '{');
    json_key(json, "generator");
    json_open(json, '{');
    json_member(json, "description",
                STR("What builds the site: only values that it reads differently are "
                    "ambiguous"));
    json_key(json, "enum");
    json_open(json, '[');
    for (unsigned i = 0; (name = yaml_generator_at(i)); i++)
        json_string(json, str_from(name));
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, '}');
}

void config_schema_write(struct buf *out, const struct rule_table *table)
{
    struct json_writer json = {out, false};

    write_fixed(out, head);
    write_fixed(out, definitions);
    json_key(&json, "preset");
    json_open(&json, '{');
    json_member(&json, "description", STR("The set of rules to start from"));
    write_names(&json, preset_names);
    json_member(&json, "default", str_from(preset_names[PRESET_NAME_RECOMMENDED]));
    json_close(&json, '}');
    json_newline(&json);
    write_yaml(&json);
    json_newline(&json);
    write_rules(&json, table);
    buf_puts(out, "\n}\n}\n");
}

static const struct schema *compile(struct buf *text, const char *name,
                                    struct arena *arena)
{
    struct schema_options options = schema_options_default(STR(""));
    struct value_tree tree;
    struct schema_error error;
    struct str copy = arena_str(arena, buf_str(text));

    buf_release(text);
    json_read(arena,
              (struct value_input){copy.data, span_make(0, (uint32_t)copy.len),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    if (tree.problem_count > 0)
        bug("the schema of a config is no JSON");
    const struct schema *schema =
        schema_compile(arena, &tree, str_from(name), &options, &error);

    if (!schema)
        bug("the schema of a config does not compile");
    return schema;
}

const struct schema *config_schema_compile(const struct rule_table *table,
                                           struct arena *arena)
{
    struct buf text = BUF_INIT;

    config_schema_write(&text, table);
    return compile(&text, "stet:config", arena);
}

const struct schema *config_schema_compile_fixed(const char *fixed, struct arena *arena)
{
    struct buf text = BUF_INIT;

    write_fixed(&text, fixed);
    return compile(&text, "stet:fixed", arena);
}
