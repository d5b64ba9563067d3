/* compiler.c - what all parts of the compiler of schemas share */

#include "lint/schema/compiled/compiler.h"

#include <stdarg.h>

bool compiler_pass_on(struct compiler *c, const struct resource *resource,
                      const struct mistake *mistake)
{
    const struct schema_document *document = resource ? resource->document : NULL;

    *c->error = (struct schema_error){.mistake = *mistake};
    c->error->mistake.severity = SEVERITY_ERROR;
    if (document) {
        c->error->path = document->path;
        c->error->source = document->source;
    }
    return false;
}

bool compiler_fail(struct compiler *c, const struct resource *resource, struct span span,
                   const char *format, ...)
{
    struct mistake mistake = {.span = span};
    va_list args;

    va_start(args, format);
    mistake.message = arena_vformat(c->arena, format, args);
    va_end(args);
    return compiler_pass_on(c, resource, &mistake);
}

static void enqueue(struct compiler *c, struct subschema *schema)
{
    if (c->last)
        c->last->next = schema;
    else
        c->first = schema;
    c->last = schema;
}

struct subschema *compiler_subschema(struct compiler *c, struct schema_place place)
{
    struct schema_document *document = place.resource->document;
    struct subschema *schema = document->subschemas[place.value->id];

    if (schema)
        return schema;
    if (place.value->kind != VALUE_MAP && place.value->kind != VALUE_BOOL) {
        compiler_fail(c, place.resource, place.value->span,
                      "a schema must be a group of keys, or true or false, found %s",
                      value_kind_name(place.value));
        return NULL;
    }
    if (++c->subschema_count > SCHEMA_MAX_SUBSCHEMAS) {
        compiler_fail(c, place.resource, place.value->span, "more than %d subschemas",
                      SCHEMA_MAX_SUBSCHEMAS);
        return NULL;
    }
    schema = arena_alloc(c->arena, sizeof(*schema));
    schema->value = place.value;
    /* Found by scanning: the schema may have an $id of its own. */
    schema->resource = document->resources[place.value->id];
    if (!schema->resource)
        schema->resource = place.resource;
    document->subschemas[place.value->id] = schema;
    enqueue(c, schema);
    return schema;
}

const struct entry *compile_sibling(const struct subschema *schema, const char *name)
{
    const struct entry *entry = value_entry(schema->value, str_from(name));

    return entry && keyword_find(entry->key, schema->resource->dialect,
                                 schema->resource->vocabularies)
               ? entry
               : NULL;
}

struct check *compile_add(struct subschema *schema, const struct keyword *keyword,
                          const struct entry *entry)
{
    struct check *check = &schema->checks[schema->count++];

    check->kind = keyword->kind;
    check->kinds = keyword->kinds;
    check->definition = keyword;
    check->keyword = entry;
    return check;
}

bool compile_type_error(struct compiler *c, const struct subschema *schema,
                        const struct entry *entry, const char *expected)
{
    return compiler_fail(c, schema->resource, entry->value->span,
                         "`%.*s` must be %s, found %s", (int)entry->key.len,
                         entry->key.data, expected, value_kind_name(entry->value));
}
