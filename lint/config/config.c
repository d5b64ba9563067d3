/* config.c - finds the profile of each file, from configs and the command line */

#include "lint/config/config.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "lint/base/message.h"
#include "lint/config/apply.h"
#include "lint/config/file.h"
#include "lint/config/front_matter.h"
#include "lint/config/scope.h"
#include "lint/config/search.h"
#include "lint/config/translate.h"
#include "lint/files/path.h"
#include "lint/rule/markdownlint.h"
#include "lint/rule/set.h"

struct config {
    struct arena *arena;
    const struct rule_table *table;
    struct config_options options;
    struct config_reader reader;
    bool preset_given;
    enum preset preset;                /* by the command line */
    const struct schema *schema;       /* by the command line */
    const struct config_file *for_all; /* by the command line */
    struct config_search search;
    struct str_map profiles; /* config and matching overrides -> profile */
    char *key;               /* of the profile that was last looked up */
    size_t key_capacity;
};

static const struct span nowhere = {0, 0};
static const struct config_place on_command_line = {.named = true};

static void complain(struct config *config, struct str message)
{
    config_complain(&config->reader, NULL, nowhere, message);
}

static void take_preset(struct config *config)
{
    struct str name = str_from(config->options.preset);

    config->preset_given = preset_find(name, &config->preset);
    if (!config->preset_given)
        complain(config, arena_format(config->arena, "unknown preset `%s`",
                                      message_text(config->arena, name)));
}

/* A rule that stet lacks may well be disabled. */
static void check_name(struct config *config, struct str name, bool disabled)
{
    struct rule_set rules = rule_set_named(config->table, name);
    struct str message;

    if (!rule_set_empty(&rules))
        return;
    message = rule_table_unknown(config->table, name, config->arena);
    if (disabled && markdownlint_has_rule(name))
        config_note(&config->reader, message);
    else
        complain(config, message);
}

static void check_names(struct config *config)
{
    struct str_list only = config->options.only;
    struct str_list disabled = config->options.disabled;

    for (size_t i = 0; i < only.count; i++)
        check_name(config, only.items[i], false);
    for (size_t i = 0; i < disabled.count; i++)
        check_name(config, disabled.items[i], true);
}

static const struct config_file *config_for_folder(struct config *config,
                                                   struct str folder)
{
    if (config->options.none)
        return NULL;
    if (config->options.file)
        return config->for_all;
    return config_search_folder(&config->search, folder);
}

static const struct config_file *config_for(struct config *config, struct str path)
{
    return config_for_folder(config, path_folder(path));
}

/* --schema. Its own references are resolved as the config of the current folder says. */
static void take_schema(struct config *config)
{
    struct str here = path_join(config->arena, path_real(config->arena, "."), STR("x"));
    struct str path = path_absolute(config->arena, config->options.schema);

    const struct config_file *file = config_for(config, here);

    allowance_begin(config->options.allowance);
    config->schema = config_read_schema(&config->reader, path, file, &on_command_line);
    allowance_end(config->options.allowance);
}

/* --config */
static void take_config(struct config *config)
{
    struct str path = path_absolute(config->arena, config->options.file);
    struct str real = path_real(config->arena, path.data);
    struct str folder = arena_str(config->arena, path_folder(real));

    config->reader.reach.root = config_search_root(&config->search, folder);
    allowance_begin(config->options.allowance);
    config->for_all = config_file_read(&config->reader, path, &on_command_line);
    allowance_end(config->options.allowance);
}

struct config *config_new(struct arena *arena, const struct rule_table *table,
                          const struct config_options *options)
{
    struct config *config = arena_alloc(arena, sizeof(*config));

    config->arena = options->allowance ? &options->allowance->arena : arena;
    config->table = table;
    config->options = *options;
    config->reader.arena = config->arena;
    config->reader.table = table;
    config->reader.draft = options->draft;
    config->reader.without_schemas = options->without_schemas;
    if (options->preset)
        take_preset(config);
    check_names(config);
    config->reader.log.arena = config->arena;
    config->reader.reach.allowed = options->allowed;
    config_search_init(&config->search, &config->reader, arena);
    config->search.allowance = options->allowance;
    config->search.only_foreign = options->foreign;
    if (options->file)
        take_config(config);
    if (options->schema)
        take_schema(config);
    return config;
}

bool config_ignores(struct config *config, struct str path, bool is_folder)
{
    const struct config_file *file = config_for(config, path);

    return file && scope_ignores(file, path, is_folder);
}

static enum discover_claim claim(void *context, struct str real)
{
    const struct config_file *file = config_for(context, real);

    return file ? scope_claim(file, real) : DISCOVER_BY_NAME;
}

bool config_counts(struct config *config, struct str path)
{
    return claim(config, path) == DISCOVER_ARTICLE;
}

static bool ignored(void *context, struct str real, bool is_folder)
{
    return config_ignores(context, real, is_folder);
}

/* A folder is entered as the config for the files in it says. */
static unsigned ways(void *context, struct str folder)
{
    struct config *config = context;
    const struct config_file *file = config_for_folder(config, folder);

    return file ? scope_ways(file) : 0;
}

