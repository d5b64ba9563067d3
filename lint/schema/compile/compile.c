/* compile.c - compiles schemas to checks */

#include "lint/schema/compile/compile.h"

#include <stdlib.h>

#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/schema/compile/argument.h"
#include "lint/schema/compile/remote.h"
#include "lint/schema/compile/store.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/evaluate/evaluate.h"
#include "lint/schema/vocabulary/vocabulary.h"

static int by_kind(const void *a, const void *b)
{
    const struct check *left = a;
    const struct check *right = b;

    return (int)left->kind - (int)right->kind;
}

static bool compile_keyword(struct compiler *c, struct subschema *schema,
                            const struct entry *entry)
{
    const struct keyword *keyword = keyword_find(entry->key, schema->resource->dialect,
                                                 schema->resource->vocabularies);

    if (!keyword || !keyword->compile)
        return true;
    return compile_argument(c, schema, entry, keyword->argument) &&
           keyword->compile(c, schema, keyword, entry);
}

static bool compile_keywords(struct compiler *c, struct subschema *schema)
{
    const struct value *value = schema->value;
    const struct entry *reference = value_entry(value, STR("$ref"));

    /* One keyword, a long `required`, makes two checks. */
    schema->checks =
        arena_array(c->arena, (size_t)value->count + 1, sizeof(*schema->checks));
    if (reference && schema->resource->dialect <= DIALECT_DRAFT7 &&
        reference->value->kind == VALUE_STRING)
        return compile_keyword(c, schema, reference);
    for (uint32_t i = 0; i < value->count; i++)
        if (!compile_keyword(c, schema, &value->entries[i]))
            return false;
    qsort(schema->checks, schema->count, sizeof(*schema->checks), by_kind);
    return true;
}

/* Compiles the checks of a subschema. */
static bool compile_checks(struct compiler *c, struct subschema *schema)
{
    if (schema->value->kind == VALUE_BOOL) {
        schema->never = !schema->value->boolean;
        return true;
    }
    return compile_keywords(c, schema) && compile_vocabulary(c, schema);
}

/* Where a dynamic reference leads is known only when it is followed, so every known
 * dynamic anchor needs its checks. */
static bool compile_dynamic_anchors(struct compiler *c)
{
    while (c->dynamic_anchors) {
        struct anchor *anchor = c->dynamic_anchors;

        c->dynamic_anchors = anchor->next;
        anchor->schema = compiler_subschema(c, anchor->place);
        if (!anchor->schema)
            return false;
    }
    return true;
}

static bool compile_queue(struct compiler *c)
{
    struct subschema *schema = c->first;

    while (schema) {
        if (!compile_checks(c, schema))
            return false;
        /* Compiling may add resources, and so anchors: check each time the queue is
         * empty. */
        if (!schema->next && c->dynamic && !compile_dynamic_anchors(c))
            return false;
        schema = schema->next;
    }
    return true;
}

const struct schema *compile_from(struct compiler *c, struct schema_place place)
{
    struct subschema *root = compiler_subschema(c, place);
    struct schema *schema;

    if (!root || !compile_queue(c) || !compile_refuse_loops(c, root))
        return NULL;
    schema = arena_alloc(c->arena, sizeof(*schema));
    *schema = (struct schema){root, c->dynamic, c->advises};
    return schema;
}

struct schema_options schema_options_default(struct str root)
{
    return (struct schema_options){
        .dialect = DIALECT_2020_12, .assert_format = true, .root = root};
}

struct str schema_file_uri(struct arena *arena, struct str path)
{
    return uri_from_path(arena, arena_str(arena, path).data);
}

/* The most subschemas to be searched for a name: no schema is composed of as many. */
enum { MAX_MENTION_STEPS = 1000 };

static bool mentions(const struct subschema *schema, struct str name, int *left);

static bool check_mentions(const struct check *check, struct str name, int *left)
{
    struct applied applied = {0};

    if (check->kind == CHECK_PROPERTIES)
        return properties_find(check->as.properties, name) != NULL;
    while (applied_next(check, APPLIED_ANY & ~APPLIED_DEPENDENT, &applied))
        if (mentions(applied.schema, name, left))
            return true;
    return false;
}

/* Does the schema itself, not one below it, mention the property by name? */
static bool mentions(const struct subschema *schema, struct str name, int *left)
{
    if (--*left < 0)
        return false;
    for (uint32_t i = 0; i < schema->count; i++)
        if (check_mentions(&schema->checks[i], name, left))
            return true;
    return false;
}

bool schema_knows_meta_key(const struct schema *schema)
{
    int left = MAX_MENTION_STEPS;

    return mentions(schema->root, STR("$schema"), &left);
}

const struct schema *schema_load(struct arena *arena, const char *path,
                                 const struct schema_options *options,
                                 struct schema_error *error)
{
    struct compiler c = {.arena = arena, .options = options, .error = error};
    struct str real = path_real(arena, path);
    struct str uri = uri_from_path(arena, real.data);
    struct resource *resource = store_read(&c, real.data, uri, NULL, span_make(0, 0));

    return resource ? compile_from(&c, (struct schema_place){resource->root, resource})
                    : NULL;
}

const struct schema *schema_compile(struct arena *arena, const struct value_tree *tree,
                                    struct str base, const struct schema_options *options,
                                    struct schema_error *error)
{
    struct compiler c = {.arena = arena, .options = options, .error = error};
    struct resource *resource = store_add(&c, tree, NULL, NULL, base, options->dialect);

    return resource ? compile_from(&c, (struct schema_place){resource->root, resource})
                    : NULL;
}
