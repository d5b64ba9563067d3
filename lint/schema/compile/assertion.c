/* assertion.c - keywords that need nothing but their own value */

#include "lint/base/suggest.h"
#include "lint/schema/compile/compile.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/format/format.h"

/* How one of these keywords is compiled. */
struct assertion {
    const char *name;
    bool (*compile)(struct compiler *c, struct subschema *schema,
                    const struct entry *keyword);
};

bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, const struct value *names)
{
    bool strings = names->kind == VALUE_LIST;

    for (uint32_t i = 0; strings && i < names->count; i++)
        strings = names->entries[i].value->kind == VALUE_STRING;
    return strings || compiler_fail(c, schema->resource, names->span,
                                    "`%.*s` needs a list of strings",
                                    (int)keyword->key.len, keyword->key.data);
}

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

static bool compile_type(struct compiler *c, struct subschema *schema,
                         const struct entry *keyword)
{
    const struct value *value = keyword->value;
    unsigned bits = 0;

    if (value->kind == VALUE_STRING) {
        if (!add_type(c, schema, value, &bits))
            return false;
    } else if (!compile_names(c, schema, keyword, value)) {
        return false;
    }
    for (uint32_t i = 0; i < value->count; i++)
        if (!add_type(c, schema, value->entries[i].value, &bits))
            return false;
    compile_add(schema, CHECK_TYPE, KIND_ANY, keyword)->as.type = bits;
    return true;
}

static bool compile_const(struct compiler *c, struct subschema *schema,
                          const struct entry *keyword)
{
    (void)c;
    compile_add(schema, CHECK_CONST, KIND_ANY, keyword)->as.constant = keyword->value;
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

static bool compile_enum(struct compiler *c, struct subschema *schema,
                         const struct entry *keyword)
{
    const struct value *list = keyword->value;
    struct value_set set = {.list = list, .mask = 1};

    if (list->kind != VALUE_LIST)
        return compile_type_error(c, schema, keyword, "a list");
    while (set.mask < 2 * list->count)
        set.mask = set.mask * 2 + 1;
    set.strings = strings_of(c->arena, list);
    set.slots = arena_array(c->arena, (size_t)set.mask + 1, sizeof(*set.slots));
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t slot = (uint32_t)value_hash(list->entries[i].value) & set.mask;

        while (set.slots[slot])
            slot = (slot + 1) & set.mask;
        set.slots[slot] = list->entries[i].value;
    }
    compile_add(schema, CHECK_ENUM, KIND_ANY, keyword)->as.set = set;
    return true;
}

/* Draft 4 has exclusiveMinimum as a boolean beside minimum. */
static bool is_exclusive(const struct subschema *schema, const char *name)
{
    const struct value *exclusive = value_get(schema->value, name);

    return schema->resource->dialect == DIALECT_DRAFT4 && exclusive &&
           exclusive->kind == VALUE_BOOL && exclusive->boolean;
}

static bool compile_bound(struct compiler *c, struct subschema *schema,
                          const struct entry *keyword, enum check_kind kind)
{
    if (!value_is_numeric(keyword->value))
        return compile_type_error(c, schema, keyword, "a number");
    compile_add(schema, kind, KIND_NUMERIC, keyword)->as.number =
        decimal_parse(keyword->value->text);
    return true;
}

static bool compile_minimum(struct compiler *c, struct subschema *schema,
                            const struct entry *keyword)
{
    return compile_bound(c, schema, keyword,
                         is_exclusive(schema, "exclusiveMinimum")
                             ? CHECK_EXCLUSIVE_MINIMUM
                             : CHECK_MINIMUM);
}

static bool compile_maximum(struct compiler *c, struct subschema *schema,
                            const struct entry *keyword)
{
    return compile_bound(c, schema, keyword,
                         is_exclusive(schema, "exclusiveMaximum")
                             ? CHECK_EXCLUSIVE_MAXIMUM
                             : CHECK_MAXIMUM);
}

static bool compile_exclusive(struct compiler *c, struct subschema *schema,
                              const struct entry *keyword)
{
    bool minimum = str_is(keyword->key, "exclusiveMinimum");

    if (schema->resource->dialect == DIALECT_DRAFT4)
        return keyword->value->kind == VALUE_BOOL ||
               compile_type_error(c, schema, keyword, "a boolean");
    return compile_bound(c, schema, keyword,
                         minimum ? CHECK_EXCLUSIVE_MINIMUM : CHECK_EXCLUSIVE_MAXIMUM);
}

static bool compile_multiple_of(struct compiler *c, struct subschema *schema,
                                const struct entry *keyword)
{
    struct decimal zero = decimal_parse(STR("0"));
    struct decimal number;

    if (!value_is_numeric(keyword->value))
        return compile_type_error(c, schema, keyword, "a number");
    number = decimal_parse(keyword->value->text);
    if (number.count > DECIMAL_MAX_DIVISOR)
        return compiler_fail(c, schema->resource, keyword->value->span,
                             "`multipleOf` has more than %d digits", DECIMAL_MAX_DIVISOR);
    if (decimal_compare(&number, &zero) <= 0)
        return compiler_fail(c, schema->resource, keyword->value->span,
                             "`multipleOf` must be greater than 0");
    compile_add(schema, CHECK_MULTIPLE_OF, KIND_NUMERIC, keyword)->as.number = number;
    return true;
}

