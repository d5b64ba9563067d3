/* applicator.c - keywords that apply subschemas */

#include "lint/schema/compile/compile.h"
#include "lint/schema/compile/store.h"

struct applicator {
    const char *name;
    bool (*compile)(struct compiler *c, struct subschema *schema,
                    const struct entry *keyword);
};

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
                                        const struct entry *keyword,
                                        struct schema_place *place)
{
    if (keyword->value->kind != VALUE_STRING) {
        compile_type_error(c, schema, keyword, "a string");
        return NULL;
    }
    if (!store_resolve(c, schema->resource, keyword->value, place))
        return NULL;
    return compiler_subschema(c, *place);
}

static bool compile_ref(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword)
{
    struct schema_place place;
    const struct subschema *target = referred(c, schema, keyword, &place);

    if (!target)
        return false;
    compile_add(schema, CHECK_REF, KIND_ANY, keyword)->as.schema = target;
    return true;
}

/* A plain reference unless it leads to a dynamic anchor of that very name. */
static bool add_dynamic(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword, struct str name)
{
    struct schema_place place;
    const struct subschema *target = referred(c, schema, keyword, &place);
    const struct anchor *anchor = target ? resource_anchor(place.resource, name) : NULL;
    struct check *check;

    if (!target)
        return false;
    if (!anchor || !anchor->dynamic || anchor->value != place.value) {
        compile_add(schema, CHECK_REF, KIND_ANY, keyword)->as.schema = target;
        return true;
    }
    c->dynamic = true;
    check = compile_add(schema, CHECK_DYNAMIC_REF, KIND_ANY, keyword);
    check->as.dynamic = (struct dynamic_reference){name, target};
    return true;
}

static bool compile_dynamic_ref(struct compiler *c, struct subschema *schema,
                                const struct entry *keyword)
{
    struct str text = keyword->value->text;
    const char *hash = text.len ? memchr(text.data, '#', text.len) : NULL;
    struct str name = STR("");

    if (hash)
        name = (struct str){hash + 1, text.len - (size_t)(hash + 1 - text.data)};
    return add_dynamic(c, schema, keyword, name);
}

static bool compile_recursive_ref(struct compiler *c, struct subschema *schema,
                                  const struct entry *keyword)
{
    return add_dynamic(c, schema, keyword, STR(""));
}

static bool compile_all_of(struct compiler *c, struct subschema *schema,
                           const struct entry *keyword)
{
    enum check_kind kind = CHECK_ALL_OF;

    if (keyword->value->kind != VALUE_LIST)
        return compile_type_error(c, schema, keyword, "a list");
    if (str_is(keyword->key, "anyOf"))
        kind = CHECK_ANY_OF;
    else if (str_is(keyword->key, "oneOf"))
        kind = CHECK_ONE_OF;
    return compile_children(c, schema, keyword->value,
                            &compile_add(schema, kind, KIND_ANY, keyword)->as.schemas);
}

static bool compile_one(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword)
{
    static const struct {
        const char *name;
        enum check_kind kind;
        unsigned kinds;
    } singles[] = {
        {"not", CHECK_NOT, KIND_ANY},
        {"propertyNames", CHECK_PROPERTY_NAMES, KIND_MAP},
        {"unevaluatedItems", CHECK_UNEVALUATED_ITEMS, KIND_LIST},
        {"unevaluatedProperties", CHECK_UNEVALUATED_PROPERTIES, KIND_MAP},
    };
    const struct subschema *target = child(c, schema, keyword->value);

    for (size_t i = 0; i < sizeof(singles) / sizeof(singles[0]); i++)
        if (str_is(keyword->key, singles[i].name))
            compile_add(schema, singles[i].kind, singles[i].kinds, keyword)->as.schema =
                target;
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

static bool compile_if(struct compiler *c, struct subschema *schema,
                       const struct entry *keyword)
{
    struct conditional condition = {child(c, schema, keyword->value), NULL, NULL};

    if (!condition.test || !sibling_schema(c, schema, "then", &condition.then) ||
        !sibling_schema(c, schema, "else", &condition.otherwise))
        return false;
    compile_add(schema, CHECK_IF, KIND_ANY, keyword)->as.condition = condition;
    return true;
}

static bool optional_count(struct compiler *c, const struct subschema *schema,
                           const struct entry *keyword, uint64_t *count)
{
    return !keyword || compile_count(c, schema, keyword, count);
}

static bool compile_contains(struct compiler *c, struct subschema *schema,
                             const struct entry *keyword)
{
    struct contains *contains = arena_alloc(c->arena, sizeof(*contains));

    contains->minimum = 1;
    contains->maximum = UINT64_MAX;
    contains->minimum_keyword = compile_sibling(schema, "minContains");
    contains->maximum_keyword = compile_sibling(schema, "maxContains");
    contains->evaluates = schema->resource->dialect >= DIALECT_2020_12;
    contains->schema = child(c, schema, keyword->value);
    if (!contains->schema ||
        !optional_count(c, schema, contains->minimum_keyword, &contains->minimum) ||
        !optional_count(c, schema, contains->maximum_keyword, &contains->maximum))
        return false;
    compile_add(schema, CHECK_CONTAINS, KIND_LIST, keyword)->as.contains = contains;
    return true;
}

/* The list form of `items` (until 2019-09) is what prefixItems is now. */
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
    if (prefix && prefix->value->kind != VALUE_LIST)
        return compile_type_error(c, schema, prefix, "a list");
    if (prefix && !compile_children(c, schema, prefix->value, &items->prefix))
        return false;
    items->rest_keyword = rest;
    if (rest)
        items->rest = child(c, schema, rest->value);
    return !rest || items->rest;
}

