/* number.c - reads words: booleans and numbers */

#include "lint/base/ascii.h"
#include "lint/toml/reader.h"

static struct value *add_word(struct toml_reader *reader, enum value_kind kind,
                              struct span word, struct str text)
{
    struct value *value = value_builder_add(&reader->builder, kind, word);

    value->text = text;
    return value;
}

static struct value *add_boolean(struct toml_reader *reader, struct span word)
{
    struct value *value = value_builder_add(&reader->builder, VALUE_BOOL, word);

    value->boolean = reader->data[word.start] == 't';
    return value;
}

/* 0x, 0o and 0b, up to 64 bits as in TOML; decimal numbers remain as written. */
static struct value *resolve_radix(struct toml_reader *reader, struct span word,
                                   struct str digits, int radix, struct str *message)
{
    uint64_t number = 0;
    bool after_digit = false;

    for (size_t i = 0; i < digits.len; i++) {
        int digit = hex_digit_value(digits.data[i]);

        if (digits.data[i] == '_' && after_digit && i + 1 < digits.len) {
            after_digit = false;
            continue;
        }
        if (digit < 0 || digit >= radix)
            return NULL;
        if (number > (UINT64_MAX - (uint64_t)digit) / (uint64_t)radix) {
            *message = STR("it has more than 64 bits");
            return NULL;
        }
        number = number * (uint64_t)radix + (uint64_t)digit;
        after_digit = true;
    }
    if (!after_digit)
        return NULL;
    return add_word(
        reader, VALUE_INTEGER, word,
        arena_format(reader->builder.arena, "%llu", (unsigned long long)number));
}

/* Appends digits, with single `_` between them, to out; returns how many. */
static size_t take_digits(struct str *rest, char *out, size_t *len)
{
    size_t count = 0;
    size_t at = 0;

    while (at < rest->len) {
        bool is_joint = rest->data[at] == '_' && count && rest->data[at - 1] != '_' &&
                        at + 1 < rest->len && is_ascii_digit(rest->data[at + 1]);

        if (is_ascii_digit(rest->data[at])) {
            out[(*len)++] = rest->data[at];
            count++;
        } else if (!is_joint) {
            break;
        }
        at++;
    }
    rest->data += at;
    rest->len -= at;
    return count;
}

static bool take_sign(struct str *rest, char *out, size_t *len)
{
    if (!rest->len || (*rest->data != '-' && *rest->data != '+'))
        return false;
    if (*rest->data == '-')
        out[(*len)++] = '-';
    rest->data++;
    rest->len--;
    return true;
}

/* Steps over one of two bytes and appends the first of them. */
static bool take(struct str *rest, char a, char b, char *out, size_t *len)
{
    if (!rest->len || (*rest->data != a && *rest->data != b))
        return false;
    out[(*len)++] = a;
    rest->data++;
    rest->len--;
    return true;
}

static struct value *refuse(struct str *message, struct str why)
{
    *message = why;
    return NULL;
}

static struct value *resolve_decimal(struct toml_reader *reader, struct span word,
                                     struct str *message)
{
    struct str rest = toml_text(reader, word);
    char *out = arena_raw(reader->builder.arena, rest.len);
    enum value_kind kind = VALUE_INTEGER;
    size_t len = 0;
    const char *whole;
    size_t digits;

    take_sign(&rest, out, &len);
    whole = out + len;
    digits = take_digits(&rest, out, &len);
    if (!digits)
        return rest.len && *rest.data == '.'
                   ? refuse(message, STR("a digit is missing before its point"))
                   : NULL;
    if (digits > 1 && *whole == '0')
        return refuse(message, STR("it starts with `0`"));
    if (take(&rest, '.', '.', out, &len)) {
        kind = VALUE_NUMBER;
        if (!take_digits(&rest, out, &len))
            return refuse(message, STR("a digit is missing after its point"));
    }
    if (take(&rest, 'e', 'E', out, &len)) {
        kind = VALUE_NUMBER;
        take_sign(&rest, out, &len);
        if (!take_digits(&rest, out, &len))
            return refuse(message, STR("a digit is missing in its exponent"));
    }
    if (rest.len)
        return NULL;
    return add_word(reader, kind, word, (struct str){out, len});
}

/* inf and nan; value.h says what they become. */
static struct value *resolve_not_finite(struct toml_reader *reader, struct span word,
                                        struct str text)
{
    bool is_negative = *text.data == '-';

    if (is_negative || *text.data == '+')
        text = (struct str){text.data + 1, text.len - 1};
    if (!str_is(text, "inf") && !str_is(text, "nan"))
        return NULL;
    return add_word(reader, VALUE_NUMBER, word,
                    is_negative ? STR(VALUE_MINUS_INFINITY) : STR(VALUE_INFINITY));
}

static unsigned radix_of(struct str text)
{
    if (text.len < 3 || *text.data != '0')
        return 0;
    return text.data[1] == 'x'   ? 16
           : text.data[1] == 'o' ? 8
           : text.data[1] == 'b' ? 2
                                 : 0;
}

struct value *toml_resolve_word(struct toml_reader *reader, struct span word,
                                struct str *message)
{
    struct str text = toml_text(reader, word);
    unsigned radix = radix_of(text);
    struct value *value;

    *message = STR("");
    if (!text.len)
        return NULL;
    if (str_is(text, "true") || str_is(text, "false"))
        return add_boolean(reader, word);
    if (radix)
        return resolve_radix(reader, word, (struct str){text.data + 2, text.len - 2},
                             radix, message);
    value = resolve_not_finite(reader, word, text);
    return value ? value : resolve_decimal(reader, word, message);
}
