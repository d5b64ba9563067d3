/* json.c - reads JSON, strictly by RFC 8259, and JSON with comments */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/value/builder.h"
#include "lint/value/value.h"

/*
 * A recursive descent bounded by VALUE_MAX_DEPTH. The first mistake ends it: functions
 * that fail have reported it and return false or NULL.
 */
struct json_reader {
    struct value_builder builder;
    const char *data;
    uint32_t at;
    uint32_t end;
    uint32_t depth;
    bool relaxed; /* comments and trailing commas are allowed */
};

static struct value *read_value(struct json_reader *reader);

/* The byte at offset, or -1 past the end; NUL bytes may be part of the text. */
static int byte_at(const struct json_reader *reader, uint32_t offset)
{
    return offset < reader->end ? (unsigned char)reader->data[offset] : -1;
}

static bool at_byte(const struct json_reader *reader, char c)
{
    return byte_at(reader, reader->at) == (unsigned char)c;
}

/* Bytes of words: literals, numbers, and what people write instead of them. */
static bool is_word(int c)
{
    return is_ascii_word_or_dash(c) || is_one_of(c, "$.+") || c >= 0x80;
}

static bool skip_comment(struct json_reader *reader)
{
    uint32_t start = reader->at;
    bool is_block = byte_at(reader, start + 1) == '*';

    for (reader->at += 2; reader->at < reader->end; reader->at++) {
        if (!is_block && (at_byte(reader, '\n') || at_byte(reader, '\r')))
            return true;
        if (is_block && at_byte(reader, '*') && byte_at(reader, reader->at + 1) == '/') {
            reader->at += 2;
            return true;
        }
    }
    reader->at = reader->end;
    if (is_block)
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                              span_make(start, start + 2),
                              "comment is not closed by `*/`");
    return !is_block;
}

static bool at_comment(const struct json_reader *reader)
{
    int next = byte_at(reader, reader->at + 1);

    return at_byte(reader, '/') && (next == '/' || next == '*');
}

static bool skip_blank(struct json_reader *reader)
{
    for (;;) {
        while (at_byte(reader, ' ') || at_byte(reader, '\n') || at_byte(reader, '\r') ||
               at_byte(reader, '\t'))
            reader->at++;
        if (!reader->relaxed || !at_comment(reader))
            return true;
        if (!skip_comment(reader))
            return false;
    }
}

/* What is there instead of what was expected: a word or one character. */
static struct span found_span(const struct json_reader *reader)
{
    uint32_t start = reader->at;
    uint32_t end = start;
    size_t len;

    if (start >= reader->end)
        return span_make(reader->end, reader->end);
    while (is_word(byte_at(reader, end)))
        end++;
    if (end > start)
        return span_make(start, end);
    utf8_decode((struct str){reader->data + start, reader->end - start}, &len);
    return span_make(start, start + (uint32_t)len);
}

/* Reports what is at the reader's place and what was expected there. */
static struct mistake *report_expected(struct json_reader *reader, const char *expected)
{
    struct value_builder *builder = &reader->builder;
    struct span span = found_span(reader);
    const char *found = reader->data + span.start;

    if (span_empty(span))
        return value_builder_problem(builder, PROBLEM_SYNTAX, span,
                                     "the text ends where %s is expected", expected);
    if (at_comment(reader))
        return value_builder_problem(builder, PROBLEM_SYNTAX,
                                     span_make(span.start, span.start + 2),
                                     "JSON has no comments; expected %s", expected);
    if ((unsigned char)*found < 0x20)
        return value_builder_problem(builder, PROBLEM_SYNTAX, span,
                                     "found control character U+%04X, expected %s",
                                     (unsigned char)*found, expected);
    return value_builder_problem(builder, PROBLEM_SYNTAX, span,
                                 "found `%.*s`, expected %s", (int)span_length(span),
                                 found, expected);
}

static bool fail(struct json_reader *reader, struct span span, const char *message)
{
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span, "%s", message);
    return false;
}

