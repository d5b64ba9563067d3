/* values.c - the values that are expected at a place */

#include "lint/base/str_map.h"
#include "lint/files/path.h"
#include "lint/schema/describe/describe.h"
#include "lint/schema/vocabulary/vocabulary.h"

enum { MAX_VALUES = 10000 }; /* of a data file: more than anyone scrolls through */

struct values {
    struct arena *arena;
    struct described_value *items;
    uint32_t count;
    uint32_t capacity;
    struct str_map known; /* strings */
};

static bool is_known(const struct values *values, const struct value *value)
{
    for (uint32_t i = 0; i < values->count; i++)
        if (values->items[i].value && value_equal(values->items[i].value, value))
            return true;
    return false;
}

/* Strings are many, other values few. */
static bool is_new(struct values *values, const struct described_value *value)
{
    void *ignored;

    if (value->value && value->value->kind != VALUE_STRING)
        return !is_known(values, value->value);
    if (str_map_get(&values->known, value->text, &ignored))
        return false;
    str_map_put(&values->known, values->arena, value->text, NULL);
    return true;
}

static void add(struct values *values, struct described_value value)
{
    if (value.value)
        value.text = value.value->text;
    if (values->count == MAX_VALUES || !is_new(values, &value))
        return;
    values->items = arena_make_room(values->arena, values->items, values->count,
                                    &values->capacity, sizeof(*values->items));
    values->items[values->count++] = value;
}

static void add_boolean(struct values *values, bool boolean)
{
    struct value *value = arena_alloc(values->arena, sizeof(*value));

    value->kind = VALUE_BOOL;
    value->boolean = boolean;
    value->text = boolean ? STR("true") : STR("false");
    if (!is_known(values, value))
        add(values, (struct described_value){.value = value, .origin = "allowed"});
}

static void add_data(struct values *values, const struct subschema *schema)
{
    const struct advice *advice = vocabulary_find(schema, &x_enum_from);
    struct str_list choices = {NULL, 0};

    if (advice)
        choices = enum_from_choices(advice);
    for (size_t i = 0; i < choices.count; i++)
        add(values,
            (struct described_value){.text = choices.items[i], .origin = "allowed"});
}

/* What is allowed by name. */
static void add_allowed(struct values *values, const struct subschema *schema)
{
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (check->kind == CHECK_CONST)
            add(values, (struct described_value){.value = check->as.constant,
                                                 .origin = "allowed"});
        for (uint32_t k = 0; check->kind == CHECK_ENUM && k < check->as.set.list->count;
             k++)
            add(values,
                (struct described_value){.value = check->as.set.list->entries[k].value,
                                         .origin = "allowed"});
    }
    add_data(values, schema);
}

static void add_suggested(struct values *values, const struct subschema *schema)
{
    const struct value *initial = value_get(schema->value, "default");
    const struct value *examples = value_get(schema->value, "examples");

    if (initial)
        add(values, (struct described_value){.value = initial, .origin = "default"});
    for (uint32_t i = 0; examples && examples->kind == VALUE_LIST && i < examples->count;
         i++)
        add(values, (struct described_value){.value = examples->entries[i].value,
                                             .origin = "example"});
}

const struct described_value *describe_values(const struct description *place,
                                              struct arena *arena, uint32_t *count)
{
    struct values values = {.arena = arena};
    unsigned kinds = describe_kinds(place);

    for (uint32_t i = 0; i < place->count; i++)
        add_allowed(&values, place->schemas[i]);
    if (!values.count && kinds != KIND_ANY && kinds & KIND_BOOL) {
        add_boolean(&values, true);
        add_boolean(&values, false);
    }
    for (uint32_t i = 0; i < place->count; i++)
        add_suggested(&values, place->schemas[i]);
    *count = values.count;
    return values.items;
}

unsigned describe_kinds(const struct description *place)
{
    unsigned kinds = 0;

    for (uint32_t i = 0; i < place->count; i++)
        for (uint32_t k = 0; k < place->schemas[i]->count; k++)
            if (place->schemas[i]->checks[k].kind == CHECK_TYPE)
                kinds |= place->schemas[i]->checks[k].as.type.allowed;
    return kinds ? kinds : KIND_ANY;
}

struct str describe_format(const struct description *place)
{
    for (uint32_t i = 0; i < place->count; i++) {
        const struct value *format = value_get(place->schemas[i]->value, "format");

        if (format && format->kind == VALUE_STRING)
            return format->text;
    }
    return STR("");
}

static const struct advice *advice_at(const struct description *place,
                                      const struct extension *extension)
{
    for (uint32_t i = 0; i < place->count; i++) {
        const struct advice *advice = vocabulary_find(place->schemas[i], extension);

        if (advice && advice->settings)
            return advice;
    }
    return NULL;
}

bool describe_names_file(const struct description *place)
{
    return advice_at(place, &x_file_exists) != NULL;
}

struct str describe_wanted(const struct description *place, const struct value *root,
                           const struct value *map, const struct environment *around,
                           struct arena *arena)
{
    const struct advice *advice = advice_at(place, &x_equals);
    struct value none = {.kind = VALUE_NULL};
    struct place outer = {.value = root};
    struct place inner = {.value = map, .parent = map == root ? NULL : &outer};
    struct place own = {.value = &none, .parent = &inner};

    if (!advice || !map || map->kind != VALUE_MAP)
        return STR("");
    return equals_wanted(advice, &own, around, arena);
}

struct str describe_data_file(const struct description *place, struct arena *arena)
{
    const struct advice *advice = advice_at(place, &x_enum_from);
    const char *schema = advice ? advice->schema->resource->document->path : NULL;
    struct str file;

    if (!schema)
        return STR("");
    file = advice->keyword->value->text;
    if (advice->keyword->value->kind == VALUE_MAP)
        file = value_get(advice->keyword->value, "file")->text;
    return path_real(arena, path_join(arena, path_folder(str_from(schema)), file).data);
}

const char *describe_schema_path(const struct description *place)
{
    for (uint32_t i = 0; i < place->count; i++)
        if (place->schemas[i]->resource->document->path)
            return place->schemas[i]->resource->document->path;
    return NULL;
}
