/* sample.c - documents that a schema was written for */

#include "lint/tool/mutations/sample.h"

#include "lint/value/pointer.h"

enum {
    MAX_PARTS = 64,  /* the most schemas that apply to one place */
    MAX_DEPTH = 7,   /* from here on lists are empty and no key is optional */
    MAX_NAMES = 200, /* the most keys of one map */
};

/* The schemas that apply to one place, references and alternatives resolved. */
struct parts {
    const struct value *items[MAX_PARTS];
    uint32_t count;
};

static struct value *new_value(struct sampler *sampler, enum value_kind kind)
{
    struct value *value = arena_alloc(sampler->arena, sizeof(*value));

    value->kind = kind;
    return value;
}

static struct value *new_text(struct sampler *sampler, struct str text)
{
    struct value *value = new_value(sampler, VALUE_STRING);

    value->text = text;
    return value;
}

static const struct value *any_of(struct sampler *sampler, const struct value *list)
{
    return list->entries[random_below(&sampler->random, list->count)].value;
}

static void add_part(struct sampler *sampler, struct parts *parts,
                     const struct value *schema);

static void add_each(struct sampler *sampler, struct parts *parts,
                     const struct value *list)
{
    for (uint32_t i = 0; list && i < list->count; i++)
        add_part(sampler, parts, list->entries[i].value);
}

static void add_alternative(struct sampler *sampler, struct parts *parts,
                            const struct value *list)
{
    const struct value *chosen;

    if (!list)
        return;
    chosen = any_of(sampler, list);
    sampler->taken[chosen->id] = true;
    add_part(sampler, parts, chosen);
}

/* Either what the test and `then` want, or `else`. */
static void add_condition(struct sampler *sampler, struct parts *parts,
                          const struct value *schema)
{
    if (!value_get(schema, "if"))
        return;
    if (random_below(&sampler->random, 2)) {
        add_part(sampler, parts, value_get(schema, "if"));
        add_part(sampler, parts, value_get(schema, "then"));
    } else {
        add_part(sampler, parts, value_get(schema, "else"));
    }
}

static void add_reference(struct sampler *sampler, struct parts *parts,
                          const struct value *reference)
{
    const struct entry *entry;
    struct str pointer;

    if (!reference || !str_starts(reference->text, STR("#")))
        return;
    pointer = (struct str){reference->text.data + 1, reference->text.len - 1};
    entry = pointer_follow(sampler->arena, sampler->schema, pointer);
    add_part(sampler, parts, entry ? entry->value : sampler->schema);
}

static void add_part(struct sampler *sampler, struct parts *parts,
                     const struct value *schema)
{
    if (!schema || schema->kind != VALUE_MAP || parts->count == MAX_PARTS)
        return;
    parts->items[parts->count++] = schema;
    add_reference(sampler, parts, value_get(schema, "$ref"));
    add_each(sampler, parts, value_get(schema, "allOf"));
    add_alternative(sampler, parts, value_get(schema, "anyOf"));
    add_alternative(sampler, parts, value_get(schema, "oneOf"));
    add_condition(sampler, parts, schema);
}

/* The value of a keyword in the first part that has it. */
static const struct value *find(const struct parts *parts, const char *keyword)
{
    const struct value *value = NULL;

    for (uint32_t i = 0; i < parts->count && !value; i++)
        value = value_get(parts->items[i], keyword);
    return value;
}

/* Of several enums the shortest: the others probably allow what it allows. */
static const struct value *shortest_enum(const struct parts *parts)
{
    const struct value *shortest = NULL;

    for (uint32_t i = 0; i < parts->count; i++) {
        const struct value *list = value_get(parts->items[i], "enum");

        if (list && list->count && (!shortest || list->count < shortest->count))
            shortest = list;
    }
    return shortest;
}

static struct value *copy(struct sampler *sampler, const struct value *value)
{
    struct value *made = new_value(sampler, value->kind);