struct discover_options config_discovery(struct config *config)
{
    return (struct discover_options){
        .ignored = ignored, .claim = claim, .ways = ways, .context = config};
}

/* Room for the key of the next file: that of the last one, which is mostly enough. */
static char *key_room(struct config *config, size_t len)
{
    if (len > config->key_capacity) {
        config->key_capacity = 2 * len;
        config->key = arena_raw(config->arena, config->key_capacity);
    }
    return config->key;
}

/* A key for the config and those of its overrides that match the path. */
static struct str profile_key(struct config *config, const struct config_file *file,
                              struct str path)
{
    size_t len = sizeof(file) + (file ? choice_size(file) : 0);
    char *key = key_room(config, len);

    memcpy(key, &file, sizeof(file));
    if (file)
        choice_write(file, path, key + sizeof(file));
    return (struct str){key, len};
}

/* The nearest preset: that of a config takes precedence over those of what it extends. */
static enum preset preset_of(const struct config *config, const struct config_file *file)
{
    if (config->preset_given)
        return config->preset;
    for (uint32_t i = file ? file->layer_count : 0; i > 0; i--) {
        if (file->layers[i - 1]->preset_given)
            return file->layers[i - 1]->preset;
    }
    return PRESET_NAME_RECOMMENDED;
}

static struct profile *make_profile(struct config *config, const struct config_file *file,
                                    const char *choice)
{
    const struct application application = {config->table, config->arena,
                                            config->preset_given};
    struct profile *profile = arena_alloc(config->arena, sizeof(*profile));
    struct str unknown; /* none: check_names() has reported it */

    profile_init(profile, config->table, preset_of(config, file), config->arena);
    if (file)
        config_apply(&application, file, choice, profile);
    if (config->schema) {
        profile->schema = config->schema;
        profile->schema_fixed = true;
    }
    if (config->schema && file && file->foreign)
        profile_heed_front_matter(profile, config->table);
    if (config->options.only.count > 0)
        profile_only(profile, config->table, config->options.only, &unknown);
    profile_disable(profile, config->table, config->options.disabled, &unknown);
    return profile;
}

const struct profile *config_profile(struct config *config, struct str path)
{
    const struct config_file *file = config_for(config, path);
    struct str key = profile_key(config, file, path);
    void *profile;

    if (!str_map_get(&config->profiles, key, &profile)) {
        allowance_begin(config->options.allowance);
        profile = make_profile(config, file, key.data + sizeof(file));
        allowance_end(config->options.allowance);
        str_map_put(&config->profiles, config->arena, arena_str(config->arena, key),
                    profile);
    }
    return profile;
}

static int by_folder(const void *a, const void *b)
{
    const struct config_file *const *x = a;
    const struct config_file *const *y = b;

    return str_compare((*x)->folder, (*y)->folder);
}

enum translated config_translate(struct config *config, struct str folder,
                                 struct buf *out, struct str *above)
{
    const struct config_search *search = &config->search;
    struct translation translation = {
        .out = out, .table = config->table, .arena = config->arena};

    if (!search->made_count)
        return TRANSLATED_NOTHING;
    qsort(search->made, search->made_count, sizeof(*search->made), by_folder);
    *above = search->made[0]->folder;
    if (!path_within(*above, folder))
        return TRANSLATED_ABOVE;
    translate(&translation, folder, search->made, search->made_count);
    return TRANSLATED;
}

const struct file_log *config_files(const struct config *config)
{
    return &config->reader.log;
}

/* One sentence for all that stet cannot do of markdownlint's configs. */
static struct str unhonoured_notice(const struct config *config)
{
    const struct config_reader *reader = &config->reader;
    struct str list = reader->unhonoured[0];

    for (uint32_t i = 1; i < reader->unhonoured_count; i++)
        list =
            arena_format(config->arena, "%s, %s", list.data, reader->unhonoured[i].data);
    return arena_format(config->arena, "not honoured of markdownlint's configuration: %s",
                        list.data);
}

struct str_list config_notices(const struct config *config)
{
    const struct config_reader *reader = &config->reader;
    uint32_t count = reader->notice_count;
    struct str *all;

    if (!reader->unhonoured_count)
        return (struct str_list){reader->notices, count};
    all = arena_array(config->arena, count + 1, sizeof(*all));
    for (uint32_t i = 0; i < count; i++)
        all[i] = reader->notices[i];
    all[count] = unhonoured_notice(config);
    return (struct str_list){all, count + 1};
}

const struct config_error *config_errors(const struct config *config, uint32_t *count)
{
    const struct config_reader *reader = &config->reader;

    *count =
        reader->error_count < CONFIG_MAX_ERRORS ? reader->error_count : CONFIG_MAX_ERRORS;
    return reader->errors;
}

uint32_t config_errors_left_out(const struct config *config)
{
    uint32_t count = config->reader.error_count;

    return count > CONFIG_MAX_ERRORS ? count - CONFIG_MAX_ERRORS : 0;
}
