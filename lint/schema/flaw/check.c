/* check.c - what is wrong with a schema itself */

#include "lint/schema/flaw/check.h"

#include <stdarg.h>

#include "lint/base/suggest.h"
#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/schema/compile/compile.h"
#include "lint/schema/compile/remote.h"
#include "lint/schema/compile/store.h"
#include "lint/schema/flaw/checker.h"

/* Parts of a broken schema that are looked at each for itself: each takes memory for the
 * whole. */
enum { MAX_PARTS = 200 };

struct flaw *flaw_add(struct checker *checker, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
{
    struct flaw *flaw = arena_alloc(checker->arena, sizeof(*flaw));
    va_list args;

    *flaw = (struct flaw){.kind = kind, .severity = severity, .span = span};
    va_start(args, format);
    flaw->message = arena_vformat(checker->arena, format, args);
    va_end(args);
    if (checker->count++ < SCHEMA_MAX_FLAWS) {
        *checker->last = flaw;
        checker->last = &flaw->next;
    }
    return flaw;
}

/* The text at span with what it quotes replaced: quotes stay. */
static struct edit *replace_word(struct checker *checker, struct span span,
                                 struct str text)
{
    struct str now = source_text(checker->source, span);
    struct edit *edit = arena_alloc(checker->arena, sizeof(*edit));
    char quote = now.len > 1 && strchr("\"'", *now.data) ? *now.data : '\0';

    edit->span = span;
    edit->text = text;
    if (quote)
        edit->text = arena_format(checker->arena, "%c%.*s%c", quote, (int)text.len,
                                  text.data, quote);
    return edit;
}

bool flaw_suggest(struct checker *checker, struct flaw *flaw, struct str word,
                  struct str_list names)
{
    struct str nearest = suggest_nearest(word, names.items, names.count);

    if (!nearest.len)
        return false;
    flaw->message =
        arena_format(checker->arena, "%.*s; did you mean `%.*s`?", (int)flaw->message.len,
                     flaw->message.data, (int)nearest.len, nearest.data);
    flaw->edit = replace_word(checker, flaw->span, nearest);
    return true;
}

/* False when there is nothing to go on with. */
static bool check_syntax(struct checker *checker, const struct value_tree *tree)
{
    bool usable = tree->root != NULL;

    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const struct value_problem *problem = &tree->problems[i];

        usable &= problem->kind == PROBLEM_DUPLICATE_KEY;
        flaw_add(checker, FLAW_SYNTAX, SEVERITY_ERROR, problem->span, "%.*s",
                 (int)problem->message.len, problem->message.data);
    }
    if (!tree->root && !tree->problem_count)
        flaw_add(checker, FLAW_SYNTAX, SEVERITY_ERROR, span_make(0, 0),
                 "the schema is empty");
    return usable;
}

