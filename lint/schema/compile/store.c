/* store.c - the documents and resources of a schema, and what references lead to */

#include "lint/schema/compile/store.h"

#include "lint/base/suggest.h"
#include "lint/base/uri.h"
#include "lint/base/utf8.h"
#include "lint/schema/compile/remote.h"
#include "lint/schema/vocabulary/vocabulary.h"
#include "lint/value/pointer.h"

struct anchor *resource_anchor(const struct resource *resource, struct str name)
{
    void *anchor = NULL;

    return str_map_get(&resource->anchors, name, &anchor) ? anchor : NULL;
}

/* Where a dynamic reference leads is known only when it is followed. */
static void make_dynamic(struct compiler *c, struct anchor *anchor)
{
    anchor->dynamic = true;
    anchor->next = c->dynamic_anchors;
    c->dynamic_anchors = anchor;
}

static void add_anchor(struct compiler *c, struct resource *resource, struct str name,
                       bool dynamic, const struct value *value)
{
    struct anchor *anchor = resource_anchor(resource, name);

    if (!anchor) {
        anchor = arena_alloc(c->arena, sizeof(*anchor));
        anchor->place = (struct schema_place){value, resource};
        str_map_put(&resource->anchors, c->arena, name.data ? name : STR(""), anchor);
    }
    if (dynamic && !anchor->dynamic && anchor->place.value == value)
        make_dynamic(c, anchor);
}

static const struct value *string_member(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);

    return value && value->kind == VALUE_STRING ? value : NULL;
}

/* The $id of a schema, if it is one that counts in the dialect. */
static const struct value *own_id(const struct value *value, enum dialect dialect)
{
    const struct value *id =
        string_member(value, dialect == DIALECT_DRAFT4 ? "id" : "$id");

    /* Up to draft 7, everything beside a $ref is ignored. */
    if (dialect <= DIALECT_DRAFT7 && string_member(value, "$ref"))
        return NULL;
    return id;
}

static void add_anchors(struct compiler *c, struct resource *resource,
                        const struct value *value)
{
    const struct value *id = own_id(value, resource->dialect);
    const struct value *anchor = string_member(value, "$anchor");
    const struct value *dynamic = string_member(value, "$dynamicAnchor");
    const struct value *recursive = value_get(value, "$recursiveAnchor");

    if (resource->dialect <= DIALECT_DRAFT7) {
        if (id && id->text.len > 1 && *id->text.data == '#')
            add_anchor(c, resource, uri_fragment(c->arena, id->text), false, value);
        return;
    }
    if (anchor)
        add_anchor(c, resource, anchor->text, false, value);
    if (dynamic && resource->dialect == DIALECT_2020_12)
        add_anchor(c, resource, dynamic->text, true, value);
    if (resource->dialect == DIALECT_2019_09 && value == resource->root && recursive &&
        recursive->kind == VALUE_BOOL && recursive->boolean)
        add_anchor(c, resource, STR(""), true, value);
}

/* $vocabulary of a meta-schema that is not one of the standard ones. */
static bool read_vocabularies(struct compiler *c, struct resource *meta,
                              unsigned *vocabularies)
{
    const struct value *list = value_get(meta->root, "$vocabulary");

    *vocabularies = dialect_vocabularies(meta->dialect);
    if (!list || list->kind != VALUE_MAP || meta->dialect < DIALECT_2019_09)
        return true;
    *vocabularies = VOCABULARY_CORE;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct entry *entry = &list->entries[i];
        unsigned vocabulary = vocabulary_of_uri(entry->key);

        *vocabularies |= vocabulary;
        if (!vocabulary && entry->value->kind == VALUE_BOOL && entry->value->boolean)
            return compiler_fail(c, meta, entry->key_span, "unknown vocabulary `%.*s`",
                                 (int)entry->key.len, entry->key.data);
    }
    return true;
}

/* Dialect and vocabularies from a $schema at the root of a resource. */
static bool apply_meta_schema(struct compiler *c, struct resource *resource)
{
    const struct value *name = string_member(resource->root, "$schema");
    struct schema_place meta;

    if (!name)
        return true;
    if (dialect_of_uri(name->text, &resource->dialect)) {
        resource->vocabularies = dialect_vocabularies(resource->dialect);
        return true;
    }
    /* A meta-schema that names itself says nothing new. */
    if (str_equal(uri_without_fragment(name->text), resource->uri))
        return read_vocabularies(c, resource, &resource->vocabularies);
    if (!store_resolve(c, resource, name, &meta))
        return false;
    resource->dialect = meta.resource->dialect;
    return read_vocabularies(c, meta.resource, &resource->vocabularies);
}

