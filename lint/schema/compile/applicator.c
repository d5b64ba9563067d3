/* applicator.c - compiles the keywords that apply subschemas */

#include "lint/schema/compile/argument.h"
#include "lint/schema/compile/compile.h"
#include "lint/schema/compile/store.h"

static const struct subschema *child(struct compiler *c, const struct subschema *schema,
                                     const struct value *value)
{
    return compiler_subschema(
        c, (struct schema_place){value, (struct resource *)schema->resource});
}

static bool compile_children(struct compiler *c, const struct subschema *schema,
                             const struct value *list, struct subschema_list *children)
{
    children->count = list->count;
    children->items = arena_array(c->arena, list->count, sizeof(*children->items));
    for (uint32_t i = 0; i < list->count; i++) {
        children->items[i] = child(c, schema, list->entries[i].value);
        if (!children->items[i])
            return false;
    }
    return true;
}

static const struct subschema *referred(struct compiler *c,
                                        const struct subschema *schema,
                                        const struct entry *entry,
                                        struct schema_place *place)
{
    if (!store_resolve(c, schema->resource, entry->value, place))
        return NULL;
    return compiler_subschema(c, *place);
}

bool compile_ref(struct compiler *c, struct subschema *schema,
                 const struct keyword *keyword, const struct entry *entry)
{
    struct schema_place place;
    const struct subschema *target = referred(c, schema, entry, &place);

    if (!target)
        return false;
    compile_add(schema, keyword, entry)->as.schema = target;
    return true;
}

static struct str fragment_of(struct str reference)
{
    const char *hash = reference.len ? memchr(reference.data, '#', reference.len) : NULL;

    if (!hash)
        return STR("");
    return (struct str){hash + 1, reference.len - (size_t)(hash + 1 - reference.data)};
}

/* A plain reference, unless it leads to a dynamic anchor of the same name; that of
 * $recursiveRef has no name. */
bool compile_dynamic_ref(struct compiler *c, struct subschema *schema,
                         const struct keyword *keyword, const struct entry *entry)
{
    struct schema_place place;
    const struct subschema *target = referred(c, schema, entry, &place);
    struct str name = fragment_of(entry->value->text);
    const struct anchor *anchor = target ? resource_anchor(place.resource, name) : NULL;

    if (!target)
        return false;
    if (!anchor || !anchor->dynamic || anchor->place.value != place.value) {
        compile_add(schema, keyword_find_any(STR("$ref")), entry)->as.schema = target;
        return true;
    }
    c->dynamic = true;
    compile_add(schema, keyword, entry)->as.dynamic =
        (struct dynamic_reference){name, target};
    return true;
}

bool compile_list(struct compiler *c, struct subschema *schema,
                  const struct keyword *keyword, const struct entry *entry)
{
    return compile_children(c, schema, entry->value,
                            &compile_add(schema, keyword, entry)->as.schemas);
}

bool compile_one(struct compiler *c, struct subschema *schema,
                 const struct keyword *keyword, const struct entry *entry)
{
    const struct subschema *target = child(c, schema, entry->value);

    compile_add(schema, keyword, entry)->as.schema = target;
    return target != NULL;
}

/* An optional subschema beside another keyword. */
static bool sibling_schema(struct compiler *c, const struct subschema *schema,
                           const char *name, const struct subschema **target)
{
    const struct entry *keyword = compile_sibling(schema, name);

    *target = keyword ? child(c, schema, keyword->value) : NULL;
    return !keyword || *target;
}

bool compile_if(struct compiler *c, struct subschema *schema,
                const struct keyword *keyword, const struct entry *entry)
{
    struct conditional condition = {child(c, schema, entry->value), NULL, NULL};

    if (!condition.test || !sibling_schema(c, schema, "then", &condition.then) ||
        !sibling_schema(c, schema, "else", &condition.otherwise))
        return false;
    compile_add(schema, keyword, entry)->as.condition = condition;
    return true;
}