bool compile_count(struct compiler *c, const struct subschema *schema,
                   const struct entry *keyword, uint64_t *count)
{
    struct decimal number = {0};

    *count = 0;
    if (value_is_numeric(keyword->value))
        number = decimal_parse(keyword->value->text);
    if (!value_is_numeric(keyword->value) || number.negative ||
        !decimal_is_integer(&number))
        return compile_type_error(c, schema, keyword, "a whole number of 0 or more");
    /* More digits than any count has: what is bigger is as good as this. */
    for (int64_t i = 0, at = 0; i < number.exponent && i < 18; i++) {
        if (at < (int64_t)number.digits.len && number.digits.data[at] == '.')
            at++;
        *count = *count * 10;
        if (at < (int64_t)number.digits.len)
            *count += (uint64_t)(number.digits.data[at++] - '0');
    }
    return true;
}

static bool compile_size(struct compiler *c, struct subschema *schema,
                         const struct entry *keyword)
{
    static const struct {
        const char *name;
        enum check_kind kind;
        unsigned kinds;
    } sizes[] = {
        {"minLength", CHECK_MIN_LENGTH, KIND_STRING},
        {"maxLength", CHECK_MAX_LENGTH, KIND_STRING},
        {"minItems", CHECK_MIN_ITEMS, KIND_LIST},
        {"maxItems", CHECK_MAX_ITEMS, KIND_LIST},
        {"minProperties", CHECK_MIN_PROPERTIES, KIND_MAP},
        {"maxProperties", CHECK_MAX_PROPERTIES, KIND_MAP},
    };
    uint64_t count;

    if (!compile_count(c, schema, keyword, &count))
        return false;
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
        if (str_is(keyword->key, sizes[i].name))
            compile_add(schema, sizes[i].kind, sizes[i].kinds, keyword)->as.count = count;
    return true;
}

static bool compile_pattern(struct compiler *c, struct subschema *schema,
                            const struct entry *keyword)
{
    struct regex_error error;
    const struct regex *regex;

    if (keyword->value->kind != VALUE_STRING)
        return compile_type_error(c, schema, keyword, "a string");
    regex = regex_compile(c->arena, keyword->value->text, 0, &error);
    if (!regex)
        return compiler_fail(c, schema->resource, keyword->value->span,
                             "`%.*s` is no regular expression: %s (at byte %zu)",
                             (int)keyword->value->text.len, keyword->value->text.data,
                             error.message, error.offset);
    compile_add(schema, CHECK_PATTERN, KIND_STRING, keyword)->as.regex = regex;
    return true;
}

static bool compile_format(struct compiler *c, struct subschema *schema,
                           const struct entry *keyword)
{
    const struct format *format;
    bool asserts = c->options->assert_format ||
                   schema->resource->vocabularies & VOCABULARY_FORMAT_ASSERTION;

    if (keyword->value->kind != VALUE_STRING)
        return compile_type_error(c, schema, keyword, "a string");
    format = asserts ? format_find(keyword->value->text) : NULL;
    if (format)
        compile_add(schema, CHECK_FORMAT, KIND_STRING, keyword)->as.format = format;
    return true;
}

/* Draft 7 lets them assert (Validation 8.2); since 2019-09 they only describe. */
static bool compile_content(struct compiler *c, struct subschema *schema,
                            const struct entry *keyword)
{
    const struct value *encoding = value_get(schema->value, "contentEncoding");
    const struct value *media_type = value_get(schema->value, "contentMediaType");
    bool is_encoding = keyword->value == encoding;
    unsigned form;

    if (keyword->value->kind != VALUE_STRING)
        return compile_type_error(c, schema, keyword, "a string");
    /* One check for both: the first that is there makes it. */
    if (schema->resource->dialect != DIALECT_DRAFT7 || (!is_encoding && encoding))
        return true;
    form = content_form(encoding, media_type);
    if (form)
        compile_add(schema, CHECK_CONTENT, KIND_STRING, keyword)->as.content = form;
    return true;
}

static bool compile_unique_items(struct compiler *c, struct subschema *schema,
                                 const struct entry *keyword)
{
    if (keyword->value->kind != VALUE_BOOL)
        return compile_type_error(c, schema, keyword, "a boolean");
    if (keyword->value->boolean)
        compile_add(schema, CHECK_UNIQUE_ITEMS, KIND_LIST, keyword);
    return true;
}

static bool compile_dependent_required(struct compiler *c, struct subschema *schema,
                                       const struct entry *keyword)
{
    if (keyword->value->kind != VALUE_MAP)
        return compile_type_error(c, schema, keyword, "a map");
    for (uint32_t i = 0; i < keyword->value->count; i++)
        if (!compile_names(c, schema, keyword, keyword->value->entries[i].value))
            return false;
    compile_add(schema, CHECK_DEPENDENT_REQUIRED, KIND_MAP, keyword);
    return true;
}

static const struct assertion assertions[] = {
    {"type", compile_type},
    {"const", compile_const},
    {"enum", compile_enum},
    {"minimum", compile_minimum},
    {"maximum", compile_maximum},
    {"exclusiveMinimum", compile_exclusive},
    {"exclusiveMaximum", compile_exclusive},
    {"multipleOf", compile_multiple_of},
    {"minLength", compile_size},
    {"maxLength", compile_size},
    {"minItems", compile_size},
    {"maxItems", compile_size},
    {"minProperties", compile_size},
    {"maxProperties", compile_size},
    {"pattern", compile_pattern},
    {"format", compile_format},
    {"contentEncoding", compile_content},
    {"contentMediaType", compile_content},
    {"uniqueItems", compile_unique_items},
    {"dependentRequired", compile_dependent_required},
};

bool compile_assertion(struct compiler *c, struct subschema *schema,
                       const struct entry *keyword, bool *found)
{
    *found = false;
    for (size_t i = 0; i < sizeof(assertions) / sizeof(assertions[0]); i++) {
        if (!str_is(keyword->key, assertions[i].name))
            continue;
        *found = true;
        return assertions[i].compile(c, schema, keyword);
    }
    return true;
}