    *made = *value;
    made->span = span_make(0, 0);
    made->entries = arena_array(sampler->arena, value->count, sizeof(*made->entries));
    for (uint32_t i = 0; i < value->count; i++)
        made->entries[i] = (struct entry){
            .key = value->entries[i].key,
            .value = copy(sampler, value->entries[i].value),
        };
    return made;
}

/* A value that the schema names, or NULL. */
static struct value *named_value(struct sampler *sampler, const struct parts *parts)
{
    const struct value *constant = find(parts, "const");
    const struct value *list = shortest_enum(parts);

    if (constant)
        return copy(sampler, constant);
    if (!list)
        list = find(parts, "examples");
    return list ? copy(sampler, any_of(sampler, list)) : NULL;
}

static struct value *sample_text(struct sampler *sampler, const struct parts *parts)
{
    static const char *const words[] = {"rye",   "barley", "oat",   "millet", "spelt",
                                        "wheat", "maize",  "sesam", "hemp",   "flax"};
    const struct value *format = find(parts, "format");
    struct random *random = &sampler->random;
    unsigned number = random_below(random, 28) + 1;

    if (!format)
        return new_text(sampler, arena_format(sampler->arena, "%s %s %u",
                                              words[random_below(random, 10)],
                                              words[random_below(random, 10)], number));
    if (str_is(format->text, "date"))
        return new_text(sampler, arena_format(sampler->arena, "2024-05-%02u", number));
    if (str_is(format->text, "date-time"))
        return new_text(sampler,
                        arena_format(sampler->arena, "2024-05-%02uT10:00:00Z", number));
    if (str_is(format->text, "email"))
        return new_text(sampler, arena_format(sampler->arena, "a%u@example.org", number));
    return new_text(sampler,
                    arena_format(sampler->arena, "https://example.org/%u", number));
}

static struct value *sample_number(struct sampler *sampler, enum value_kind kind,
                                   const struct parts *parts)
{
    const struct value *minimum = find(parts, "minimum");
    struct value *value = new_value(sampler, kind);
    const char *form = kind == VALUE_NUMBER ? "%u.5" : "%u";
    unsigned number = 1 + random_below(&sampler->random, 9);

    /* Bounds are single figures in our schemas. */
    if (minimum)
        number = (unsigned)(minimum->text.data[0] - '0') + number % 2;
    value->text = arena_format(sampler->arena, form, number);
    return value;
}

static struct value *sample_place(struct sampler *sampler, const struct parts *parts);

static struct value *sample_list(struct sampler *sampler, const struct parts *parts)
{
    const struct value *items = find(parts, "items");
    bool asked = find(parts, "minItems") != NULL;
    uint32_t count = asked + random_below(&sampler->random, 3);
    struct value *list = new_value(sampler, VALUE_LIST);

    if (sampler->depth >= MAX_DEPTH)
        count = asked;
    list->entries = arena_array(sampler->arena, count, sizeof(*list->entries));
    for (uint32_t i = 0; i < count; i++) {
        struct parts below = {.count = 0};

        add_part(sampler, &below, items);
        list->entries[list->count++].value = sample_place(sampler, &below);
    }
    return list;
}

static bool is_required(const struct parts *parts, struct str name)
{
    for (uint32_t i = 0; i < parts->count; i++) {
        const struct value *names = value_get(parts->items[i], "required");

        for (uint32_t j = 0; names && j < names->count; j++)
            if (str_equal(names->entries[j].value->text, name))
                return true;
    }
    return false;
}

/* Adds a property, by all schemas that describe it. */
static void add_property(struct sampler *sampler, const struct parts *parts,
                         struct value *map, struct str name)
{
    struct parts below = {.count = 0};

    if (value_entry(map, name) || map->count == MAX_NAMES)
        return;
    if (!is_required(parts, name) &&
        (sampler->depth >= MAX_DEPTH || random_below(&sampler->random, 10) < 4))
        return;
    for (uint32_t i = 0; i < parts->count; i++) {
        const struct entry *property =
            value_entry(value_get(parts->items[i], "properties"), name);

        if (property && property->value->kind == VALUE_BOOL && !property->value->boolean)
            return;
        if (property)
            add_part(sampler, &below, property->value);
    }
    map->entries[map->count].key = name;
    map->entries[map->count++].value = sample_place(sampler, &below);
}