/* The number of an optional keyword beside `contains`. */
static bool sibling_count(struct compiler *c, const struct subschema *schema,
                          const struct entry *entry, uint64_t *count)
{
    if (!entry)
        return true;
    if (!compile_argument(c, schema, entry, ARGUMENT_COUNT))
        return false;
    *count = argument_count(entry->value);
    return true;
}

bool compile_contains(struct compiler *c, struct subschema *schema,
                      const struct keyword *keyword, const struct entry *entry)
{
    struct contains *contains = arena_alloc(c->arena, sizeof(*contains));

    contains->minimum = 1;
    contains->maximum = UINT64_MAX;
    contains->minimum_keyword = compile_sibling(schema, "minContains");
    contains->maximum_keyword = compile_sibling(schema, "maxContains");
    contains->evaluates = schema->resource->dialect >= DIALECT_2020_12;
    contains->schema = child(c, schema, entry->value);
    if (!contains->schema ||
        !sibling_count(c, schema, contains->minimum_keyword, &contains->minimum) ||
        !sibling_count(c, schema, contains->maximum_keyword, &contains->maximum))
        return false;
    compile_add(schema, keyword, entry)->as.contains = contains;
    return true;
}

/* The list form of `items` (up to 2019-09) is now prefixItems. */
static bool fill_items(struct compiler *c, const struct subschema *schema,
                       struct items *items)
{
    const struct entry *rest = compile_sibling(schema, "items");
    const struct entry *prefix = compile_sibling(schema, "prefixItems");

    if (rest && rest->value->kind == VALUE_LIST &&
        schema->resource->dialect <= DIALECT_2019_09) {
        prefix = rest;
        rest = compile_sibling(schema, "additionalItems");
    }
    if (prefix && !compile_argument(c, schema, prefix, ARGUMENT_LIST))
        return false;
    if (prefix && !compile_children(c, schema, prefix->value, &items->prefix))
        return false;
    items->rest_keyword = rest;
    if (rest)
        items->rest = child(c, schema, rest->value);
    return !rest || items->rest;
}

static bool has_check(const struct subschema *schema, enum check_kind kind)
{
    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kind == kind)
            return true;
    return false;
}

/* One check for all keywords about items: the first of them makes it. */
bool compile_items(struct compiler *c, struct subschema *schema,
                   const struct keyword *keyword, const struct entry *entry)
{
    struct items *items;

    if (has_check(schema, keyword->kind))
        return true;
    items = arena_alloc(c->arena, sizeof(*items));
    if (!fill_items(c, schema, items))
        return false;
    compile_add(schema, keyword, entry)->as.items = items;
    return true;
}

static struct property *property_slot(struct properties *properties, struct str name)
{
    uint32_t slot = (uint32_t)str_hash(name) & properties->mask;

    while (properties->slots[slot].name.data &&
           !str_equal(properties->slots[slot].name, name))
        slot = (slot + 1) & properties->mask;
    properties->slots[slot].name = name.data ? name : STR("");
    return &properties->slots[slot];
}

static void make_slots(struct compiler *c, struct properties *properties, size_t names)
{
    properties->mask = 3;
    while (properties->mask < 2 * names)
        properties->mask = properties->mask * 2 + 1;
    properties->slots =
        arena_array(c->arena, (size_t)properties->mask + 1, sizeof(*properties->slots));
}

static bool fill_named(struct compiler *c, const struct subschema *schema,
                       struct properties *properties, const struct entry *named)
{
    for (uint32_t i = 0; named && i < named->value->count; i++) {
        const struct entry *entry = &named->value->entries[i];
        struct property *property = property_slot(properties, entry->key);

        property->schema = child(c, schema, entry->value);
        if (!property->schema)
            return false;
    }
    return true;
}

static bool fill_patterns(struct compiler *c, const struct subschema *schema,
                          struct properties *properties, const struct entry *patterns)
{
    uint32_t count = patterns ? patterns->value->count : 0;
    struct regex_error error;

