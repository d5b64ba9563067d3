/* data_file.c - data files that a schema refers to */

#include "lint/schema/vocabulary/data_file.h"

#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/files/reach.h"
#include "lint/value/notation.h"

/* A path in a schema file as an absolute one. */
static bool from_schema(struct compiler *c, const struct advice *advice,
                        const struct value *path, struct str *whole)
{
    const struct schema_document *document = advice->schema->resource->document;
    struct str text = path->text;

    if (path->kind != VALUE_STRING || !path->text.len)
        return advice_fail(c, advice, path->span, "must have a path here, found %s",
                           value_kind_name(path));
    if (!document->source || !c->options->root.len)
        return advice_fail(c, advice, path->span,
                           "cannot read `%.*s`: the schema is in no file of a project",
                           (int)path->text.len, path->text.data);
    /* `/data/x.yaml` is relative to the folder of the schema as well. */
    while (str_starts(text, STR("/")))
        text = (struct str){text.data + 1, text.len - 1};
    *whole = path_join(c->arena, path_folder(str_from(document->path)), text);
    return true;
}

static struct inside_place find(const struct compiler *c, struct str whole)
{
    const struct reach reach = {c->options->root, c->options->allowed};

    return reach_find(c->arena, &reach, whole);
}

/* Why what is at a place cannot be used. */
static const char *why_not(const struct inside_place *place, const char *missing,
                           const char *other)
{
    if (place->kind == INSIDE_LEAVES)
        return "it lies outside of the project";
    if (place->kind == INSIDE_UNKNOWN)
        return place->reason;
    return place->kind == INSIDE_MISSING ? missing : other;
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
    bool done = file_read_real(real, DATA_MAX_BYTES, &bytes, NULL, &reason);
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
    struct str whole;
    struct inside_place place;
    const struct value_tree *tree;
    void *known;

    if (!from_schema(c, advice, path, &whole))
        return NULL;
    place = find(c, whole);
    if (place.kind != INSIDE_FILE) {
        advice_fail(c, advice, path->span, "cannot read `%.*s`: %s", (int)path->text.len,
                    path->text.data, why_not(&place, "no such file", "it is no file"));
        return NULL;
    }
    if (str_map_get(&c->data_files, place.real, &known))
        return ((const struct value_tree *)known)->root;
    file_log_add(c->options->log, place.real);
    tree = read_tree(c, advice, path, place.real);
    if (tree)
        str_map_put(&c->data_files, c->arena, place.real, (void *)(uintptr_t)tree);
    return tree ? tree->root : NULL;
}

bool schema_folder(struct compiler *c, const struct advice *advice,
                   const struct value *path, struct base *base)
{
    struct str whole, rest;
    struct inside_place place;

    if (!from_schema(c, advice, path, &whole))
        return false;
    place = find(c, whole);
    if (place.kind != INSIDE_FOLDER)
        return advice_fail(c, advice, path->span, "cannot look into `%.*s`: %s",
                           (int)path->text.len, path->text.data,
                           why_not(&place, "no such folder", "it is no folder"));
    base->folder = place.real;
    /* Links in an allowed folder must stay in it. */
    base->root =
        path_inside(place.real, c->options->root, &rest) ? c->options->root : place.real;
    if (str_equal(place.real, c->options->root))
        base->root = place.real;
    return true;
}
