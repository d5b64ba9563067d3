/* scalar.c - the kind and value of a plain scalar */

#include "lint/yaml/scalar.h"

#include "lint/base/ascii.h"

/* 64 bits: longer hexadecimal numbers are hashes and keys, which remain text. */
enum { MAX_HEX_DIGITS = 16, MAX_OCTAL_DIGITS = 21 };

/* Is text one of the three spellings of a word: word, Word, WORD? */
static bool is_word(struct str text, const char *const spellings[3])
{
    return str_is(text, spellings[0]) || str_is(text, spellings[1]) ||
           str_is(text, spellings[2]);
}

static bool resolve_word(struct str text, struct value *value)
{
    static const char *const null_words[] = {"null", "Null", "NULL"};
    static const char *const true_words[] = {"true", "True", "TRUE"};
    static const char *const false_words[] = {"false", "False", "FALSE"};

    if (text.len == 0 || str_is(text, "~") || is_word(text, null_words)) {
        value->kind = VALUE_NULL;
        return true;
    }
    value->boolean = is_word(text, true_words);
    if (!value->boolean && !is_word(text, false_words))
        return false;
    value->kind = VALUE_BOOL;
    return true;
}

/* 0o17 and 0x1F; a sign is not allowed. */
static bool resolve_radix(struct arena *arena, struct str text, struct value *value)
{
    int radix = text.data[1] == 'x' ? 16 : 8;
    size_t longest = radix == 16 ? MAX_HEX_DIGITS : MAX_OCTAL_DIGITS;
    uint64_t number = 0;

    if (text.len < 3 || text.len - 2 > longest)
        return false;
    for (size_t i = 2; i < text.len; i++) {
        int digit = hex_digit_value(text.data[i]);

        if (digit < 0 || digit >= radix)
            return false;
        number = number * (uint64_t)radix + (uint64_t)digit;
    }
    value->kind = VALUE_INTEGER;
    value->text = arena_format(arena, "%llu", (unsigned long long)number);
    return true;
}

/* The parts of a decimal number, any of which may be empty. */
struct number {
    bool negative;
    bool has_point;
    struct str whole;
    struct str fraction;
    struct str exponent; /* with its e */
};

static struct str take_digits(struct str *rest)
{
    struct str digits = {rest->data, 0};

    while (digits.len < rest->len && is_ascii_digit(rest->data[digits.len]))
        digits.len++;
    rest->data += digits.len;
    rest->len -= digits.len;
    return digits;
}

static bool take_byte(struct str *rest, char a, char b)
{
    if (rest->len == 0 || (*rest->data != a && *rest->data != b))
        return false;
    rest->data++;
    rest->len--;
    return true;
}

static bool split_number(struct str text, struct number *number)
{
    struct str rest = text;

    number->negative = text.len && *text.data == '-';
    take_byte(&rest, '-', '+');
    number->whole = take_digits(&rest);
    number->has_point = take_byte(&rest, '.', '.');
    number->fraction = number->has_point ? take_digits(&rest) : STR("");
    if (number->whole.len + number->fraction.len == 0)
        return false;
    number->exponent = rest;
    if (rest.len == 0)
        return true;
    if (!take_byte(&rest, 'e', 'E'))
        return false;
    take_byte(&rest, '-', '+');
    return take_digits(&rest).len > 0 && rest.len == 0;
}

/* JSON's grammar requires a digit on either side of a point, and no leading 0. */
static struct str canonical(struct arena *arena, struct str text,
                            const struct number *number)
{
    struct str whole = number->whole;
    bool starts_well;

    while (whole.len > 1 && *whole.data == '0') {
        whole.data++;
        whole.len--;
    }
    starts_well = text.data + number->negative == whole.data && whole.len;
    if (starts_well && (!number->has_point || number->fraction.len))
        return text;
    return arena_format(arena, "%s%.*s%s%.*s%.*s", number->negative ? "-" : "",
                        whole.len ? (int)whole.len : 1, whole.len ? whole.data : "0",
                        !number->has_point     ? ""
                        : number->fraction.len ? "."
                                               : ".0",
                        (int)number->fraction.len, number->fraction.data,
                        (int)number->exponent.len, number->exponent.data);
}

static bool resolve_decimal(struct arena *arena, struct str text, struct value *value)
{
    struct number number;

    if (!split_number(text, &number))
        return false;
    value->kind = number.has_point || number.exponent.len ? VALUE_NUMBER : VALUE_INTEGER;
    value->text = canonical(arena, text, &number);
    return true;
}

static bool resolve_not_finite(struct str text, struct value *value)
{
    static const char *const infinity_words[] = {".inf", ".Inf", ".INF"};
    static const char *const nan_words[] = {".nan", ".NaN", ".NAN"};
    struct str rest = text;
    bool has_sign = take_byte(&rest, '-', '+');

    if (!is_word(rest, infinity_words) && (has_sign || !is_word(rest, nan_words)))
        return false;
    value->kind = VALUE_NUMBER;
    value->text = *text.data == '-' ? STR(VALUE_MINUS_INFINITY) : STR(VALUE_INFINITY);
    return true;
}

void yaml_resolve(struct arena *arena, struct str text, struct value *value)
{
    char first = text.len ? *text.data : '~';

    value->kind = VALUE_STRING;
    value->text = text;
    if (!is_ascii_digit(first) && !strchr("~nNtTfF+-.", first))
        return; /* most are words */
    if (resolve_word(text, value))
        return;
    if (text.len > 1 && first == '0' && (text.data[1] == 'x' || text.data[1] == 'o') &&
        resolve_radix(arena, text, value))
        return;
    if (is_ascii_digit(first) || first == '+' || first == '-' || first == '.') {
        if (!resolve_decimal(arena, text, value))
            resolve_not_finite(text, value);
    }
}
