/* remote.c - reads schema files, and finds the one that a URI names */

#include "lint/schema/compile/remote.h"

#include "lint/base/embedded.h"
#include "lint/base/suggest.h"
#include "lint/base/uri.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/files/reach.h"
#include "lint/schema/compile/store.h"
#include "lint/value/notation.h"

static struct resource *built_in(struct compiler *c, const char *name, struct str uri)
{
    struct str file = arena_format(c->arena, "schemas/json-schema/%s", name);
    struct str text = embedded_file(file.data);
    struct value_tree tree;

    json_read(c->arena,
              (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    return store_add(c, &tree, file.data, NULL, uri, c->options->dialect);
}

struct value_tree schema_file_parse(struct arena *arena, const char *path,
                                    const struct source *source)
{
    struct value_input input = {source->data, span_make(source->text, source->size),
                                VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    if (notation_of(str_from(path)) == NOTATION_YAML)
        yaml_read(arena, input, &tree);
    else
        json_read(arena, input, &tree);
    return tree;
}

static void complain_of_file(struct compiler *c, struct str path, const char *reason,
                             const struct resource *from, struct span span)
{
    struct str_list names = path_names(c->arena, path_folder(path));
    struct str nearest = suggest_nearest(path_name(path), names.items, names.count);
    struct str shown = path_shown(c->arena, path);

    /* A file that exists but cannot be read is nearest to itself. */
    if (nearest.len && !str_equal(nearest, path_name(path)))
        compiler_fail(c, from, span, "cannot read `%s`: %s; did you mean `%s`?",
                      shown.data, reason,
                      path_join(c->arena, path_folder(shown), nearest).data);
    else
        compiler_fail(c, from, span, "cannot read `%s`: %s", shown.data, reason);
    if (!from)
        c->error->path = arena_str(c->arena, path).data;
}

/* Reads the file into the arena; NULL, with the error filled, when that fails. */
static const struct source *read_source(struct compiler *c, const char *path,
                                        const struct resource *from, struct span span)
{
    struct source *source = arena_alloc(c->arena, sizeof(*source));
    struct buf bytes = BUF_INIT;
    const char *reason;
    bool done = file_read_real(str_from(path), SCHEMA_MAX_BYTES, &bytes, NULL, &reason);

    file_log_add(c->options->log, str_from(path));
    if (!done) {
        complain_of_file(c, str_from(path), reason, from, span);
    } else {
        struct str text = arena_str(c->arena, buf_str(&bytes));

        source_init(source, c->arena, arena_str(c->arena, str_from(path)).data, text.data,
                    text.len);
    }
    buf_release(&bytes);
    return done ? source : NULL;
}

struct resource *store_read(struct compiler *c, const char *path, struct str uri,
                            const struct resource *from, struct span span)
{
    const struct source *source = read_source(c, path, from, span);
    struct schema_document document = {0};
    struct resource place = {.document = &document};
    struct value_tree tree;

    if (!source)
        return NULL;
    document.path = source->path;
    document.source = source;
    tree = schema_file_parse(c->arena, path, source);
    if (tree.problem_count) {
        compiler_pass_on(c, &place, &tree.problems->mistake);
        return NULL;
    }
    if (!tree.root) {
        compiler_fail(c, &place, span_make(0, 0), "the schema is empty");
        return NULL;
    }
    return store_add(c, &tree, source->path, source, uri,
                     from ? from->dialect : c->options->dialect);
}

/* Reads the file at an absolute path, unless links or `..` lead out of the folder and of
 * the allowed ones. */
static struct resource *read_below(struct compiler *c, struct str path, struct str folder,
                                   struct str uri, const struct resource *from,
                                   struct span span)
{
    const struct reach reach = {folder, c->options->allowed};
    struct inside_place place = reach_find(c->arena, &reach, path);

    if (place.kind == INSIDE_UNKNOWN) {
        complain_of_file(c, path, place.reason, from, span);
        return NULL;
    }
    if (place.kind != INSIDE_LEAVES)
        return store_read(c, place.real.len ? place.real.data : path.data, uri, from,
                          span);
    path = path_shown(c->arena, path);
    if (str_equal(folder, c->options->root))
        compiler_fail(c, from, span, "`%s` lies outside of the project", path.data);
    else
        compiler_fail(c, from, span, "`%s` lies outside of the folder `%.*s`", path.data,
                      (int)path_shown(c->arena, folder).len,
                      path_shown(c->arena, folder).data);
    return NULL;
}

static const struct schema_remote *find_remote(const struct compiler *c, struct str uri)
{
    const struct schema_remote *longest = NULL;

    for (uint32_t i = 0; i < c->options->remote_count; i++) {
        const struct schema_remote *remote = &c->options->remotes[i];

        if (str_starts(uri, remote->prefix) &&
            (!longest || remote->prefix.len >= longest->prefix.len))
            longest = remote;
    }
    return longest;
}

static bool is_old_draft(struct str uri)
{
    static const char *const names[] = {"draft-00/", "draft-01/", "draft-02/",
                                        "draft-03/"};
    struct str http = STR("http://json-schema.org/");
    struct str https = STR("https://json-schema.org/");
    struct str place = str_starts(uri, https) ? https : http;

    if (!str_starts(uri, place))
        return false;
    uri = (struct str){uri.data + place.len, uri.len - place.len};
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (str_starts(uri, str_from(names[i])))
            return true;
    return false;
}

struct resource *remote_load(struct compiler *c, const struct resource *from,
                             struct str uri, struct span span)
{
    const char *name = dialect_embedded_name(uri);
    const struct schema_remote *remote = find_remote(c, uri);
    struct str path = uri_to_path(c->arena, uri);

    if (name)
        return built_in(c, name, uri);
    if (remote) {
        struct str rest = {uri.data + remote->prefix.len, uri.len - remote->prefix.len};

        rest = uri_decode(c->arena, rest);
        path = path_join(c->arena, remote->folder, rest);
        return read_below(c, path, remote->folder, uri, from, span);
    }
    if (path.len && c->options->root.len)
        return read_below(c, path, c->options->root, uri, from, span);
    if (is_old_draft(uri)) {
        compiler_fail(c, from, span,
                      "`%.*s`: drafts before draft 4 are not supported; the latest is "
                      "`%s`",
                      (int)uri.len, uri.data, dialect_uri(DIALECT_2020_12));
        return NULL;
    }
    compiler_fail(c, from, span,
                  "`%.*s` is not at hand: nothing is fetched, and no remote maps it to a "
                  "folder",
                  (int)uri.len, uri.data);
    return NULL;
}
