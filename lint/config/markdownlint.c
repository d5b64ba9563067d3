/* markdownlint.c - what holds in a folder by configs of markdownlint and
 * markdownlint-cli2
 */

#include "lint/config/markdownlint.h"

#include "lint/base/message.h"
#include "lint/config/front_matter.h"
#include "lint/config/markdownlint_file.h"
#include "lint/config/markdownlint_scope.h"
#include "lint/files/path.h"
#include "lint/run/configure_file.h"

/* The files of one folder. */
struct own {
    struct markdownlint_said options; /* .markdownlint-cli2.*, else package.json */
    struct markdownlint_said rules;   /* .markdownlint.* */
};

static const struct config_place found_in_folder = {.named = false};

static struct markdownlint_said read_in(struct config_reader *reader, struct str folder,
                                        enum markdownlint_kind kind)
{
    struct str path = markdownlint_file_in(reader->arena, folder, kind);

    if (!path.len)
        return (struct markdownlint_said){.path = path};
    return markdownlint_read(reader, path, kind, &found_in_folder);
}

static void name_scripts(struct config_reader *reader, struct str folder)
{
    struct str path = markdownlint_file_in(reader->arena, folder, MARKDOWNLINT_SCRIPT);

    if (path.len)
        config_cannot_honour(reader, arena_format(reader->arena, "`%s`",
                                                  path_shown(reader->arena, path).data));
}

static struct own read_own(struct config_reader *reader, struct str folder)
{
    struct own own = {.options = read_in(reader, folder, MARKDOWNLINT_OPTIONS),
                      .rules = read_in(reader, folder, MARKDOWNLINT_RULES)};

    if (!own.options.path.len)
        own.options = read_in(reader, folder, MARKDOWNLINT_PACKAGE);
    if (!own.options.path.len || !own.rules.path.len)
        name_scripts(reader, folder);
    return own;
}

/* Two objects of markdownlint-cli2: the keys of the inner one win; those of `config` one
 * by one. */
static const struct value *merge(struct arena *arena, const struct value *outer,
                                 const struct value *inner)
{
    const struct value *outer_config = value_get(outer, "config");
    const struct value *inner_config = value_get(inner, "config");
    struct entry entry = {.key = STR("config")};
    struct value one = {.kind = VALUE_MAP, .entries = &entry, .count = 1};
    const struct value *merged;

    if (!outer || !inner)
        return outer ? outer : inner;
    merged = value_spread(arena, outer, inner);
    if (!outer_config || !inner_config)
        return merged;
    entry.value = value_spread(arena, outer_config, inner_config);
    return value_spread(arena, merged, &one);
}

static void take_override(struct config_reader *reader, const struct config_file *file,
                          const struct value *item, struct markdownlint_override *out)
{
    const struct value *options = file->foreign->options;
    const struct value *rules = value_get(item, "config");
    const struct value *combine = value_get(item, "combine");

    markdownlint_take_globs(reader, file->path, value_get(item, "filter"), &out->filter);
    out->rules = str_is(combine->text, "merge")
                     ? value_spread(reader->arena, value_get(options, "config"), rules)
                     : rules;
}

static void take_overrides(struct config_reader *reader, const struct config_file *file,
                           struct markdownlint_config *config)
{
    const struct value *list = value_get(config->options, "overrides");
    struct markdownlint_override *overrides;

    if (!list)
        return;
    overrides = arena_array(reader->arena, list->count, sizeof(*overrides));
    for (uint32_t i = 0; i < list->count; i++)
        take_override(reader, file, list->entries[i].value, &overrides[i]);
    config->overrides = overrides;
    config->override_count = list->count;
}

/* What holds in the folder, from the files in it and those above. */
static struct markdownlint_config *put_together(struct config_reader *reader,
                                                const struct own *own,
                                                const struct markdownlint_config *outer)
{
    struct markdownlint_config *config = arena_alloc(reader->arena, sizeof(*config));
    const struct value *own_rules = own->rules.rules;
    bool has_config = value_get(own->options.options, "config") != NULL;
    const struct value *above = outer && !has_config ? outer->passed_on : NULL;

    config->outer = outer;
    config->base = outer ? outer->base : config;
    config->options =
        merge(reader->arena, outer ? outer->options : NULL, own->options.options);
    config->rules = own_rules ? own_rules : above;
    /* A `config` beside .markdownlint.* does not count here, but keeps that from folders
     * below which have files of their own. */
    config->passed_on = has_config ? NULL : config->rules;
    return config;
}

static const struct config_file *make_file(struct config_reader *reader, struct str path,
                                           struct markdownlint_config *config)
{
    struct config_file *file = arena_alloc(reader->arena, sizeof(*file));
    bool by_file = config->rules != NULL;

    file->path = path;
    file->real = path;
    file->shown = path_shown(reader->arena, path);
    file->folder = path_folder(path);
    file->preset = PRESET_NAME_MARKDOWNLINT;
    file->preset_given = true;
    file->foreign = config;
    file->layers = arena_array(reader->arena, 1, sizeof(*file->layers));
    file->layers[file->layer_count++] = file;
    config_take_remotes(reader, file, NULL);
    config->folder = file->folder;
    config->front_matter =
        config_read_pattern(reader, file, value_get(config->options, "frontMatter"));
    markdownlint_take_scope(reader, file, config);
    /* Where .markdownlint.* says which rules hold, `overrides` do not. */
    if (!by_file) {
        config->rules = value_get(config->options, "config");
        take_overrides(reader, file, config);
    }
    return file;
}

const struct config_file *markdownlint_enter(struct config_reader *reader,
                                             struct str folder,
                                             const struct config_file *outer)
{
    struct own own = read_own(reader, folder);
    struct str path = own.rules.path.len ? own.rules.path : own.options.path;

    if (own.rules.wrong || own.options.wrong)
        return NULL;
    if (!path.len)
        return outer;
    return make_file(reader, path,
                     put_together(reader, &own, outer ? outer->foreign : NULL));
}

const struct config_file *markdownlint_alone(struct config_reader *reader,
                                             struct str path,
                                             const struct config_place *place)
{
    enum markdownlint_kind kind = markdownlint_kind_of(path_name(path));
    struct own own = {.options.path = STR("")};
    struct markdownlint_said said = markdownlint_read(reader, path, kind, place);

    if (said.wrong)
        return NULL;
    if (kind == MARKDOWNLINT_RULES)
        own.rules = said;
    else
        own.options = said;
    return make_file(reader, path, put_together(reader, &own, NULL));
}

static bool is_true(const struct value *value)
{
    return value && value->kind == VALUE_BOOL && value->boolean;
}

void markdownlint_configure(const struct markdownlint_config *config,
                            const struct markdownlint_override *override,
                            struct profile *profile, const struct rule_table *table,
                            struct arena *arena)
{
    struct file_configuration given = {.value =
                                           override ? override->rules : config->rules,
                                       .foreign = true,
                                       .config = true};

    profile_configure_file(profile, table, &given, arena);
    profile->comments_off = is_true(value_get(config->options, "noInlineConfig"));
    profile->front_matter_pattern = config->front_matter;
}