    properties->pattern_count = count;
    properties->patterns = arena_array(c->arena, count, sizeof(*properties->patterns));
    for (uint32_t i = 0; i < count; i++) {
        const struct entry *entry = &patterns->value->entries[i];
        struct pattern_property *pattern = &properties->patterns[i];

        pattern->regex = regex_compile(c->arena, entry->key, 0, &error);
        if (!pattern->regex)
            return compiler_fail(c, schema->resource, entry->key_span,
                                 "`%.*s` is no regular expression: %s",
                                 (int)entry->key.len, entry->key.data, error.message);
        pattern->schema = child(c, schema, entry->value);
        if (!pattern->schema)
            return false;
    }
    return true;
}

/* The names of `required` that fit into the bit set; the others get a check of their
 * own. */
static void fill_required(struct subschema *schema, struct properties *properties,
                          const struct entry *required)
{
    uint32_t count = required ? required->value->count : 0;

    if (count > PROPERTIES_MAX_REQUIRED) {
        compile_add(schema, keyword_find_any(required->key), required);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct str name = required->value->entries[i].value->text;
        struct property *property = property_slot(properties, name);

        property->required |= (uint64_t)1 << i; /* a name may be there twice */
        properties->required |= property->required;
    }
    properties->required_keyword = required;
}

/* A keyword beside another: false, with the error filled, when its value is not an
 * argument of that kind. *entry is NULL when it is missing. */
static bool sibling(struct compiler *c, const struct subschema *schema, const char *name,
                    enum argument argument, const struct entry **entry)
{
    *entry = compile_sibling(schema, name);
    return !*entry || compile_argument(c, schema, *entry, argument);
}

static bool fill_properties(struct compiler *c, struct subschema *schema,
                            struct properties *properties)
{
    const struct entry *additional = compile_sibling(schema, "additionalProperties");
    const struct entry *named;
    const struct entry *patterns;
    const struct entry *required;

    if (!sibling(c, schema, "properties", ARGUMENT_MAP, &named) ||
        !sibling(c, schema, "patternProperties", ARGUMENT_MAP, &patterns) ||
        !sibling(c, schema, "required", ARGUMENT_NAMES, &required))
        return false;
    make_slots(c, properties,
               (named ? named->value->count : 0) +
                   (required ? required->value->count : (size_t)0));
    if (!fill_named(c, schema, properties, named) ||
        !fill_patterns(c, schema, properties, patterns))
        return false;
    fill_required(schema, properties, required);
    properties->additional_keyword = additional;
    if (additional)
        properties->additional = child(c, schema, additional->value);
    return !additional || properties->additional;
}

/* One check for all keywords about properties: the first of them makes it. */
bool compile_properties(struct compiler *c, struct subschema *schema,
                        const struct keyword *keyword, const struct entry *entry)
{
    struct properties *properties;

    if (has_check(schema, CHECK_PROPERTIES))
        return true;
    keyword = keyword_find_any(STR("properties"));
    properties = arena_alloc(c->arena, sizeof(*properties));
    compile_add(schema, keyword, entry)->as.properties = properties;
    return fill_properties(c, schema, properties);
}

static bool fill_dependency(struct compiler *c, const struct subschema *schema,
                            const struct entry *asking, struct dependency *dependency)
{
    dependency->schema = child(c, schema, asking->value);
    return dependency->schema != NULL;
}

/* dependentSchemas, and dependencies with its two kinds. */
bool compile_dependencies(struct compiler *c, struct subschema *schema,
                          const struct keyword *keyword, const struct entry *entry)
{
    const struct value *map = entry->value;
    struct dependencies *list = &compile_add(schema, keyword, entry)->as.dependencies;

    list->count = map->count;
    list->items = arena_array(c->arena, map->count, sizeof(*list->items));
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *asking = &map->entries[i];
        bool names =
            keyword->shape == SHAPE_DEPENDENCIES && asking->value->kind == VALUE_LIST;

        list->items[i] = (struct dependency){asking->key, asking, NULL};
        if (names ? !compile_names(c, schema, entry, asking->value)
                  : !fill_dependency(c, schema, asking, &list->items[i]))
            return false;
    }
    return true;
}
