/* file.c - reads and checks one config, with what it extends */

#include "lint/config/file.h"

#include "lint/base/message.h"
#include "lint/config/front_matter.h"
#include "lint/config/load.h"
#include "lint/config/markdownlint.h"
#include "lint/config/markdownlint_file.h"
#include "lint/config/schema.h"
#include "lint/files/path.h"
#include "lint/rule/markdownlint.h"

static const struct span whole_file = {0, 0};

/* An empty file is an empty config. */
static bool is_empty(const struct value_tree *tree)
{
    return !tree->root || tree->root->kind == VALUE_NULL;
}

/* The content of a key as it is written: the names of rules need no escapes. */
static struct str key_at(const struct config_file *file, struct span span)
{
    struct str key = source_text(&file->source, span);

    if (key.len >= 2 && (key.data[0] == '"' || key.data[0] == '\''))
        return (struct str){key.data + 1, key.len - 2};
    return key;
}

/* A rule that markdownlint has and stet lacks is no mistake. */
static bool note_absence(struct config_reader *reader, const struct config_file *file,
                         const struct mistake *mistake)
{
    struct str key = key_at(file, mistake->span);
    struct str absence;

    if (!markdownlint_has_rule(key))
        return false;
    absence = rule_table_unknown(reader->table, key, reader->arena);
    config_note(reader, arena_format(reader->arena, "%s:%u: %s", file->shown.data,
                                     source_line(&file->source, mistake->span.start) + 1,
                                     absence.data));
    return true;
}

/* False when it is no reason not to use the config. */
static bool complain_of_violation(struct config_reader *reader,
                                  const struct config_file *file,
                                  const struct violation *violation)
{
    struct mistake mistake = violation->mistake;

    /* For the schema a rule is a property like any other; for people it is not. */
    bool is_rule =
        str_ends(violation->schema_location, STR("/$defs/rules/additionalProperties"));

    if (is_rule && note_absence(reader, file, &mistake))
        return false;
    if (is_rule && !config_is_full(reader))
        mistake.message =
            rule_table_unknown(reader->table, key_at(file, mistake.span), reader->arena);
    config_pass_on(reader, file, &mistake);
    return true;
}

static bool check(struct config_reader *reader, const struct config_file *file,
                  const struct value_tree *tree)
{
    uint32_t count;
    bool usable = true;

    if (!reader->schema)
        reader->schema = config_schema_compile(reader->table, reader->arena);
    const struct violation *violations =
        schema_explain(reader->schema, tree, file->source.data, reader->arena, &count);

    for (uint32_t i = 0; i < count; i++)
        usable &= !complain_of_violation(reader, file, &violations[i]);
    return usable;
}

static void add_layer(struct config_reader *reader, struct config_file *file,
                      const struct config_file *layer)
{
    for (uint32_t i = 0; i < file->layer_count; i++) {
        if (file->layers[i] == layer)
            return;
    }
    if (file->layer_count == CONFIG_MAX_LAYERS)
        config_complain(reader, file, whole_file,
                        arena_format(reader->arena,
                                     "more than %d configs are extended, all in all",
                                     CONFIG_MAX_LAYERS));
    /* One too many is reported once; further ones are dropped. */
    if (file->layer_count <= CONFIG_MAX_LAYERS)
        file->layers[file->layer_count++] = layer;
}

/* A file may be valid in one project and name what is outside of another. */
static struct str file_key(struct config_reader *reader, struct str real)
{
    struct str root = reader->reach.root;

    return arena_format(reader->arena, "%.*s %.*s", (int)root.len, root.data,
                        (int)real.len, real.data);
}

static bool is_being_read(struct config_reader *reader, struct str real)
{
    void *known = NULL;

    return str_map_get(&reader->files, file_key(reader, real), &known) && known &&
           ((struct config_file *)known)->reading;
}

static const struct config_file *read_once(struct config_reader *reader, struct str path,
                                           struct str real,
                                           const struct config_place *place);

static void extend(struct config_reader *reader, struct config_file *file,
                   const struct value *value)
{
    struct config_place place = {.file = file, .span = value->span};
    struct str real;

    if (!config_find(reader, config_resolve(reader, file, value->text), &place, &real))
        return;
    if (is_being_read(reader, real)) {
        config_complain(reader, file, value->span,
                        arena_format(reader->arena,
                                     "`extends` comes back to `%s`, which leads here",
                                     message_text(reader->arena, value->text)));
        return;
    }
    if (reader->depth == CONFIG_MAX_DEPTH) {
        config_complain(reader, file, value->span,
                        arena_format(reader->arena, "more than %d levels of `extends`",
                                     CONFIG_MAX_DEPTH));
        return;
    }
    uint32_t errors = reader->error_count;
    const struct config_file *base = read_once(reader, real, real, &place);

    if (base) {
        for (uint32_t i = 0; i < base->layer_count; i++)
            add_layer(reader, file, base->layers[i]);
    } else if (reader->error_count == errors) {
        /* It was reported before; this file cannot be used either. */
        config_complain(reader, file, value->span,
                        arena_format(reader->arena, "`%s` has errors",
                                     message_text(reader->arena, value->text)));
    }
}

static void take_extends(struct config_reader *reader, struct config_file *file,
                         const struct value *value)
{
    file->layers =
        arena_array(reader->arena, CONFIG_MAX_LAYERS + 1, sizeof(*file->layers));
    if (value && value->kind == VALUE_STRING)
        extend(reader, file, value);
    for (uint32_t i = 0; value && i < value->count; i++)
        extend(reader, file, value->entries[i].value);
    add_layer(reader, file, file);
}