/* One check for all keywords about items: the first of them makes it. */
static bool compile_items(struct compiler *c, struct subschema *schema,
                          const struct entry *keyword)
{
    struct items *items;

    if (schema->count && schema->checks[schema->count - 1].kind == CHECK_ITEMS)
        return true;
    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kind == CHECK_ITEMS)
            return true;
    items = arena_alloc(c->arena, sizeof(*items));
    if (!fill_items(c, schema, items))
        return false;
    compile_add(schema, CHECK_ITEMS, KIND_LIST, keyword)->as.items = items;
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

/* The names of `required` that fit in the bit set; the others get a check of their own.
 */
static void fill_required(struct subschema *schema, struct properties *properties,
                          const struct entry *required)
{
    uint32_t count = required ? required->value->count : 0;

    if (count > PROPERTIES_MAX_REQUIRED) {
        compile_add(schema, CHECK_REQUIRED, KIND_MAP, required);
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

static const struct entry *map_sibling(struct compiler *c, const struct subschema *schema,
                                       const char *name, bool *good)
{
    const struct entry *keyword = compile_sibling(schema, name);

    if (keyword && keyword->value->kind != VALUE_MAP)
        *good = compile_type_error(c, schema, keyword, "a map");
    return keyword;
}

/* One check for all keywords about properties: the first of them makes it. */
static bool compile_properties(struct compiler *c, struct subschema *schema,
                               const struct entry *keyword)
{
    struct properties *properties;
    bool good = true;
    const struct entry *named = map_sibling(c, schema, "properties", &good);
    const struct entry *patterns = map_sibling(c, schema, "patternProperties", &good);
    const struct entry *additional = compile_sibling(schema, "additionalProperties");
    const struct entry *required = compile_sibling(schema, "required");

    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kind == CHECK_PROPERTIES)
            return true;
    if (!good || (required && !compile_names(c, schema, required, required->value)))
        return false;
    properties = arena_alloc(c->arena, sizeof(*properties));
    properties->additional_keyword = additional;
    make_slots(c, properties,
               (named ? named->value->count : 0) +
                   (required ? required->value->count : (size_t)0));
    compile_add(schema, CHECK_PROPERTIES, KIND_MAP, keyword)->as.properties = properties;
    if (!fill_named(c, schema, properties, named) ||
        !fill_patterns(c, schema, properties, patterns))
        return false;
    fill_required(schema, properties, required);
    if (additional)
        properties->additional = child(c, schema, additional->value);
    return !additional || properties->additional;
}

/* dependentSchemas, and dependencies with its two kinds. */
static bool compile_dependencies(struct compiler *c, struct subschema *schema,
                                 const struct entry *keyword)
{
    const struct value *map = keyword->value;
    struct dependencies *dependencies;

    if (map->kind != VALUE_MAP)
        return compile_type_error(c, schema, keyword, "a map");
    dependencies =
        &compile_add(schema, CHECK_DEPENDENT_SCHEMAS, KIND_MAP, keyword)->as.dependencies;
    dependencies->count = map->count;
    dependencies->items = arena_array(c->arena, map->count, sizeof(*dependencies->items));
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct dependency *dependency = &dependencies->items[i];

        *dependency = (struct dependency){entry->key, entry, NULL};
        if (entry->value->kind == VALUE_LIST && str_is(keyword->key, "dependencies")) {
            if (!compile_names(c, schema, keyword, entry->value))
                return false;
            continue;
        }
        dependency->schema = child(c, schema, entry->value);
        if (!dependency->schema)
            return false;
    }
    return true;
}

static const struct applicator applicators[] = {
    {"$ref", compile_ref},
    {"$dynamicRef", compile_dynamic_ref},
    {"$recursiveRef", compile_recursive_ref},
    {"properties", compile_properties},
    {"patternProperties", compile_properties},
    {"additionalProperties", compile_properties},
    {"required", compile_properties},
    {"propertyNames", compile_one},
    {"items", compile_items},
    {"prefixItems", compile_items},
    {"contains", compile_contains},
    {"allOf", compile_all_of},
    {"anyOf", compile_all_of},
    {"oneOf", compile_all_of},
    {"not", compile_one},
    {"if", compile_if},
    {"dependencies", compile_dependencies},
    {"dependentSchemas", compile_dependencies},
    {"unevaluatedItems", compile_one},
    {"unevaluatedProperties", compile_one},
};

bool compile_applicator(struct compiler *c, struct subschema *schema,
                        const struct entry *keyword)
{
    for (size_t i = 0; i < sizeof(applicators) / sizeof(applicators[0]); i++)
        if (str_is(keyword->key, applicators[i].name))
            return applicators[i].compile(c, schema, keyword);
    return true;
}
