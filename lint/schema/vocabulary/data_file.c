/* data_file.c - lists that a schema refers to */

#include "lint/schema/vocabulary/data_file.h"

#include "lint/files/file.h"
#include "lint/files/inside.h"
#include "lint/files/path.h"
#include "lint/value/notation.h"

/* A path in a schema file as one from the project's root. */
static bool from_root(struct compiler *c, const struct advice *advice,
                      const struct value *path, struct str *root, struct str *rest)
{
    const struct schema_document *document = advice->schema->resource->document;
    struct str folder;

    if (path->kind != VALUE_STRING || !path->text.len)
        return advice_fail(c, advice, path->span, "must have a path here, found %s",
                           value_kind_name(path));
    if (!document->source || !c->options->root.len)
        return advice_fail(c, advice, path->span,
                           "cannot read `%.*s`: the schema is in no file of a project",
                           (int)path->text.len, path->text.data);
    *root = path_real(c->arena, arena_str(c->arena, c->options->root).data);
    folder = path_folder(path_real(c->arena, document->path));
    if (str_equal(folder, *root))
        folder = STR("");
    else if (!path_inside(folder, *root, &folder))
        return advice_fail(c, advice, path->span, "stands outside of the project");
    *rest = path_join(c->arena, folder, path->text);
    return true;
}

static bool parse(struct compiler *c, const struct advice *advice,
                  const struct value *path, struct str text, struct value_tree *tree)
{
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES_DATA};
    const struct value_problem *problem;
    struct position position;
    enum value_notation notation = notation_of(path->text);
    struct source source;

    source_init(&source, c->arena, path->text.data, text.data, text.len);
    input.span.start = source.text;
    if (notation == NOTATION_YAML)
        yaml_read(c->arena, input, tree);
    else if (notation == NOTATION_TOML)
        toml_read(c->arena, input, tree);
    else
        json_read(c->arena, input, tree);
    problem = tree->problem_count ? tree->problems : NULL;
    if (!tree->problem_count && tree->root)
        return true;
    if (!problem)
        return advice_fail(c, advice, path->span, "cannot use `%.*s`: it is empty",
                           (int)path->text.len, path->text.data);
    position = source_position(&source, problem->mistake.span.start);
    return advice_fail(c, advice, path->span,
                       "cannot use `%.*s`: line %u, column %u: %.*s", (int)path->text.len,
                       path->text.data, position.line, position.column,
                       (int)problem->mistake.message.len, problem->mistake.message.data);
}

static const struct value_tree *read_tree(struct compiler *c, const struct advice *advice,
                                          const struct value *path, struct str real)
{
    struct value_tree *tree = arena_alloc(c->arena, sizeof(*tree));
    struct buf bytes = BUF_INIT;
    const char *reason;
    bool done = file_read(real.data, DATA_MAX_BYTES, &bytes, &reason);
    struct str text = arena_str(c->arena, buf_str(&bytes));
    bool good = done && parse(c, advice, path, text, tree);

    buf_release(&bytes);
    if (!done)
        advice_fail(c, advice, path->span, "cannot read `%.*s`: %s", (int)path->text.len,
                    path->text.data, reason);
    return good ? tree : NULL;
}

const struct value *data_file_read(struct compiler *c, const struct advice *advice,
                                   const struct value *path)
{
    struct str root;
    struct str rest;
    struct str real;
    const struct value_tree *tree;
    enum inside found;
    void *known;

    if (!from_root(c, advice, path, &root, &rest))
        return NULL;
    found = inside_find(c->arena, root, rest, &real);
    if (found != INSIDE_FILE) {
        advice_fail(c, advice, path->span, "cannot read `%.*s`: %s", (int)path->text.len,
                    path->text.data,
                    found == INSIDE_LEAVES    ? "it lies outside of the project"
                    : found == INSIDE_MISSING ? "no such file"
                                              : "it is no file");
        return NULL;
    }
    if (str_map_get(&c->data_files, real, &known))
        return ((const struct value_tree *)known)->root;
    tree = read_tree(c, advice, path, real);
    if (tree)
        str_map_put(&c->data_files, c->arena, real, (void *)(uintptr_t)tree);
    return tree ? tree->root : NULL;
}

bool schema_folder(struct compiler *c, const struct advice *advice,
                   const struct value *path, struct base *base)
{
    struct str rest;
    enum inside found;

    if (!from_root(c, advice, path, &base->root, &rest))
        return false;
    found = inside_find(c->arena, base->root, rest, &base->folder);
    if (found == INSIDE_FOLDER)
        return true;
    return advice_fail(c, advice, path->span, "cannot look into `%.*s`: %s",
                       (int)path->text.len, path->text.data,
                       found == INSIDE_LEAVES    ? "it lies outside of the project"
                       : found == INSIDE_MISSING ? "no such folder"
                                                 : "it is no folder");
}
