/* front_matter.c - `frontMatter` of a config: schemas, and which one applies */

#include "lint/config/front_matter.h"

#include "lint/base/message.h"
#include "lint/config/wrong_schema.h"
#include "lint/files/path.h"
#include "lint/pattern/regex.h"
#include "lint/value/json_write.h"

const struct schema *config_read_schema(struct config_reader *reader, struct str path,
                                        const struct config_file *config,
                                        const struct config_place *place)
{
    struct schema_options options;
    struct schema_error error = {0};
    struct str real, key;
    void *known;

    if (!config_find(reader, path, place, &real))
        return NULL;
    key = arena_format(reader->arena, "%p %.*s", (const void *)config, (int)real.len,
                       real.data);
    if (str_map_get(&reader->schemas, key, &known))
        return known;
    if (config)
        options = config->schemas;
    else
        options = schema_options_default(path_project(reader->arena, path_folder(real)));
    options.allowed = reader->reach.allowed;
    options.log = &reader->log;
    const struct schema *schema = schema_load(reader->arena, real.data, &options, &error);

    if (!schema)
        config_complain_of_schema(reader, place, &error, &options);
    str_map_put(&reader->schemas, reader->arena, key, (void *)(uintptr_t)schema);
    return schema;
}

/* A schema of the values that the field may have, which reports any other with what was
 * probably meant: {"properties": {NAME: {"enum": [VALUE, …]}}}. */
static const struct schema *values_schema(struct config_reader *reader, struct str name,
                                          const struct value *schemas)
{
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error;
    struct value_tree tree;
    struct buf text = BUF_INIT;
    struct json_writer json = {&text, false};

    buf_puts(&text, "{\"properties\":{");
    json_add_string(&text, name);
    buf_puts(&text, ":{\"enum\":[");
    for (uint32_t i = 0; i < schemas->count; i++)
        json_string(&json, schemas->entries[i].key);
    buf_puts(&text, "]}}}");
    struct str copy = arena_str(reader->arena, buf_str(&text));

    buf_release(&text);
    json_read(reader->arena,
              (struct value_input){copy.data, span_make(0, (uint32_t)copy.len),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    return schema_compile(reader->arena, &tree, STR("stet:field"), &options, &error);
}

/* The schema that a value of the config names. */
static const struct schema *read_schema(struct config_reader *reader,
                                        const struct config_file *file,
                                        const struct value *value)
{
    struct config_place place = {.file = file, .span = value->span};

    if (reader->without_schemas)
        return NULL;
    return config_read_schema(reader, config_resolve(reader, file, value->text), file,
                              &place);
}

static const struct schema_field *take_field(struct config_reader *reader,
                                             const struct config_file *file,
                                             struct str name, const struct value *schemas)
{
    struct schema_field *field = arena_alloc(reader->arena, sizeof(*field));
    struct schema_by_value *rows =
        arena_array(reader->arena, schemas->count, sizeof(*rows));

    for (uint32_t i = 0; i < schemas->count; i++) {
        const struct entry *entry = &schemas->entries[i];

        rows[i].value = entry->key;
        rows[i].schema = read_schema(reader, file, entry->value);
    }
    *field = (struct schema_field){name, rows, schemas->count,
                                   values_schema(reader, name, schemas)};
    return field;
}

const struct regex *config_read_pattern(struct config_reader *reader,
                                        const struct config_file *file,
                                        const struct value *value)
{
    struct regex_error error;
    const struct regex *regex;

    if (!value || value->kind != VALUE_STRING || !value->text.len)
        return NULL;
    regex = regex_compile(reader->arena, value->text, 0, &error);
    if (!regex)
        config_complain(reader, file, value->span,
                        arena_format(reader->arena,
                                     "no regular expression: %s at character %zu",
                                     error.message, error.offset + 1));
    return regex;
}

void config_take_front_matter(struct config_reader *reader,
                              const struct config_file *file, const struct value *map,
                              struct config_front_matter *out)
{
    const struct value *schema = value_get(map, "schema");
    const struct value *field = value_get(map, "field");
    const struct value *required = value_get(map, "required");
    const struct value *pattern = value_get(map, "pattern");

    out->schema_given = schema != NULL;
    if (schema && schema->kind == VALUE_STRING)
        out->schema = read_schema(reader, file, schema);
    out->field_given = field != NULL;
    if (field && field->kind == VALUE_STRING)
        out->field = take_field(reader, file, field->text, value_get(map, "schemas"));
    out->pattern_given = pattern != NULL;
    out->pattern = config_read_pattern(reader, file, pattern);
    if (required) {
        out->required_given = true;
        out->required = required->boolean;
    }
}

/* A folder of schemas: like everything that schemas refer to, inside the project. */
static void add_remote(struct config_reader *reader, const struct config_file *file,
                       const struct entry *entry, struct schema_remote *remote)
{
    struct str folder = config_resolve(reader, file, entry->value->text);
    struct inside_place place = reach_find(reader->arena, &reader->reach, folder);
    const char *shown = message_text(reader->arena, entry->value->text);
    bool slash = str_ends(entry->key, STR("/"));

    *remote = (struct schema_remote){entry->key, place.real};
    if (!slash)
        remote->prefix =
            arena_format(reader->arena, "%.*s/", (int)entry->key.len, entry->key.data);
    if (place.kind == INSIDE_LEAVES)
        config_complain(reader, file, entry->value->span,
                        arena_format(reader->arena,
                                     "the folder `%s` lies outside of the project",
                                     shown));
    else if (place.kind == INSIDE_UNKNOWN)
        config_complain(reader, file, entry->value->span,
                        arena_format(reader->arena, "`%s` cannot be looked into: %s",
                                     shown, place.reason));
    else if (place.kind != INSIDE_FOLDER)
        config_complain(reader, file, entry->value->span,
                        arena_format(reader->arena, "`%s` is no folder", shown));
}

/* The remotes of the configs it extends, in their order, its own last. */
static void gather_remotes(struct config_reader *reader, struct config_file *file)
{
    struct schema_remote *all;
    uint32_t count = 0;

    for (uint32_t i = 0; i < file->layer_count; i++)
        count += file->layers[i]->remote_count;
    all = arena_array(reader->arena, count, sizeof(*all));
    file->schemas.remotes = all;
    file->schemas.remote_count = count;
    for (uint32_t i = 0; i < file->layer_count; i++)
        for (uint32_t j = 0; j < file->layers[i]->remote_count; j++)
            *all++ = file->layers[i]->remotes[j];
}

void config_take_remotes(struct config_reader *reader, struct config_file *file,
                         const struct value *map)
{
    struct schema_remote *remotes;
    uint32_t count = map ? map->count : 0;

    file->schemas = schema_options_default(reader->reach.root);
    file->schemas.allowed = reader->reach.allowed;
    remotes = arena_array(reader->arena, count, sizeof(*remotes));
    for (uint32_t i = 0; i < count; i++)
        add_remote(reader, file, &map->entries[i], &remotes[i]);
    file->remotes = remotes;
    file->remote_count = count;
    gather_remotes(reader, file);
}