static void take_patterns(struct config_reader *reader, const struct config_file *file,
                          const struct value *list, struct ignore_list *patterns)
{
    for (uint32_t i = 0; list && i < list->count; i++) {
        const struct value *item = list->entries[i].value;
        const char *reason;

        if (!ignore_add(patterns, item->text, reader->arena, &reason))
            config_complain(reader, file, item->span,
                            arena_format(reader->arena, "`%s` is no pattern: %s",
                                         message_text(reader->arena, item->text),
                                         reason));
    }
}

static struct str text_of(const struct value *value)
{
    return value ? value->text : STR("");
}

static struct str generator_of(const struct value *map)
{
    return text_of(value_get(value_get(map, "yaml"), "generator"));
}

static struct config_comments comments_of(const struct value *map)
{
    const struct value *given = value_get(map, "inlineConfig");

    return (struct config_comments){given, given && given->boolean};
}

/* Which files in folders the config is about. */
static void take_scope(struct config_reader *reader, struct config_file *file,
                       const struct value *root)
{
    const struct value *gitignore = value_get(root, "gitignore");
    const struct value *files = value_get(root, "files");

    take_patterns(reader, file, value_get(root, "ignore"), &file->ignore);
    take_patterns(reader, file, files, &file->files);
    file->files_given = files;
    file->gitignore_given = gitignore;
    file->gitignore = gitignore && gitignore->boolean;
    file->extensions = value_get(root, "extensions");
}

/* Where the mistakes in a `rules` map are reported. */
struct complaint {
    struct config_reader *reader;
    const struct config_file *file;
};

static void on_rule_mistake(void *context, const struct mistake *mistake)
{
    const struct complaint *complaint = context;

    config_pass_on(complaint->reader, complaint->file, mistake);
}

/* Applies the rules to a profile that is thrown away, so that nothing can go wrong with
 * them later. */
static const struct value *take_rules(struct config_reader *reader,
                                      const struct config_file *file,
                                      const struct value *map)
{
    struct complaint complaint = {reader, file};
    struct profile profile;

    if (!map)
        return NULL;
    profile_init(&profile, reader->table, PRESET_NAME_ALL, reader->arena);
    for (uint32_t i = 0; i < map->count; i++)
        profile_apply(&profile, reader->table, &map->entries[i], reader->arena,
                      on_rule_mistake, &complaint);
    return map;
}

static void take_overrides(struct config_reader *reader, struct config_file *file,
                           const struct value *list)
{
    if (!list)
        return;
    struct config_override *overrides =
        arena_array(reader->arena, list->count, sizeof(*overrides));

    for (uint32_t i = 0; i < list->count; i++) {
        const struct value *item = list->entries[i].value;
        struct config_override *override = &overrides[i];

        take_patterns(reader, file, value_get(item, "files"), &override->files);
        override->preset_given =
            preset_find(text_of(value_get(item, "preset")), &override->preset);
        override->rules = take_rules(reader, file, value_get(item, "rules"));
        config_take_front_matter(reader, file, value_get(item, "frontMatter"),
                                 &override->front_matter);
        override->comments = comments_of(item);
        override->yaml_generator = generator_of(item);
    }
    file->overrides = overrides;
    file->override_count = list->count;
}

static void take_all(struct config_reader *reader, struct config_file *file,
                     const struct value *root)
{
    take_extends(reader, file, value_get(root, "extends"));
    file->preset_given = preset_find(text_of(value_get(root, "preset")), &file->preset);
    file->rules = take_rules(reader, file, value_get(root, "rules"));
    config_take_remotes(reader, file,
                        value_get(value_get(root, "frontMatter"), "remotes"));
    config_take_front_matter(reader, file, value_get(root, "frontMatter"),
                             &file->front_matter);
    file->comments = comments_of(root);
    file->yaml_generator = generator_of(root);
    take_overrides(reader, file, value_get(root, "overrides"));
    take_scope(reader, file, root);
}

static bool read_file(struct config_reader *reader, struct config_file *file)
{
    uint32_t errors = reader->error_count;
    struct value_tree tree;

    if (!config_file_parse(reader, file, &tree))
        return false;
    if (!is_empty(&tree) && !check(reader, file, &tree))
        return false;
    take_all(reader, file, tree.root);
    return reader->error_count == errors;
}

static const struct config_file *read_first_time(struct config_reader *reader,
                                                 struct config_file *file)
{
    bool good;

    file->reading = true;
    str_map_put(&reader->files, reader->arena, file_key(reader, file->real), file);
    reader->depth++;
    good = read_file(reader, file);
    reader->depth--;
    file->reading = false;
    return good ? file : NULL;
}

static const struct config_file *read_once(struct config_reader *reader, struct str path,
                                           struct str real,
                                           const struct config_place *place)
{
    struct str key = file_key(reader, real);
    const struct config_file *read;
    struct config_file *file;
    void *known;

    if (str_map_get(&reader->files, key, &known))
        return known;
    file = config_file_load(reader, path, real, place);
    read = file ? read_first_time(reader, file) : NULL;
    str_map_put(&reader->files, reader->arena, key, (void *)(uintptr_t)read);
    return read;
}

const struct config_file *config_file_read(struct config_reader *reader, struct str path,
                                           const struct config_place *place)
{
    struct str real;

    if (markdownlint_kind_of(path_name(path)) != MARKDOWNLINT_NONE)
        return markdownlint_alone(reader, path, place);
    if (!config_find(reader, path, place, &real))
        return NULL;
    return read_once(reader, path, real, place);
}