static struct resource *add_resource(struct compiler *c, struct schema_document *document,
                                     const struct resource *outer, struct str uri,
                                     const struct value *root)
{
    struct resource *resource = arena_alloc(c->arena, sizeof(*resource));
    void *known;

    resource->uri = uri;
    resource->root = root;
    resource->document = document;
    resource->dialect = outer->dialect;
    resource->vocabularies = outer->vocabularies;
    if (!str_map_get(&c->resources, uri, &known))
        str_map_put(&c->resources, c->arena, uri, resource);
    return apply_meta_schema(c, resource) ? resource : NULL;
}

static bool scan(struct compiler *c, struct resource *resource,
                 const struct value *value);

static bool scan_each(struct compiler *c, struct resource *resource,
                      const struct value *children)
{
    for (uint32_t i = 0; i < children->count; i++)
        if (!scan(c, resource, children->entries[i].value))
            return false;
    return true;
}

static bool scan_keyword(struct compiler *c, struct resource *resource,
                         const struct entry *entry)
{
    const struct keyword *keyword =
        keyword_find(entry->key, resource->dialect, resource->vocabularies);

    if (!keyword)
        return !vocabulary_holds_schema(entry->key) || scan(c, resource, entry->value);
    switch (keyword->shape) {
    case SHAPE_DATA:
        return true;
    case SHAPE_SCHEMA:
        return scan(c, resource, entry->value);
    case SHAPE_SCHEMAS:
        return entry->value->kind != VALUE_LIST || scan_each(c, resource, entry->value);
    case SHAPE_ITEMS:
        return entry->value->kind == VALUE_LIST ? scan_each(c, resource, entry->value)
                                                : scan(c, resource, entry->value);
    case SHAPE_SCHEMA_MAP:
    case SHAPE_DEPENDENCIES:
        return entry->value->kind != VALUE_MAP || scan_each(c, resource, entry->value);
    }
    return true;
}

/* The resource that a schema starts with its $id, or the one that it is in. */
static struct resource *enter(struct compiler *c, struct resource *resource,
                              const struct value *value)
{
    /* An embedded resource may be of another draft: its $schema decides what an id is. */
    enum dialect dialect = resource->dialect;
    const struct value *name = string_member(value, "$schema");
    const struct value *id;

    if (name)
        dialect_of_uri(name->text, &dialect);
    id = own_id(value, dialect);
    if (!id || value == resource->root || !uri_without_fragment(id->text).len)
        return resource;
    return add_resource(c, resource->document, resource,
                        uri_resolve(c->arena, resource->uri, id->text), value);
}

/* Finds the resources and anchors below a schema. Depth: VALUE_MAX_DEPTH. */
static bool scan(struct compiler *c, struct resource *resource, const struct value *value)
{
    if (value->kind != VALUE_MAP && value->kind != VALUE_BOOL)
        return true;
    if (resource->document->resources[value->id])
        return true;
    if (value->kind == VALUE_MAP)
        resource = enter(c, resource, value);
    if (!resource)
        return false;
    resource->document->resources[value->id] = resource;
    if (value->kind == VALUE_BOOL)
        return true;
    add_anchors(c, resource, value);
    for (uint32_t i = 0; i < value->count; i++)
        if (!scan_keyword(c, resource, &value->entries[i]))
            return false;
    return true;
}

struct resource *store_add(struct compiler *c, const struct value_tree *tree,
                           const char *path, const struct source *source, struct str uri,
                           enum dialect dialect)
{
    struct schema_document *document = arena_alloc(c->arena, sizeof(*document));
    struct resource outer = {.uri = uri,
                             .dialect = dialect,
                             .document = document,
                             .vocabularies = dialect_vocabularies(dialect)};
    const struct value *name = string_member(tree->root, "$schema");
    const struct value *id;
    struct str own_uri = uri_without_fragment(uri);

    document->path = path;
    document->source = source;
    document->root = tree->root;
    document->resources =
        arena_array(c->arena, tree->value_count, sizeof(*document->resources));
    document->subschemas =
        arena_array(c->arena, tree->value_count, sizeof(*document->subschemas));
    if (++c->document_count > SCHEMA_MAX_DOCUMENTS) {
        compiler_fail(c, &outer, tree->root->span, "more than %d schema files",
                      SCHEMA_MAX_DOCUMENTS);
        return NULL;
    }
    if (name)
        dialect_of_uri(name->text, &dialect);
    id = own_id(tree->root, dialect);
    if (id && uri_without_fragment(id->text).len)
        own_uri = uri_resolve(c->arena, uri, id->text);
    document->resource = add_resource(c, document, &outer, own_uri, tree->root);
    if (!document->resource)
        return NULL;
    /* Also found by the URI that it was read from. */
    str_map_put(&c->resources, c->arena, uri_without_fragment(uri), document->resource);
    return scan(c, document->resource, tree->root) ? document->resource : NULL;
}

