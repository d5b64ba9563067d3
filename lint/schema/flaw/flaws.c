/* flaws.c - finds what is wrong with a schema itself */

#include "lint/schema/flaw/flaws.h"

#include "lint/base/uri.h"
#include "lint/schema/compile/compile.h"
#include "lint/schema/compile/remote.h"
#include "lint/schema/compile/store.h"
#include "lint/schema/flaw/flaw.h"

/* Parts of a broken schema that are inspected on their own: each takes memory for all
 * values of the schema, some ten bytes for each. */
enum { MAX_PARTS = 200, MAX_PART_VALUES = 5000000 };

/* Reports problems of the reader; false when there is no tree. */
static bool inspect_syntax(struct inspection *inspection, const struct value_tree *tree)
{
    bool usable = tree->root != NULL;

    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const struct value_problem *problem = &tree->problems[i];

        usable &= problem->kind == PROBLEM_DUPLICATE_KEY;
        flaw_add_mistake(inspection, FLAW_SYNTAX, &problem->mistake);
    }
    if (!tree->root && !tree->problem_count)
        flaw_add(inspection, FLAW_SYNTAX, SEVERITY_ERROR, span_make(0, 0),
                 "the schema is empty");
    return usable;
}

/* For a document that could not be added at all, mostly because of its `$schema`. */
static void add_first_error(struct inspection *inspection, const struct value_tree *tree)
{
    const struct value *named = value_get(tree->root, "$schema");
    struct flaw **last = inspection->last;

    flaw_add_error(inspection,
                   span_make(inspection->source->text, inspection->source->text));
    if (*last && named && (*last)->mistake.span.start == named->span.start)
        flaw_suggest(inspection, *last, named->text, dialect_uris(inspection->arena));
}

/* {"$ref": uri}, compiled with the schema as its base. */
static const struct schema *compile_reference(struct inspection *inspection,
                                              struct str uri)
{
    struct value *values = arena_array(inspection->arena, 2, sizeof(*values));
    struct entry *entry = arena_alloc(inspection->arena, sizeof(*entry));
    struct value_tree tree = {.root = values, .value_count = 2};
    struct schema_options *options = arena_alloc(inspection->arena, sizeof(*options));
    struct schema_error error;

    *options = *inspection->compiler.options;
    /* Patterns and references are checked more closely than by their formats. */
    options->assert_format = false;
    entry->key = STR("$ref");
    entry->value = &values[1];
    values[0] = (struct value){.kind = VALUE_MAP, .entries = entry, .count = 1};
    values[1] = (struct value){.kind = VALUE_STRING, .text = uri, .id = 1};
    return schema_compile(inspection->arena, &tree, inspection->document->resource->uri,
                          options, &error);
}

/* Validates it by its meta-schema, which can be read, as was checked before. */
static void inspect_by_meta_schema(struct inspection *inspection,
                                   const struct value_tree *tree)
{
    const struct value *named = value_get(tree->root, "$schema");
    struct str uri = str_from(dialect_uri(inspection->document->resource->dialect));
    const struct violation *violations;
    const struct schema *meta;
    uint32_t count;

    if (named && named->kind == VALUE_STRING)
        uri = named->text;
    meta = compile_reference(inspection, uri);
    if (!meta)
        return;
    violations =
        schema_explain(meta, tree, inspection->source->data, inspection->arena, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct mistake mistake = violations[i].mistake;

        if (violations[i].at_root)
            mistake.span = tree->root->span;
        flaw_add_mistake(inspection, FLAW_INVALID, &mistake);
    }
}

/* All schemas that the compiler found, in the order of the document. */
static void gather(struct inspection *inspection, const struct value *value,
                   bool *visited)
{
    struct resource *resource = inspection->document->resources[value->id];

    if (visited[value->id])
        return;
    visited[value->id] = true;
    if (resource)
        inspection->places[inspection->place_count++] =
            (struct schema_place){value, resource};
    for (uint32_t i = 0; i < value->count; i++)
        gather(inspection, value->entries[i].value, visited);
}

static void inspect_each(struct inspection *inspection, const struct value_tree *tree)
{
    bool *visited = arena_array(inspection->arena, tree->value_count, sizeof(*visited));

    inspection->places =
        arena_array(inspection->arena, tree->value_count, sizeof(*inspection->places));
    gather(inspection, tree->root, visited);
    for (uint32_t i = 0; i < inspection->place_count; i++)
        inspect_keywords(inspection, inspection->places[i]);
}

/* Compiles every schema of the document, even those that nothing refers to. */
static bool compile_each(struct inspection *inspection)
{
    for (uint32_t i = 0; i < inspection->place_count; i++)
        if (!compiler_subschema(&inspection->compiler, inspection->places[i]))
            return false;
    return compile_from(&inspection->compiler, inspection->places[0]) != NULL;
}

/* When the schema as a whole is wrong, those of its parts that compile on their own may
 * still contain values to inspect. */
static void inspect_part(struct inspection *inspection, struct schema_place place)
{
    struct schema_options options = *inspection->compiler.options;
    struct value_tree tree = {.root = (struct value *)place.value,
                              .value_count = inspection->value_count};
    struct schema_error error;
    const struct schema *part;

    options.dialect = place.resource->dialect;
    if (place.value->kind != VALUE_MAP || place.value == inspection->document->root)
        return;
    part =
        schema_compile(inspection->arena, &tree, place.resource->uri, &options, &error);
    if (part)
        inspect_values(inspection, part->root);
}

/* The most parts that may be inspected. */
static uint32_t part_count(const struct inspection *inspection)
{
    uint32_t count = MAX_PART_VALUES / inspection->value_count;

    return count < MAX_PARTS ? count : MAX_PARTS;
}

static void inspect_compiled(struct inspection *inspection)
{
    if (!compile_each(inspection)) {
        flaw_add_error(inspection,
                       span_make(inspection->source->text, inspection->source->text));
        for (uint32_t i = 0; i < inspection->place_count && i < part_count(inspection);
             i++)
            inspect_part(inspection, inspection->places[i]);
        return;
    }
    for (uint32_t i = 0; i < inspection->place_count; i++)
        inspect_values(inspection,
                       inspection->document->subschemas[inspection->places[i].value->id]);
}

const struct flaw *schema_flaws(struct arena *arena, const char *path,
                                const struct source *source,
                                const struct schema_options *options)
{
    struct inspection inspection = {
        .arena = arena,
        .source = source,
        .explanation = {.arena = arena, .data = source->data},
    };
    struct compiler *compiler = &inspection.compiler;
    struct value_tree tree = schema_file_parse(arena, path, source);
    struct schema_document own = {.path = path, .source = source};
    struct resource *resource;

    *compiler =
        (struct compiler){.arena = arena, .options = options, .error = &inspection.error};
    inspection.last = &inspection.first;
    inspection.document = &own;
    if (!inspect_syntax(&inspection, &tree))
        return inspection.first;
    resource = store_add(compiler, &tree, path, source, uri_from_path(arena, path),
                         options->dialect);
    if (!resource) {
        add_first_error(&inspection, &tree);
        return inspection.first;
    }
    inspection.document = resource->document;
    inspection.value_count = tree.value_count;
    inspect_by_meta_schema(&inspection, &tree);
    inspect_each(&inspection, &tree);
    if (inspection.place_count)
        inspect_compiled(&inspection);
    return inspection.first;
}
