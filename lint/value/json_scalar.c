/* json_scalar.c - strings, numbers and literals of JSON */

#include "lint/value/json_reader.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

static bool read_hex(const struct json_reader *reader, uint32_t at, uint32_t *unit)
{
    *unit = 0;
    for (uint32_t i = at; i < at + 4; i++) {
        int digit = hex_digit_value(json_byte(reader, i));

        if (digit < 0)
            return false;
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

/*
 * \uXXXX at the reader's place, or two of them that make a pair. A lone surrogate becomes
 * U+FFFD: RFC 8259 8.2 leaves this open, and every string in the tree must be UTF-8.
 */
static bool read_unicode_escape(struct json_reader *reader, uint32_t *code_point)
{
    uint32_t high, low;

    if (!read_hex(reader, reader->at + 2, &high))
        return false;
    reader->at += 6;
    *code_point = high;
    if (high < 0xD800 || high > 0xDFFF)
        return true;
    *code_point = CODE_POINT_INVALID;
    if (high >= 0xDC00 || !json_at(reader, '\\') ||
        json_byte(reader, reader->at + 1) != 'u' ||
        !read_hex(reader, reader->at + 2, &low) || low < 0xDC00 || low > 0xDFFF)
        return true;
    reader->at += 6;
    *code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool read_escape(struct json_reader *reader, uint32_t *code_point)
{
    static const char names[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    uint32_t start = reader->at;
    int name = json_byte(reader, start + 1);
    const char *found = name > 0 ? strchr(names, name) : NULL;

    if (found) {
        *code_point = (unsigned char)meanings[found - names];
        reader->at += 2;
        return true;
    }
    if (name != 'u')
        return json_fail(reader,
                         span_make(start, start + 1 + (name >= 0x20 && name < 0x80)),
                         "unknown escape in a string; a backslash is written `\\\\`");
    if (!read_unicode_escape(reader, code_point))
        return json_fail(reader, span_make(start, start + 2),
                         "`\\u` needs four hexadecimal digits");
    return true;
}

/* Where the plain part of a string ends: at a quote, an escape or a control character. */
static uint32_t plain_end(const struct json_reader *reader, uint32_t at)
{
    while (at < reader->end && reader->data[at] != '"' && reader->data[at] != '\\' &&
           (unsigned char)reader->data[at] >= 0x20)
        at++;
    return at;
}

static bool fail_in_string(struct json_reader *reader, uint32_t start)
{
    int c = json_byte(reader, reader->at);

    if (c < 0 || is_line_end(c))
        return json_fail(reader, span_make(start, reader->at),
                         "string is not closed on the line where it starts");
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                          span_make(reader->at, reader->at + 1),
                          "control character U+%04X in a string; write `%s`", c,
                          c == '\t' ? "\\t" : "\\u00XX");
    return false;
}

/* Reads the rest of a string that has escapes; text->data has room for all of it. */
static bool read_escaped(struct json_reader *reader, uint32_t start, struct str *text)
{
    char *out = (char *)text->data;
    size_t len = 0;

    for (;;) {
        uint32_t plain = plain_end(reader, reader->at);
        uint32_t code_point;

        memcpy(out + len, reader->data + reader->at, plain - reader->at);
        len += plain - reader->at;
        reader->at = plain;
        if (json_at(reader, '"')) {
            text->len = len;
            return true;
        }
        if (!json_at(reader, '\\'))
            return fail_in_string(reader, start);
        if (!read_escape(reader, &code_point))
            return false;
        len += utf8_encode(code_point, out + len);
    }
}

/* Where the raw string ends: escapes only shrink, so its content takes no more room. */
static uint32_t raw_end(const struct json_reader *reader)
{
    uint32_t at = plain_end(reader, reader->at);

    while (json_byte(reader, at) == '\\')
        at = plain_end(reader, at + 2 < reader->end ? at + 2 : reader->end);
    return at;
}

bool json_read_string(struct json_reader *reader, struct str *text, struct span *span)
{
    uint32_t start = reader->at++;
    uint32_t plain = plain_end(reader, reader->at);

    *text = (struct str){reader->data + reader->at, plain - reader->at};
    if (json_byte(reader, plain) == '\\') {
        text->data = arena_raw(reader->builder.arena, raw_end(reader) - reader->at + 1);
        if (!read_escaped(reader, start, text))
            return false;
    } else {
        reader->at = plain;
        if (!json_at(reader, '"'))
            return fail_in_string(reader, start);
    }
    reader->at++;
    *span = span_make(start, reader->at);
    return true;
}

static uint32_t skip_digits(const struct json_reader *reader, uint32_t at)
{
    while (is_ascii_digit(json_byte(reader, at)))
        at++;
    return at;
}

/* The end of the number at the reader's place; *message is set when it is malformed. */
static uint32_t scan_number(const struct json_reader *reader, bool *is_integer,
                            const char **message)
{
    uint32_t at = reader->at + json_at(reader, '-');
    uint32_t digits = skip_digits(reader, at);

    *message = NULL;
    *is_integer = true;
    if (digits == at)
        *message = "a number needs a digit after its sign";
    else if (json_byte(reader, at) == '0' && digits > at + 1)
        *message = "a number does not start with `0`";
    at = digits;
    if (json_byte(reader, at) == '.') {
        digits = skip_digits(reader, at + 1);
        if (digits == at + 1)
            *message = "a number needs a digit after its point";
        *is_integer = false;
        at = digits;
    }
    if (json_byte(reader, at) == 'e' || json_byte(reader, at) == 'E') {
        int sign = json_byte(reader, ++at);

        at += sign == '+' || sign == '-';
        digits = skip_digits(reader, at);
        if (digits == at)
            *message = "a number needs a digit in its exponent";
        *is_integer = false;
        at = digits;
    }
    return at;
}

static struct value *read_number(struct json_reader *reader)
{
    struct span word = json_found(reader);
    struct value *value;
    const char *message;
    bool is_integer;
    uint32_t end = scan_number(reader, &is_integer, &message);

    if (!message && end != word.end)
        message = "this is not a number";
    if (message) {
        json_fail(reader, word, message);
        return NULL;
    }
    value = value_builder_add(&reader->builder, is_integer ? VALUE_INTEGER : VALUE_NUMBER,
                              word);
    value->text = (struct str){reader->data + word.start, span_length(word)};
    reader->at = end;
    return value;
}

static struct value *report_no_value(struct json_reader *reader)
{
    if (json_at(reader, '\''))
        json_fail(reader, json_found(reader),
                  "strings stand in double quotes, not single ones");
    else
        json_expected(reader, "a value");
    return NULL;
}

static struct value *read_literal(struct json_reader *reader)
{
    struct span span = json_found(reader);
    struct str word = {reader->data + span.start, span_length(span)};
    struct value *value;

    if (!str_is(word, "true") && !str_is(word, "false") && !str_is(word, "null"))
        return report_no_value(reader);
    value = value_builder_add(&reader->builder,
                              str_is(word, "null") ? VALUE_NULL : VALUE_BOOL, span);
    value->boolean = str_is(word, "true");
    reader->at = span.end;
    return value;
}

struct value *json_read_scalar(struct json_reader *reader)
{
    int c = json_byte(reader, reader->at);
    struct value *value;
    struct span span;
    struct str text;

    if (c == '-' || is_ascii_digit(c))
        return read_number(reader);
    if (c != '"')
        return read_literal(reader);
    if (!json_read_string(reader, &text, &span))
        return NULL;
    value = value_builder_add(&reader->builder, VALUE_STRING, span);
    value->style = STYLE_DOUBLE_QUOTED;
    value->text = text;
    return value;
}