static bool inside(struct span inner, struct span outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Was something said of that place, or just this, before? */
static bool is_known(const struct checker *checker, struct span span, struct str message)
{
    for (const struct flaw *flaw = checker->first; flaw; flaw = flaw->next)
        if (flaw->kind <= FLAW_INVALID &&
            (inside(span, flaw->span) || inside(flaw->span, span) ||
             str_equal(flaw->message, message)))
            return true;
    return false;
}

void flaw_add_error(struct checker *checker, struct span from)
{
    const struct schema_error *error = &checker->error;
    struct str message = error->message;
    bool here = error->path == checker->document->path;
    struct span span = here ? span_make(error->position.offset, error->end.offset) : from;

    if (!here)
        message = arena_format(
            checker->arena, "a schema it refers to is wrong: %s:%u:%u: %.*s",
            path_shown(checker->arena, str_from(error->path)).data, error->position.line,
            error->position.column, (int)message.len, message.data);
    if (!is_known(checker, span, message))
        flaw_add(checker, FLAW_INVALID, SEVERITY_ERROR, span, "%.*s", (int)message.len,
                 message.data);
}

/* The document could not be taken in at all: mostly its `$schema` is why. */
static void add_first_error(struct checker *checker, const struct value_tree *tree)
{
    const struct value *named = value_get(tree->root, "$schema");
    struct flaw **last = checker->last;

    flaw_add_error(checker, span_make(checker->source->text, checker->source->text));
    if (*last && named && (*last)->span.start == named->span.start)
        flaw_suggest(checker, *last, named->text, dialect_uris(checker->arena));
}

/* {"$ref": uri}, compiled from where the schema lies. */
static const struct schema *compile_reference(struct checker *checker, struct str uri)
{
    struct value *values = arena_array(checker->arena, 2, sizeof(*values));
    struct entry *entry = arena_alloc(checker->arena, sizeof(*entry));
    struct value_tree tree = {.root = values, .value_count = 2};
    struct schema_options *options = arena_alloc(checker->arena, sizeof(*options));
    struct schema_error error;

    *options = *checker->compiler.options;
    /* Patterns and references are looked into more closely than their formats. */
    options->assert_format = false;
    entry->key = STR("$ref");
    entry->value = &values[1];
    values[0] = (struct value){.kind = VALUE_MAP, .entries = entry, .count = 1};
    values[1] = (struct value){.kind = VALUE_STRING, .text = uri, .id = 1};
    return schema_compile(checker->arena, &tree, checker->document->resource->uri,
                          options, &error);
}

/* Against its meta-schema. That the meta-schema can be read was seen before. */
static void check_by_meta_schema(struct checker *checker, const struct value_tree *tree)
{
    const struct value *named = value_get(tree->root, "$schema");
    struct str uri = str_from(dialect_uri(checker->document->resource->dialect));
    const struct violation *violations;
    const struct schema *meta;
    uint32_t count;

    if (named && named->kind == VALUE_STRING)
        uri = named->text;
    meta = compile_reference(checker, uri);
    if (!meta)
        return;
    violations =
        schema_explain(meta, tree, checker->source->data, checker->arena, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct span span = violations[i].at_root ? tree->root->span : violations[i].span;
        struct flaw *flaw =
            flaw_add(checker, FLAW_INVALID, SEVERITY_ERROR, span, "%.*s",
                     (int)violations[i].message.len, violations[i].message.data);

        flaw->edit = violations[i].edits;
    }
}

/* All schemas that the compiler found, in the order of the document. */
static void gather(struct checker *checker, const struct value *value, bool *visited)
{
    struct resource *resource = checker->document->resources[value->id];

    if (visited[value->id])
        return;
    visited[value->id] = true;
    if (resource)
        checker->places[checker->place_count++] = (struct schema_place){value, resource};
    for (uint32_t i = 0; i < value->count; i++)
        gather(checker, value->entries[i].value, visited);
}

static void check_each(struct checker *checker, const struct value_tree *tree)
{
    bool *visited = arena_array(checker->arena, tree->value_count, sizeof(*visited));

    checker->places =
        arena_array(checker->arena, tree->value_count, sizeof(*checker->places));
    gather(checker, tree->root, visited);
    for (uint32_t i = 0; i < checker->place_count; i++)
        check_keywords(checker, checker->places[i]);
}

/* Compiles every schema of the document, also those nobody refers to. */
static bool compile_each(struct checker *checker)
{
    for (uint32_t i = 0; i < checker->place_count; i++)
        if (!compiler_subschema(&checker->compiler, checker->places[i]))
            return false;
    return compile_from(&checker->compiler, checker->places[0]) != NULL;
}

/* Where the schema as a whole is wrong, its parts may still hold values to look at: those
 * parts that can stand alone. */
static void check_part(struct checker *checker, struct schema_place place)
{
    struct schema_options options = *checker->compiler.options;
    struct value_tree tree = {.root = (struct value *)place.value,
                              .value_count = checker->value_count};
    struct schema_error error;
    const struct schema *part;

    options.dialect = place.resource->dialect;
    if (place.value->kind != VALUE_MAP || place.value == checker->document->root)
        return;
    part = schema_compile(checker->arena, &tree, place.resource->uri, &options, &error);
    if (part)
        check_values(checker, part->root);
}

static void check_compiled(struct checker *checker)
{
    if (!compile_each(checker)) {
        flaw_add_error(checker, span_make(checker->source->text, checker->source->text));
        for (uint32_t i = 0; i < checker->place_count && i < MAX_PARTS; i++)
            check_part(checker, checker->places[i]);
        return;
    }
    for (uint32_t i = 0; i < checker->place_count; i++)
        check_values(checker,
                     checker->document->subschemas[checker->places[i].value->id]);
}

static struct value_tree read_tree(struct arena *arena, const char *path,
                                   const struct source *source)
{
    struct value_input input = {source->data, span_make(source->text, source->size),
                                VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    if (schema_file_is_yaml(path))
        yaml_read(arena, input, &tree);
    else
        json_read(arena, input, &tree);
    return tree;
}

const struct flaw *schema_check(struct arena *arena, const char *path,
                                const struct source *source,
                                const struct schema_options *options)
{
    struct checker checker = {.arena = arena, .source = source};
    struct compiler *compiler = &checker.compiler;
    struct value_tree tree = read_tree(arena, path, source);
    struct schema_document own = {.path = path, .source = source};
    struct resource *resource;

    *compiler =
        (struct compiler){.arena = arena, .options = options, .error = &checker.error};
    checker.last = &checker.first;
    checker.document = &own;
    if (!check_syntax(&checker, &tree))
        return checker.first;
    resource = store_add(compiler, &tree, path, source, uri_from_path(arena, path),
                         options->dialect);
    if (!resource) {
        add_first_error(&checker, &tree);
        return checker.first;
    }
    checker.document = resource->document;
    checker.value_count = tree.value_count;
    check_by_meta_schema(&checker, &tree);
    check_each(&checker, &tree);
    if (checker.place_count)
        check_compiled(&checker);
    return checker.first;
}