/* References for which near names are looked for, among all keys of a map each time. */
enum { MAX_NEAREST = 100 };

/* Below this many keys, comparing each is as fast. */
enum { LARGE_MAP = 64 };

/* Many references mostly lead into the same large map: the last one has an index. */
static const struct value *member(struct compiler *c, const struct value *map,
                                  struct str key)
{
    const struct entry *entry;
    void *found = NULL;

    if (map->count < LARGE_MAP) {
        entry = value_entry(map, key);
        return entry ? entry->value : NULL;
    }
    if (c->indexed != map) {
        c->indexed = map;
        c->index = (struct str_map){0};
        for (uint32_t i = 0; i < map->count; i++)
            str_map_put(&c->index, c->arena, map->entries[i].key, map->entries[i].value);
    }
    str_map_get(&c->index, key, &found);
    return found;
}

static const struct value *step(struct compiler *c, const struct value *value,
                                struct str token)
{
    const struct entry *item;

    if (value->kind != VALUE_LIST)
        return value->kind == VALUE_MAP ? member(c, value, token) : NULL;
    item = pointer_item(value, token);
    return item ? item->value : NULL;
}

/* Follows a JSON Pointer from the root of a resource. */
static bool follow_pointer(struct compiler *c, struct schema_place *place,
                           struct str pointer)
{
    while (pointer.len) {
        struct str token = pointer_next(c->arena, &pointer);
        const struct value *value = step(c, place->value, token);
        struct resource *resource;

        if (!value)
            return false;
        resource = place->resource->document->resources[value->id];
        place->value = value;
        if (resource)
            place->resource = resource;
    }
    /* A schema under an unknown keyword: from now on it counts as one. */
    if (!place->resource->document->resources[place->value->id])
        return scan(c, place->resource, place->value);
    return true;
}

/* Mutually recursive with remote.c: a document that is read on the way is added here, and
 * its `$schema` or a reference in it may lead to the next. SCHEMA_MAX_DOCUMENTS ends
 * this. */
static struct resource *find_resource(struct compiler *c, const struct resource *from,
                                      struct str uri, struct span span)
{
    void *known;

    if (str_map_get(&c->resources, uri, &known))
        return known;
    return remote_load(c, from, uri, span);
}

/* The pointer with its first wrong token replaced by the nearest name there; empty when
 * none is near. */
static struct str nearest_pointer(struct compiler *c, struct str pointer,
                                  const struct value *at)
{
    struct str rest = pointer;

    while (rest.len && *rest.data == '/') {
        size_t before = pointer.len - rest.len;
        struct str token = pointer_next(c->arena, &rest);
        const struct value *next = step(c, at, token);
        struct str_list names = value_keys(c->arena, at);
        struct str nearest = suggest_nearest(token, names.items, names.count);

        if (!next && !nearest.len)
            return nearest;
        if (!next)
            return arena_format(c->arena, "#%.*s/%.*s%.*s", (int)before, pointer.data,
                                (int)nearest.len, nearest.data, (int)rest.len, rest.data);
        at = next;
    }
    return STR("");
}

static bool leads_nowhere(struct compiler *c, const struct resource *from,
                          const struct value *reference, struct str fragment,
                          const struct value *root)
{
    size_t before = uri_without_fragment(reference->text).len;
    struct str written = {reference->text.data + before, reference->text.len - before};
    struct str nearest = STR("");

    /* Decoded, it may be any bytes, which do not go into a message. */
    if (c->lost_references++ < MAX_NEAREST && utf8_invalid(fragment) == fragment.len)
        nearest = nearest_pointer(c, fragment, root);
    if (nearest.len)
        return compiler_fail(c, from, reference->span,
                             "`%.*s` leads to no schema; did you mean `%.*s`?",
                             (int)reference->text.len, reference->text.data,
                             (int)nearest.len, nearest.data);
    return compiler_fail(
        c, from, reference->span, "`%.*s` leads to no schema: there is no `%.*s`",
        (int)reference->text.len, reference->text.data, (int)written.len, written.data);
}

bool store_resolve(struct compiler *c, const struct resource *from,
                   const struct value *reference, struct schema_place *place)
{
    struct str uri = uri_resolve(c->arena, from->uri, reference->text);
    struct str fragment = uri_fragment(c->arena, reference->text);
    struct resource *resource = find_resource(c, from, uri, reference->span);
    const struct anchor *anchor;
    bool found = true;

    if (!resource)
        return false;
    *place = (struct schema_place){resource->root, resource};
    if (fragment.len && *fragment.data == '/') {
        found = follow_pointer(c, place, fragment);
    } else if (fragment.len) {
        anchor = resource_anchor(resource, fragment);
        found = anchor != NULL;
        place->value = found ? anchor->place.value : NULL;
    }
    return found || leads_nowhere(c, from, reference, fragment, resource->root);
}
