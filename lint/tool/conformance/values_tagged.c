/* values_tagged.c - compares trees with toml-test's tagged JSON */

#include "lint/tool/conformance/values_tagged.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/decimal.h"

static struct str skip_sign(struct str text)
{
    bool has_sign = text.len && (*text.data == '+' || *text.data == '-');

    return (struct str){text.data + has_sign, text.len - has_sign};
}

/* inf and nan are compared as written. The sign of nan does not count. */
static bool floats_equal(struct str wanted, const struct value *value, const char *data)
{
    struct str written = {data + value->span.start, span_length(value->span)};
    char want[64] = "";
    char have[64] = "";

    if (str_is(wanted, "nan"))
        return str_is(skip_sign(written), "nan");
    if (str_is(skip_sign(wanted), "inf"))
        return str_is(skip_sign(written), "inf") &&
               (*wanted.data == '-') == (*written.data == '-');
    if (wanted.len >= sizeof(want) || value->text.len >= sizeof(have))
        return false;
    memcpy(want, wanted.data, wanted.len);
    memcpy(have, value->text.data, value->text.len);
    return strtod(want, NULL) == strtod(have, NULL);
}

static bool integers_equal(struct str wanted, const struct value *value)
{
    struct decimal want = decimal_parse(wanted);
    struct decimal have = decimal_parse(value->text);

    return decimal_compare(&want, &have) == 0;
}

/* The type of a date or time, by toml-test's names. */
static const char *time_type(struct str text)
{
    bool has_offset = text.len > 19 &&
                      (text.data[text.len - 1] == 'Z' || text.data[text.len - 6] == '+' ||
                       text.data[text.len - 6] == '-');

    if (text.len > 2 && text.data[2] == ':')
        return "time-local";
    if (text.len == 10)
        return "date-local";
    return has_offset ? "datetime" : "datetime-local";
}

/* The next character, trailing zeros of a fraction left out; 0 at the end. */
static int next_character(struct str *text, bool *in_fraction)
{
    size_t zeros = 0;

    if (!text->len)
        return 0;
    *in_fraction |= *text->data == '.';
    while (*in_fraction && zeros < text->len && text->data[zeros] == '0')
        zeros++;
    if (zeros && (zeros == text->len || strchr("Z+-", text->data[zeros]))) {
        text->data += zeros;
        text->len -= zeros;
    }
    if (!text->len)
        return 0;
    *in_fraction &= strchr("Z+-", *text->data) == NULL;
    text->len--;
    return *text->data++;
}

static bool times_equal(struct str wanted, struct str found)
{
    bool in_wanted = false;
    bool in_found = false;
    int c;

    do {
        c = next_character(&wanted, &in_wanted);
        if (c != next_character(&found, &in_found))
            return false;
    } while (c);
    return true;
}

static bool scalars_equal(struct str type, struct str wanted, const struct value *value,
                          const char *data)
{
    bool is_time = value->kind == VALUE_STRING && value->style == STYLE_PLAIN;

    if (str_is(type, "string"))
        return value->kind == VALUE_STRING && !is_time && str_equal(value->text, wanted);
    if (str_is(type, "integer"))
        return value->kind == VALUE_INTEGER && integers_equal(wanted, value);
    if (str_is(type, "float"))
        return value->kind == VALUE_NUMBER && floats_equal(wanted, value, data);
    if (str_is(type, "bool"))
        return value->kind == VALUE_BOOL && value->boolean == str_is(wanted, "true");
    return is_time && str_is(type, time_type(value->text)) &&
           times_equal(wanted, value->text);
}

static bool collections_equal(const struct value *tagged, const struct value *value,
                              const char *data)
{
    if (tagged->kind != value->kind || tagged->count != value->count)
        return false;
    for (uint32_t i = 0; i < tagged->count; i++) {
        const struct entry *want = &tagged->entries[i];
        const struct entry *have = tagged->kind == VALUE_MAP
                                       ? value_entry(value, want->key)
                                       : &value->entries[i];

        if (!have || !tagged_equal(want->value, have->value, data))
            return false;
    }
    return true;
}

bool tagged_equal(const struct value *tagged, const struct value *value, const char *data)
{
    const struct value *type = value_get(tagged, "type");
    const struct value *wanted = value_get(tagged, "value");
    bool is_scalar = type && wanted && tagged->count == 2 && type->kind == VALUE_STRING &&
                     wanted->kind == VALUE_STRING;

    if (is_scalar)
        return scalars_equal(type->text, wanted->text, value, data);
    return collections_equal(tagged, value, data);
}