static bool read_hex(const struct json_reader *reader, uint32_t at, uint32_t *unit)
{
    *unit = 0;
    for (uint32_t i = at; i < at + 4; i++) {
        int digit = hex_digit_value(byte_at(reader, i));

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
    if (high >= 0xDC00 || !at_byte(reader, '\\') ||
        byte_at(reader, reader->at + 1) != 'u' ||
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
    int name = byte_at(reader, start + 1);
    const char *found = name > 0 ? strchr(names, name) : NULL;

    if (found) {
        *code_point = (unsigned char)meanings[found - names];
        reader->at += 2;
        return true;
    }
    if (name != 'u')
        return fail(reader, span_make(start, start + 1 + (name >= 0x20 && name < 0x80)),
                    "unknown escape in a string; a backslash is written `\\\\`");
    if (!read_unicode_escape(reader, code_point))
        return fail(reader, span_make(start, start + 2),
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
    int c = byte_at(reader, reader->at);

    if (c < 0 || is_line_end(c))
        return fail(reader, span_make(start, reader->at),
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
        if (at_byte(reader, '"')) {
            text->len = len;
            return true;
        }
        if (!at_byte(reader, '\\'))
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

    while (byte_at(reader, at) == '\\')
        at = plain_end(reader, at + 2 < reader->end ? at + 2 : reader->end);
    return at;
}

static bool read_string(struct json_reader *reader, struct str *text, struct span *span)
{
    uint32_t start = reader->at++;
    uint32_t plain = plain_end(reader, reader->at);

    *text = (struct str){reader->data + reader->at, plain - reader->at};
    if (byte_at(reader, plain) == '\\') {
        text->data = arena_raw(reader->builder.arena, raw_end(reader) - reader->at + 1);
        if (!read_escaped(reader, start, text))
            return false;
    } else {
        reader->at = plain;
        if (!at_byte(reader, '"'))
            return fail_in_string(reader, start);
    }
    reader->at++;
    *span = span_make(start, reader->at);
    return true;
}

static uint32_t skip_digits(const struct json_reader *reader, uint32_t at)
{
    while (is_ascii_digit(byte_at(reader, at)))
        at++;
    return at;
}

/* The end of the number at the reader's place; *message is set when it is malformed. */
static uint32_t scan_number(const struct json_reader *reader, bool *is_integer,
                            const char **message)
{
    uint32_t at = reader->at + at_byte(reader, '-');
    uint32_t digits = skip_digits(reader, at);

    *message = NULL;
    *is_integer = true;
    if (digits == at)
        *message = "a number needs a digit after its sign";
    else if (byte_at(reader, at) == '0' && digits > at + 1)
        *message = "a number does not start with `0`";
    at = digits;
    if (byte_at(reader, at) == '.') {
        digits = skip_digits(reader, at + 1);
        if (digits == at + 1)
            *message = "a number needs a digit after its point";
        *is_integer = false;
        at = digits;
    }
    if (byte_at(reader, at) == 'e' || byte_at(reader, at) == 'E') {
        int sign = byte_at(reader, ++at);

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
    struct span word = found_span(reader);
    struct value *value;
    const char *message;
    bool is_integer;
    uint32_t end = scan_number(reader, &is_integer, &message);

    if (!message && end != word.end)
        message = "this is not a number";
    if (message) {
        fail(reader, word, message);
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
    if (at_byte(reader, '\''))
        fail(reader, found_span(reader),
             "strings stand in double quotes, not single ones");
    else
        report_expected(reader, "a value");
    return NULL;
}

static struct value *read_literal(struct json_reader *reader)
{
    struct span span = found_span(reader);
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

static struct value *read_scalar(struct json_reader *reader)
{
    int c = byte_at(reader, reader->at);
    struct value *value;
    struct span span;
    struct str text;

    if (c == '-' || is_ascii_digit(c))
        return read_number(reader);
    if (c != '"')
        return read_literal(reader);
    if (!read_string(reader, &text, &span))
        return NULL;
    value = value_builder_add(&reader->builder, VALUE_STRING, span);
    value->style = STYLE_DOUBLE_QUOTED;
    value->text = text;
    return value;
}

static bool read_key(struct json_reader *reader, struct entry *entry)
{
    struct mistake *mistake;
    struct span span = found_span(reader);
    int c = byte_at(reader, reader->at);

    if (c == '"')
        return read_string(reader, &entry->key, &entry->key_span) && skip_blank(reader);
    mistake = report_expected(reader, "a key in double quotes");
    if (is_word(c))
        mistake_add_edit(mistake, reader->builder.arena, span,
                         arena_format(reader->builder.arena, "\"%.*s\"",
                                      (int)span_length(span), reader->data + span.start));
    return false;
}

static bool read_entry(struct json_reader *reader, enum value_kind kind)
{
    struct entry entry = {0};

    if (kind == VALUE_MAP) {
        if (!read_key(reader, &entry))
            return false;
        if (!at_byte(reader, ':')) {
            report_expected(reader, "`:` after the key");
            return false;
        }
        reader->at++;
    }
    entry.value = read_value(reader);
    if (!entry.value)
        return false;
    value_builder_push(&reader->builder, entry);
    return true;
}

/* Steps over a comma, which must not be the last thing in the collection. */
static bool skip_comma(struct json_reader *reader, char close)
{
    uint32_t comma = reader->at++;
    struct mistake *mistake;

    if (!skip_blank(reader))
        return false;
    if (reader->relaxed || !at_byte(reader, close))
        return true;
    mistake = value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                                    span_make(comma, comma + 1),
                                    "comma without a value after it, before `%c`", close);
    mistake_add_edit(mistake, reader->builder.arena, mistake->span, STR(""));
    return false;
}

static bool read_entries(struct json_reader *reader, enum value_kind kind)
{
    char close = kind == VALUE_MAP ? '}' : ']';

    if (!skip_blank(reader))
        return false;
    while (!at_byte(reader, close)) {
        if (!read_entry(reader, kind) || !skip_blank(reader))
            return false;
        if (at_byte(reader, ',')) {
            if (!skip_comma(reader, close))
                return false;
        } else if (!at_byte(reader, close)) {
            report_expected(reader, kind == VALUE_MAP ? "`,` or `}`" : "`,` or `]`");
            return false;
        }
    }
    return true;
}

static struct value *read_collection(struct json_reader *reader, enum value_kind kind)
{
    uint32_t start = reader->at++;
    uint32_t first = reader->builder.open_count;
    struct value *value;

    if (reader->depth == VALUE_MAX_DEPTH) {
        value_builder_too_deep(&reader->builder, span_make(start, start + 1));
        return NULL;
    }
    reader->depth++;
    value = value_builder_add(&reader->builder, kind, span_make(start, start));
    value->style = STYLE_FLOW;
    if (!read_entries(reader, kind))
        return NULL;
    value->span.end = ++reader->at;
    value_builder_close(&reader->builder, value, first);
    reader->depth--;
    return value;
}

static struct value *read_value(struct json_reader *reader)
{
    if (!skip_blank(reader))
        return NULL;
    if (!value_builder_count(&reader->builder, 1)) {
        value_builder_too_many(&reader->builder, span_make(reader->at, reader->at));
        return NULL;
    }
    if (at_byte(reader, '{'))
        return read_collection(reader, VALUE_MAP);
    if (at_byte(reader, '['))
        return read_collection(reader, VALUE_LIST);
    return read_scalar(reader);
}

static struct value *read_text(struct json_reader *reader)
{
    struct str bom = STR("\xEF\xBB\xBF");
    struct value *root;

    if (!value_builder_check_encoding(&reader->builder))
        return NULL;
    if (str_starts(value_builder_text(&reader->builder), bom))
        reader->at += (uint32_t)bom.len;
    root = read_value(reader);
    if (!root || !skip_blank(reader))
        return NULL;
    if (reader->at < reader->end) {
        report_expected(reader, "nothing after the value");
        return NULL;
    }
    return root;
}

static void read(struct arena *arena, struct value_input input, bool relaxed,
                 struct value_tree *tree)
{
    struct json_reader reader = {.data = input.data,
                                 .at = input.span.start,
                                 .end = input.span.end,
                                 .relaxed = relaxed};

    value_builder_init(&reader.builder, arena, input, tree);
    tree->syntax = SYNTAX_JSON;
    value_builder_finish(&reader.builder, read_text(&reader));
}

void json_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    read(arena, input, false, tree);
}

void jsonc_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    read(arena, input, true, tree);
}