/* Keys of the author's own, where the schema describes their values. */
static void add_own_names(struct sampler *sampler, const struct parts *parts,
                          struct value *map)
{
    static const char *const names[] = {"first", "second", "third"};
    const struct value *additional = find(parts, "additionalProperties");
    uint32_t count = 1 + random_below(&sampler->random, 3);

    if (!additional || additional->kind != VALUE_MAP || sampler->depth >= MAX_DEPTH)
        return;
    for (uint32_t i = 0; i < count; i++) {
        struct parts below = {.count = 0};

        add_part(sampler, &below, additional);
        map->entries[map->count].key = str_from(names[i]);
        map->entries[map->count++].value = sample_place(sampler, &below);
    }
}

static struct value *sample_map(struct sampler *sampler, const struct parts *parts)
{
    struct value *map = new_value(sampler, VALUE_MAP);

    map->entries = arena_array(sampler->arena, MAX_NAMES + 3, sizeof(*map->entries));
    for (uint32_t i = 0; i < parts->count; i++) {
        const struct value *properties = value_get(parts->items[i], "properties");
        const struct value *names = value_get(parts->items[i], "required");

        for (uint32_t j = 0; properties && j < properties->count; j++)
            add_property(sampler, parts, map, properties->entries[j].key);
        for (uint32_t j = 0; names && j < names->count; j++)
            add_property(sampler, parts, map, names->entries[j].value->text);
    }
    add_own_names(sampler, parts, map);
    return map;
}

/* The type of a place, or what the other keywords are about. */
static struct str type_of(struct sampler *sampler, const struct parts *parts)
{
    const struct value *type = find(parts, "type");

    if (type && type->kind == VALUE_LIST)
        type = any_of(sampler, type);
    if (type)
        return type->text;
    if (find(parts, "properties") || find(parts, "required") ||
        find(parts, "additionalProperties"))
        return STR("object");
    return find(parts, "items") ? STR("array") : STR("string");
}

static struct value *sample_type(struct sampler *sampler, const struct parts *parts)
{
    struct str type = type_of(sampler, parts);
    struct value *value;

    if (str_is(type, "object"))
        return sample_map(sampler, parts);
    if (str_is(type, "array"))
        return sample_list(sampler, parts);
    if (str_is(type, "integer"))
        return sample_number(sampler, VALUE_INTEGER, parts);
    if (str_is(type, "number"))
        return sample_number(sampler, VALUE_NUMBER, parts);
    if (str_is(type, "null"))
        return new_value(sampler, VALUE_NULL);
    if (!str_is(type, "boolean"))
        return sample_text(sampler, parts);
    value = new_value(sampler, VALUE_BOOL);
    value->boolean = random_below(&sampler->random, 2);
    return value;
}

static struct value *sample_place(struct sampler *sampler, const struct parts *parts)
{
    struct value *value = named_value(sampler, parts);

    sampler->depth++;
    if (!value)
        value = sample_type(sampler, parts);
    sampler->depth--;
    return value;
}

struct value *sample_document(struct sampler *sampler)
{
    struct parts parts = {.count = 0};

    sampler->depth = 0;
    add_part(sampler, &parts, sampler->schema);
    return sample_place(sampler, &parts);
}

static void count_below(const struct value *value, const bool *taken,
                        struct alternatives *out)
{
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];
        bool chosen = str_is(entry->key, "anyOf") || str_is(entry->key, "oneOf");

        for (uint32_t j = 0; chosen && j < entry->value->count; j++) {
            out->count++;
            out->taken += taken[entry->value->entries[j].value->id];
        }
        count_below(entry->value, taken, out);
    }
}

struct alternatives sample_alternatives(const struct value *schema, const bool *taken)
{
    struct alternatives alternatives = {0, 0};

    count_below(schema, taken, &alternatives);
    return alternatives;
}
