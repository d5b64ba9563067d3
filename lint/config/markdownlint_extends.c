/* markdownlint_extends.c - what configs of markdownlint's extend */

#include "lint/config/markdownlint_extends.h"

#include "lint/base/message.h"
#include "lint/config/load.h"
#include "lint/config/markdownlint_check.h"
#include "lint/config/markdownlint_style.h"
#include "lint/files/path.h"
#include "lint/value/notation.h"

/* Is there a file, inside the project? */
static bool is_file(struct config_reader *reader, struct str path)
{
    return reach_find(reader->arena, &reader->reach, path).kind == INSIDE_FILE;
}

/* As Node resolves a name without ending: the file, or with .json. */
static bool settle(struct config_reader *reader, struct str path, struct str *found)
{
    struct str json = arena_format(reader->arena, "%.*s.json", (int)path.len, path.data);

    *found = is_file(reader, path) ? path : json;
    return is_file(reader, *found);
}

/* The place in a package that its `exports` have for a request: a path or, by condition,
 * one of several. */
static struct str exported(const struct value *place)
{
    static const char *const conditions[] = {"node", "require", "module-sync", "default"};

    if (place && place->kind == VALUE_STRING)
        return place->text;
    for (uint32_t i = 0; place && place->kind == VALUE_MAP && i < place->count; i++)
        for (size_t j = 0; j < sizeof(conditions) / sizeof(*conditions); j++)
            if (str_is(place->entries[i].key, conditions[j]) &&
                place->entries[i].value->kind == VALUE_STRING)
                return place->entries[i].value->text;
    return STR("");
}

