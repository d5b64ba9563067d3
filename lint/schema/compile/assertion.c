/* assertion.c - compiles the keywords that need only their own value */

#include "lint/base/suggest.h"
#include "lint/schema/compile/argument.h"
#include "lint/schema/compile/compile.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/format/format.h"

static const struct type_name {
    struct str name;
    unsigned bits;
} types[] = {
    {{"string", 6}, KIND_STRING},   {{"number", 6}, KIND_NUMERIC},
    {{"integer", 7}, KIND_INTEGER}, {{"boolean", 7}, KIND_BOOL},
    {{"array", 5}, KIND_LIST},      {{"object", 6}, KIND_MAP},
    {{"null", 4}, KIND_NULL},
};

enum { TYPE_COUNT = sizeof(types) / sizeof(types[0]) };

static bool unknown_type(struct compiler *c, const struct subschema *schema,
                         const struct value *name)
{
    struct str names[TYPE_COUNT];
    struct str nearest;

    for (size_t i = 0; i < TYPE_COUNT; i++)
        names[i] = types[i].name;
    nearest = suggest_nearest(name->text, names, TYPE_COUNT);
    if (nearest.len)
        return compiler_fail(
            c, schema->resource, name->span, "unknown type `%.*s`; did you mean `%.*s`?",
            (int)name->text.len, name->text.data, (int)nearest.len, nearest.data);
    return compiler_fail(c, schema->resource, name->span,
                         "unknown type: must be `string`, `number`, `integer`, "
                         "`boolean`, `array`, `object` or `null`");
}

static bool add_type(struct compiler *c, const struct subschema *schema,
                     const struct value *name, unsigned *bits)
{
    unsigned more = 0;

    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (name->kind == VALUE_STRING && str_equal(name->text, types[i].name))
            more = types[i].bits;
    *bits |= more;
    return more || unknown_type(c, schema, name);
}

bool compile_type(struct compiler *c, struct subschema *schema,
                  const struct keyword *keyword, const struct entry *entry)
{
    const struct value *value = entry->value;
    unsigned bits = 0;

    if (value->kind == VALUE_STRING) {
        if (!add_type(c, schema, value, &bits))
            return false;
    } else if (!compile_names(c, schema, entry, value)) {
        return false;
    }
    for (uint32_t i = 0; i < value->count; i++)
        if (!add_type(c, schema, value->entries[i].value, &bits))
            return false;
    compile_add(schema, keyword, entry)->as.type =
        (struct types){bits, schema->resource->dialect >= DIALECT_DRAFT6};
    return true;
}

bool compile_const(struct compiler *c, struct subschema *schema,
                   const struct keyword *keyword, const struct entry *entry)
{
    (void)c;
    compile_add(schema, keyword, entry)->as.constant = entry->value;
    return true;
}

static struct str_list strings_of(struct arena *arena, const struct value *list)
{
    struct str *items = arena_array(arena, list->count, sizeof(*items));
    size_t count = 0;

    for (uint32_t i = 0; i < list->count; i++)
        if (list->entries[i].value->kind == VALUE_STRING)
            items[count++] = list->entries[i].value->text;
    return (struct str_list){items, count};
}

/* Many equal values would make one long run of slots. */
static void add_to_set(struct value_set *set, const struct value *value)
{
    uint32_t slot = (uint32_t)value_hash(value) & set->mask;

    for (; set->slots[slot]; slot = (slot + 1) & set->mask)
        if (value_equal(set->slots[slot], value))
            return;
    set->slots[slot] = value;
}

bool compile_enum(struct compiler *c, struct subschema *schema,
                  const struct keyword *keyword, const struct entry *entry)
{
    const struct value *list = entry->value;
    struct value_set set = {.list = list, .mask = 1};

    while (set.mask < 2 * list->count)
        set.mask = set.mask * 2 + 1;
    set.strings = strings_of(c->arena, list);
    set.slots = arena_array(c->arena, (size_t)set.mask + 1, sizeof(*set.slots));
    for (uint32_t i = 0; i < list->count; i++)
        add_to_set(&set, list->entries[i].value);
    compile_add(schema, keyword, entry)->as.set = set;
    return true;
}

static bool compile_bound(struct compiler *c, struct subschema *schema,
                          const struct keyword *keyword, const struct entry *entry)
{
    (void)c;
    compile_add(schema, keyword, entry)->as.number = decimal_parse(entry->value->text);
    return true;
}

