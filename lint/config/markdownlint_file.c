/* markdownlint_file.c - reads one config of markdownlint's, as it is */

#include "lint/config/markdownlint_file.h"

#include "lint/config/load.h"
#include "lint/config/markdownlint_check.h"
#include "lint/config/markdownlint_extends.h"
#include "lint/files/path.h"

/* In the order in which markdownlint-cli2 looks for those of one kind. */
static const struct {
    const char *name;
    enum markdownlint_kind kind;
} names[] = {
    {".markdownlint-cli2.jsonc", MARKDOWNLINT_OPTIONS},
    {".markdownlint-cli2.yaml", MARKDOWNLINT_OPTIONS},
    {".markdownlint-cli2.cjs", MARKDOWNLINT_SCRIPT},
    {".markdownlint-cli2.mjs", MARKDOWNLINT_SCRIPT},
    {".markdownlint.jsonc", MARKDOWNLINT_RULES},
    {".markdownlint.json", MARKDOWNLINT_RULES},
    {".markdownlint.yaml", MARKDOWNLINT_RULES},
    {".markdownlint.yml", MARKDOWNLINT_RULES},
    {".markdownlint.cjs", MARKDOWNLINT_SCRIPT},
    {".markdownlint.mjs", MARKDOWNLINT_SCRIPT},
    {"package.json", MARKDOWNLINT_PACKAGE},
};

enum { NAMES = sizeof(names) / sizeof(*names) };

static const char package_key[] = "markdownlint-cli2";

enum markdownlint_kind markdownlint_kind_of(struct str name)
{
    for (int i = 0; i < NAMES; i++)
        if (names[i].kind != MARKDOWNLINT_PACKAGE &&
            str_ends(name, str_from(names[i].name)))
            return names[i].kind;
    return str_is(name, "package.json") ? MARKDOWNLINT_PACKAGE : MARKDOWNLINT_NONE;
}

bool markdownlint_is_name(struct str name)
{
    for (int i = 0; i < NAMES; i++)
        if (names[i].kind != MARKDOWNLINT_PACKAGE && str_is(name, names[i].name))
            return true;
    return false;
}

struct str markdownlint_file_in(struct arena *arena, struct str folder,
                                enum markdownlint_kind kind)
{
    const char *reason;

    for (int i = 0; i < NAMES; i++) {
        struct str path;

        if (names[i].kind != kind)
            continue;
        path = path_join(arena, folder, str_from(names[i].name));
        if (path_presence(path.data, &reason) != PRESENCE_NO)
            return path;
    }
    return STR("");
}

/* The object for markdownlint-cli2 becomes the root of the tree; NULL when a package.json
 * has none. */
static void take_root(struct value_tree *tree, enum markdownlint_kind kind)
{
    if (kind == MARKDOWNLINT_PACKAGE)
        tree->root = (struct value *)(uintptr_t)value_get(tree->root, package_key);
    if (tree->root && tree->root->kind == VALUE_NULL)
        tree->root = NULL;
}

/* The map with another value for one of its keys. */
static const struct value *with(struct arena *arena, const struct value *map,
                                const char *key, const struct value *value)
{
    struct entry entry = {.key = str_from(key),
                          .value = (struct value *)(uintptr_t)value};
    struct value one = {.kind = VALUE_MAP, .entries = &entry, .count = 1};

    return value_spread(arena, map, &one);
}

/* The map with its `config` checked, and what that extends in it. NULL when something is
 * wrong there. */
static const struct value *extend_config(struct config_reader *reader,
                                         const struct config_file *file,
                                         const struct value *map)
{
    const struct value *config = value_get(map, "config");

    if (!config)
        return map;
    if (!markdownlint_check_rules(reader, file, config))
        return NULL;
    config = markdownlint_extend(reader, file, config);
    return config ? with(reader->arena, map, "config", config) : NULL;
}

/* The same for the configs of `overrides`. */
static const struct value *extend_overrides(struct config_reader *reader,
                                            const struct config_file *file,
                                            const struct value *map)
{
    const struct value *given = value_get(map, "overrides");
    struct value *list;

    if (!given)
        return map;
    list = arena_alloc(reader->arena, sizeof(*list));
    *list = *given;
    list->entries = arena_array(reader->arena, list->count, sizeof(*list->entries));
    for (uint32_t i = 0; i < list->count; i++) {
        const struct value *item = extend_config(reader, file, given->entries[i].value);

        if (!item)
            return NULL;
        list->entries[i].value = (struct value *)(uintptr_t)item;
    }
    return with(reader->arena, map, "overrides", list);
}

static void take_options(struct config_reader *reader, const struct config_file *file,
                         const struct value_tree *tree, struct markdownlint_said *said)
{
    const struct value *options = NULL;

    if (markdownlint_check_options(reader, file, tree))
        options = extend_config(reader, file, tree->root);
    if (options)
        options = extend_overrides(reader, file, options);
    said->options = options;
    said->wrong = !options;
}

static void take_rules(struct config_reader *reader, const struct config_file *file,
                       const struct value *map, struct markdownlint_said *said)
{
    if (markdownlint_check_rules(reader, file, map))
        said->rules = markdownlint_extend(reader, file, map);
    said->wrong = !said->rules;
}

static struct config_file *load(struct config_reader *reader, struct str path,
                                const struct config_place *place)
{
    struct str real;

    return config_find(reader, path, place, &real)
               ? config_file_load(reader, path, real, place)
               : NULL;
}

/* Most packages say nothing of markdownlint: then it does not matter what they say. */
static bool says_nothing(const struct config_file *file, enum markdownlint_kind kind)
{
    return kind == MARKDOWNLINT_PACKAGE && !strstr(file->source.data, package_key);
}

struct markdownlint_said markdownlint_read(struct config_reader *reader, struct str path,
                                           enum markdownlint_kind kind,
                                           const struct config_place *place)
{
    struct markdownlint_said said = {.path = path, .wrong = true};
    struct config_file *file = load(reader, path, place);
    struct value_tree tree;

    if (file && says_nothing(file, kind))
        return (struct markdownlint_said){.path = STR("")};
    if (!file || !config_file_parse(reader, file, &tree))
        return said;
    take_root(&tree, kind);
    said.wrong = false;
    if (!tree.root && kind == MARKDOWNLINT_PACKAGE)
        said.path = STR("");
    if (!tree.root)
        return said;
    if (tree.root->kind != VALUE_MAP) {
        config_complain(reader, file, tree.root->span,
                        STR("a config is a group of keys"));
        said.wrong = true;
    } else if (kind == MARKDOWNLINT_RULES) {
        take_rules(reader, file, tree.root, &said);
    } else {
        take_options(reader, file, &tree, &said);
    }
    return said;
}
