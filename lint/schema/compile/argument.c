/* argument.c - checks the values of keywords */

#include "lint/schema/compile/argument.h"

bool compile_names(struct compiler *c, const struct subschema *schema,
                   const struct entry *entry, const struct value *names)
{
    bool strings = names->kind == VALUE_LIST;

    for (uint32_t i = 0; strings && i < names->count; i++)
        strings = names->entries[i].value->kind == VALUE_STRING;
    return strings || compiler_fail(c, schema->resource, names->span,
                                    "`%.*s` needs a list of strings", (int)entry->key.len,
                                    entry->key.data);
}

static bool is_count(const struct value *value)
{
    struct decimal number;

    if (!value_is_numeric(value))
        return false;
    number = decimal_parse(value->text);
    return !number.negative && decimal_is_integer(&number);
}

/* What is expected instead of the value; NULL when it is an argument of that kind. */
static const char *expected(const struct value *value, enum argument argument)
{
    switch (argument) {
    case ARGUMENT_STRING:
        return value->kind == VALUE_STRING ? NULL : "text";
    case ARGUMENT_BOOLEAN:
        return value->kind == VALUE_BOOL ? NULL : "true or false";
    case ARGUMENT_NUMBER:
        return value_is_numeric(value) ? NULL : "a number";
    case ARGUMENT_COUNT:
        return is_count(value) ? NULL : "a whole number of 0 or more";
    case ARGUMENT_LIST:
        return value->kind == VALUE_LIST ? NULL : "a list";
    case ARGUMENT_MAP:
        return value->kind == VALUE_MAP ? NULL : "a group of keys";
    case ARGUMENT_ANY:
    case ARGUMENT_NAMES:
        break;
    }
    return NULL;
}

bool compile_argument(struct compiler *c, const struct subschema *schema,
                      const struct entry *entry, enum argument argument)
{
    const char *other = expected(entry->value, argument);

    if (argument == ARGUMENT_NAMES)
        return compile_names(c, schema, entry, entry->value);
    return !other || compile_type_error(c, schema, entry, other);
}

uint64_t argument_count(const struct value *value)
{
    struct decimal number = decimal_parse(value->text);
    uint64_t count = 0;

    /* No count has as many digits: more of them make no difference. */
    for (int64_t i = 0, at = 0; i < number.exponent && i < 18; i++) {
        if (at < (int64_t)number.digits.len && number.digits.data[at] == '.')
            at++;
        count = count * 10;
        if (at < (int64_t)number.digits.len)
            count += (uint64_t)(number.digits.data[at++] - '0');
    }
    return count;
}