/* The package.json of a folder; NULL when there is none that can be read. */
static const struct value *package_in(struct config_reader *reader, struct str folder)
{
    static const struct config_place place = {.named = false};
    struct str path = path_join(reader->arena, folder, STR("package.json"));
    struct inside_place found = reach_find(reader->arena, &reader->reach, path);
    struct config_file *file;
    struct value_tree tree;

    if (found.kind != INSIDE_FILE)
        return NULL;
    file = config_file_load(reader, path, found.real, &place);
    if (!file)
        return NULL;
    json_read(reader->arena,
              (struct value_input){file->source.data,
                                   span_make(file->source.text, file->source.size),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    return tree.problem_count ? NULL : tree.root;
}

/* What a package says is at `./rest`, or itself for `.`. */
static bool find_in_package(struct config_reader *reader, struct str folder,
                            struct str request, struct str *found)
{
    const struct value *package = package_in(reader, folder);
    const struct value *exports = value_get(package, "exports");
    const struct entry *entry = value_entry(exports, request);
    struct str at = exported(entry ? entry->value : NULL);
    bool whole = str_is(request, ".");

    if (!at.len && whole)
        at = exported(exports);
    if (!at.len && whole)
        at = exported(value_get(package, "main"));
    if (!at.len && whole)
        at = STR("index");
    if (!at.len)
        at = request;
    return settle(reader, path_join(reader->arena, folder, at), found);
}

/* The length of the name of the package in a request: `name` or `@scope/name`. */
static size_t package_length(struct str request)
{
    bool scoped = str_starts(request, STR("@"));
    size_t i;

    for (i = 0; i < request.len; i++)
        if (request.data[i] == '/' && !scoped)
            break;
        else if (request.data[i] == '/')
            scoped = false;
    return i;
}

/* Looks in each folder node_modules from the file's up to the root of the project. */
static bool find_module(struct config_reader *reader, const struct config_file *file,
                        struct str request, struct str *found)
{
    struct arena *arena = reader->arena;
    size_t len = package_length(request);
    struct str package = {request.data, len};
    struct str rest =
        arena_format(arena, ".%.*s", (int)(request.len - len), request.data + len);

    for (struct str at = path_folder(file->real); path_within(at, reader->reach.root);
         at = path_folder(at)) {
        struct str modules = path_join(arena, arena_str(arena, at), STR("node_modules"));

        if (find_in_package(reader, path_join(arena, modules, package), rest, found))
            return true;
        if (at.len <= 1)
            break;
    }
    return false;
}

/* The file that a request names: a path from the file's folder or, when there is nothing,
 * a module. */
static struct str resolve(struct config_reader *reader, const struct config_file *file,
                          struct str request)
{
    struct str path = config_resolve(reader, file, request);
    struct str found;

    if (settle(reader, path, &found))
        return found;
    if (request.data[0] != '.' && request.data[0] != '/' &&
        find_module(reader, file, request, &found))
        return found;
    return path;
}

static bool is_script(struct str path)
{
    return str_ends(path, STR(".js")) || str_ends(path, STR(".cjs")) ||
           str_ends(path, STR(".mjs"));
}

/* A name that does not say the notation, as .markdownlintrc, mostly stands for JSON. */
static bool parse(struct config_reader *reader, const struct config_file *file,
                  struct value_tree *tree)
{
    struct value_input input = {file->source.data,
                                span_make(file->source.text, file->source.size),
                                VALUE_MAX_NODES_DATA};

    if (notation_of(file->path) == NOTATION_UNKNOWN) {
        jsonc_read(reader->arena, input, tree);
        if (!tree->problem_count)
            return true;
    }
    return config_file_parse(reader, file, tree);
}

/* The rules of the file at a path, with what it extends. */
static const struct value *read_base(struct config_reader *reader, struct str path,
                                     const struct config_place *place)
{
    struct config_file *file;
    struct value_tree tree;
    struct str real;

    if (!config_find(reader, path, place, &real))
        return NULL;
    file = config_file_load(reader, path, real, place);
    if (!file || !parse(reader, file, &tree))
        return NULL;
    if (!tree.root || tree.root->kind != VALUE_MAP) {
        config_complain(reader, file, tree.root ? tree.root->span : span_make(0, 0),
                        STR("a config is a group of keys"));
        return NULL;
    }
    if (!markdownlint_check_rules(reader, file, tree.root))
        return NULL;
    reader->depth++;
    const struct value *rules = markdownlint_extend(reader, file, tree.root);

    reader->depth--;
    return rules;
}

static const struct value *without_extends(struct config_reader *reader,
                                           const struct value *map)
{
    struct value *rest = value_spread(reader->arena, map, NULL);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < rest->count; i++)
        if (!str_is(rest->entries[i].key, "extends"))
            rest->entries[kept++] = rest->entries[i];
    rest->count = kept;
    return rest;
}

const struct value *markdownlint_extend(struct config_reader *reader,
                                        const struct config_file *file,
                                        const struct value *map)
{
    const struct value *extends = value_get(map, "extends");
    const struct value *own = without_extends(reader, map);
    struct config_place place = {.file = file};
    const struct value *base;
    struct str path;

    if (!extends || extends->kind == VALUE_NULL)
        return own;
    place.span = extends->span;
    if (extends->kind != VALUE_STRING || !extends->text.len) {
        config_complain(reader, file, place.span, STR("`extends` names one file"));
        return NULL;
    }
    if (reader->depth == CONFIG_MAX_DEPTH) {
        config_complain(reader, file, place.span,
                        arena_format(reader->arena, "more than %d levels of `extends`",
                                     CONFIG_MAX_DEPTH));
        return NULL;
    }
    /* markdownlint finds its own before those of the project. */
    base = markdownlint_style(reader->arena, extends->text);
    if (base)
        return value_spread(reader->arena, base, own);
    path = resolve(reader, file, extends->text);
    if (is_script(path)) {
        config_cannot_honour(
            reader, arena_format(reader->arena, "`extends` of `%s`", file->shown.data));
        return own;
    }
    base = read_base(reader, path, &place);
    return base ? value_spread(reader->arena, base, own) : NULL;
}