/* In draft 4 exclusiveMinimum is a boolean beside minimum. */
static const struct keyword *or_exclusive(const struct subschema *schema,
                                          const struct keyword *keyword, const char *name)
{
    const struct value *exclusive = value_get(schema->value, name);

    return schema->resource->dialect == DIALECT_DRAFT4 && exclusive &&
                   exclusive->kind == VALUE_BOOL && exclusive->boolean
               ? keyword_find_any(str_from(name))
               : keyword;
}

bool compile_minimum(struct compiler *c, struct subschema *schema,
                     const struct keyword *keyword, const struct entry *entry)
{
    return compile_bound(c, schema, or_exclusive(schema, keyword, "exclusiveMinimum"),
                         entry);
}

bool compile_maximum(struct compiler *c, struct subschema *schema,
                     const struct keyword *keyword, const struct entry *entry)
{
    return compile_bound(c, schema, or_exclusive(schema, keyword, "exclusiveMaximum"),
                         entry);
}

bool compile_exclusive(struct compiler *c, struct subschema *schema,
                       const struct keyword *keyword, const struct entry *entry)
{
    if (schema->resource->dialect == DIALECT_DRAFT4)
        return compile_argument(c, schema, entry, ARGUMENT_BOOLEAN);
    return compile_argument(c, schema, entry, ARGUMENT_NUMBER) &&
           compile_bound(c, schema, keyword, entry);
}

bool compile_multiple_of(struct compiler *c, struct subschema *schema,
                         const struct keyword *keyword, const struct entry *entry)
{
    struct decimal zero = decimal_parse(STR("0"));
    struct decimal number;

    number = decimal_parse(entry->value->text);
    if (number.count > DECIMAL_MAX_DIVISOR)
        return compiler_fail(c, schema->resource, entry->value->span,
                             "`multipleOf` has more than %d digits", DECIMAL_MAX_DIVISOR);
    if (decimal_compare(&number, &zero) <= 0)
        return compiler_fail(c, schema->resource, entry->value->span,
                             "`multipleOf` must be greater than 0");
    compile_add(schema, keyword, entry)->as.number = number;
    return true;
}

bool compile_size(struct compiler *c, struct subschema *schema,
                  const struct keyword *keyword, const struct entry *entry)
{
    (void)c;
    compile_add(schema, keyword, entry)->as.count = argument_count(entry->value);
    return true;
}

bool compile_pattern(struct compiler *c, struct subschema *schema,
                     const struct keyword *keyword, const struct entry *entry)
{
    struct regex_error error;
    const struct regex *regex;

    regex = regex_compile(c->arena, entry->value->text, 0, &error);
    if (!regex)
        return compiler_fail(c, schema->resource, entry->value->span,
                             "`%.*s` is no regular expression: %s (at byte %zu)",
                             (int)entry->value->text.len, entry->value->text.data,
                             error.message, error.offset);
    compile_add(schema, keyword, entry)->as.regex = regex;
    return true;
}

bool compile_format(struct compiler *c, struct subschema *schema,
                    const struct keyword *keyword, const struct entry *entry)
{
    const struct format *format;
    bool asserts = c->options->assert_format ||
                   schema->resource->vocabularies & VOCABULARY_FORMAT_ASSERTION;

    format = asserts ? format_find(entry->value->text) : NULL;
    if (format)
        compile_add(schema, keyword, entry)->as.format = format;
    return true;
}

/* In draft 7 they assert (Validation 8.2); since 2019-09 they only annotate. */
bool compile_content(struct compiler *c, struct subschema *schema,
                     const struct keyword *keyword, const struct entry *entry)
{
    const struct value *encoding = value_get(schema->value, "contentEncoding");
    const struct value *media_type = value_get(schema->value, "contentMediaType");
    bool is_encoding = entry->value == encoding;
    unsigned form;

    (void)c;
    /* One check for both: the first that is there makes it. */
    if (schema->resource->dialect != DIALECT_DRAFT7 || (!is_encoding && encoding))
        return true;
    form = content_form(encoding, media_type);
    if (form)
        compile_add(schema, keyword, entry)->as.content = form;
    return true;
}

bool compile_unique_items(struct compiler *c, struct subschema *schema,
                          const struct keyword *keyword, const struct entry *entry)
{
    (void)c;
    if (entry->value->boolean)
        compile_add(schema, keyword, entry);
    return true;
}

bool compile_dependent_required(struct compiler *c, struct subschema *schema,
                                const struct keyword *keyword, const struct entry *entry)
{
    for (uint32_t i = 0; i < entry->value->count; i++)
        if (!compile_names(c, schema, entry, entry->value->entries[i].value))
            return false;
    compile_add(schema, keyword, entry);
    return true;
}
