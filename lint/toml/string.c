/* string.c - reads the four kinds of TOML strings */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/quote.h"
#include "lint/base/utf8.h"
#include "lint/toml/reader.h"

/* A string that is read. */
struct string {
    uint32_t start;
    char quote;   /* `"`: with escapes, or `'`: without */
    bool is_long; /* in three quotes: over several lines */
    char *out;    /* its content, with room for all of it; NULL: the text itself */
    size_t len;
};

bool toml_at_long_quote(const struct toml_reader *reader)
{
    int quote = toml_byte(reader, reader->at);

    return (quote == '"' || quote == '\'') &&
           toml_byte(reader, reader->at + 1) == quote &&
           toml_byte(reader, reader->at + 2) == quote;
}

static bool has_escapes(const struct string *string)
{
    return string->quote == '"';
}

/* The offset after a run of spaces and tabs. */
static uint32_t skip_spaces(const struct toml_reader *reader, uint32_t at)
{
    while (is_space_or_tab(toml_byte(reader, at)))
        at++;
    return at;
}

static uint32_t skip_newline(const struct toml_reader *reader, uint32_t at)
{
    return at + 1 + (toml_byte(reader, at) == '\r');
}

/* The 4 digits of \u or 8 of \U; false when they are not a character. */
static bool read_hex(const struct toml_reader *reader, uint32_t at, int digits,
                     uint32_t *code_point)
{
    *code_point = 0;
    for (int i = 0; i < digits; i++) {
        int digit = hex_digit_value(toml_byte(reader, at + (uint32_t)i));

        if (digit < 0)
            return false;
        *code_point = *code_point << 4 | (uint32_t)digit;
    }
    return *code_point < 0xD800 || (*code_point > 0xDFFF && *code_point <= 0x10FFFF);
}

/* Is it a string in double quotes that ends on its line and has neither `'` nor valid
 * escapes? Then the same text in single quotes needs none. */
static bool is_path(const struct toml_reader *reader, uint32_t start, uint32_t *end)
{
    uint32_t at = start + 1;

    for (; !toml_is_line_end(reader, at) && reader->data[at] != '"'; at++)
        if (reader->data[at] == '\'' ||
            (reader->data[at] == '\\' &&
             (toml_byte(reader, at + 1) == '"' || toml_byte(reader, at + 1) == '\\')))
            return false;
    *end = at;
    return toml_byte(reader, at) == '"';
}

static bool explain_escape(struct toml_reader *reader, const struct string *string)
{
    uint32_t at = reader->at;
    int next = toml_byte(reader, at + 1);
    struct span escape = span_make(at, at + 1 + (next > 0x20 && next < 0x7F));
    struct mistake *mistake;
    uint32_t end;

    mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, escape,
        "`%.*s` is no escape; use single quotes or write the backslash twice",
        (int)span_length(escape), reader->data + at);
    if (next == '\'') {
        mistake_add_edit(mistake, reader->builder.arena, span_make(at, at + 1), STR(""));
    } else if (!string->is_long && is_path(reader, string->start, &end)) {
        mistake_add_edit(
            mistake, reader->builder.arena, span_make(string->start, end + 1),
            arena_format(reader->builder.arena, "'%.*s'", (int)(end - string->start - 1),
                         reader->data + string->start + 1));
        reader->at = end + 1;
    } else {
        mistake_add_edit(mistake, reader->builder.arena, span_make(at, at + 1),
                         STR("\\\\"));
    }
    return false;
}

static bool read_code_point(struct toml_reader *reader, struct string *string, int digits)
{
    uint32_t code_point;

    if (!read_hex(reader, reader->at + 2, digits, &code_point) &&
        !read_hex(reader, reader->at + 2, 2, &code_point))
        return explain_escape(reader, string); /* `C:\Users` */
    if (!read_hex(reader, reader->at + 2, digits, &code_point))
        return toml_fail(
            reader, span_make(reader->at, reader->at + 2),
            digits == 4
                ? "`\\u` stands for a character by its number, four of 0-9 and a-f"
                : "`\\U` stands for a character by its number, eight of 0-9 and "
                  "a-f");
    reader->at += 2 + (uint32_t)digits;
    string->len += utf8_encode(code_point, string->out + string->len);
    return true;
}

/* A backslash at the end of a line removes the line end and all white space after it. */
static bool skip_line_joint(struct toml_reader *reader, const struct string *string)
{
    uint32_t at = skip_spaces(reader, reader->at + 1);

    if (!string->is_long || at >= reader->end || !toml_is_line_end(reader, at))
        return false;
    while (at < reader->end && toml_is_line_end(reader, at))
        at = skip_spaces(reader, skip_newline(reader, at));
    reader->at = at;
    return true;
}

static bool read_escape(struct toml_reader *reader, struct string *string)
{
    static const char names[] = "\"\\bfnrt";
    static const char meanings[] = "\"\\\b\f\n\r\t";
    int name = toml_byte(reader, reader->at + 1);
    const char *found = name > 0 ? strchr(names, name) : NULL;

    if (found) {
        string->out[string->len++] = meanings[found - names];
        reader->at += 2;
        return true;
    }
    if (name == 'u' || name == 'U')
        return read_code_point(reader, string, name == 'u' ? 4 : 8);
    return skip_line_joint(reader, string) || explain_escape(reader, string);
}

/* Does the line after the one that ends at `end` go on with something else? Then the
 * string was meant to end before. */
static bool next_line_is_own(const struct toml_reader *reader, uint32_t end)
{
    uint32_t start;
    struct str line;

    if (end >= reader->end)
        return true;
    start = skip_newline(reader, end);
    line = str_trim(toml_text(reader, span_make(start, toml_line_end(reader, start))));
    return !line.len || is_one_of(line.data[0], "#[") || memchr(line.data, '=', line.len);
}

static bool report_open(struct toml_reader *reader, const struct string *string)
{
    uint32_t end = toml_line_end(reader, string->start);
    bool ends_here = next_line_is_own(reader, end);
    struct mistake *mistake;
    uint32_t curly;

    while (end > string->start + 1 && is_space_or_tab(reader->data[end - 1]))
        end--;
    if (string->is_long)
        return toml_fail(
            reader, span_make(string->start, string->start + 3),
            string->quote == '"'
                ? "the text that begins here is not closed; type `\"\"\"` at its end"
                : "the text that begins here is not closed; type `'''` at its end");
    mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, span_make(string->start, end),
        "the quote is not closed on this line; type it at the end of the text as well");
    /* Inside brackets or before a comment it is not clear where it should have ended. */
    curly = (uint32_t)quote_at_end(toml_text(reader, span_make(string->start, end)));
    if (ends_here && !reader->brackets &&
        !memchr(reader->data + string->start, '#', end - string->start) &&
        reader->data[end - 1] != '"' && reader->data[end - 1] != '\'')
        mistake_add_edit(mistake, reader->builder.arena, span_make(end - curly, end),
                         (struct str){reader->data + string->start, 1});
    reader->at = end;
    return false;
}

/* Where the plain part of a string ends: at a byte with a meaning in it. */
static uint32_t plain_end(const struct toml_reader *reader, const struct string *string)
{
    uint32_t at = reader->at;

    while (at < reader->end && reader->data[at] != string->quote &&
           ((unsigned char)reader->data[at] >= 0x20 || reader->data[at] == '\t') &&
           reader->data[at] != 0x7F && !(reader->data[at] == '\\' && has_escapes(string)))
        at++;
    return at;
}

/* A long string may end in one or two quotes, before the three that close it. */
static bool read_quote(struct toml_reader *reader, struct string *string, bool *is_end)
{
    uint32_t count = 0;

    *is_end = !string->is_long;
    if (!string->is_long) {
        reader->at++;
        return true;
    }
    while (count < 5 && toml_byte(reader, reader->at + count) == string->quote)
        count++;
    *is_end = count >= 3;
    memset(string->out + string->len, string->quote, count - (*is_end ? 3 : 0));
    string->len += count - (*is_end ? 3 : 0);
    reader->at += count;
    return true;
}

static bool read_special(struct toml_reader *reader, struct string *string, bool *is_end)
{
    int c = toml_byte(reader, reader->at);

    *is_end = false;
    if (c == string->quote)
        return read_quote(reader, string, is_end);
    if (c == '\\')
        return read_escape(reader, string);
    if (reader->at >= reader->end ||
        (!string->is_long && toml_is_line_end(reader, reader->at)))
        return report_open(reader, string);
    if (toml_is_line_end(reader, reader->at)) {
        uint32_t next = skip_newline(reader, reader->at);

        memcpy(string->out + string->len, reader->data + reader->at, next - reader->at);
        string->len += next - reader->at;
        reader->at = next;
        return true;
    }
    value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, span_make(reader->at, reader->at + 1),
        "invisible character U+%04X in the text; delete it", (unsigned)c);
    return false;
}

/* The room for the rest of the string: its content is no longer than what is written. */
static size_t room_for(const struct toml_reader *reader, const struct string *string)
{
    uint32_t end = string->is_long ? reader->end : toml_line_end(reader, string->start);

    if (string->is_long) {
        struct str rest = {reader->data + reader->at, reader->end - reader->at};
        size_t i = 0;

        while (i + 2 < rest.len &&
               !(rest.data[i] == string->quote && rest.data[i + 1] == string->quote &&
                 rest.data[i + 2] == string->quote))
            i += 1 + (rest.data[i] == '\\' && has_escapes(string));
        end = reader->at + (uint32_t)(i + 5 < rest.len ? i + 5 : rest.len);
    }
    return end - reader->at + 1;
}

static bool read_content(struct toml_reader *reader, struct string *string)
{
    bool is_end = false;

    string->out = arena_raw(reader->builder.arena, room_for(reader, string));
    while (!is_end) {
        uint32_t end = plain_end(reader, string);

        memcpy(string->out + string->len, reader->data + reader->at, end - reader->at);
        string->len += end - reader->at;
        reader->at = end;
        if (!read_special(reader, string, &is_end))
            return false;
    }
    return true;
}

bool toml_read_string(struct toml_reader *reader, struct str *text, struct span *span)
{
    struct string string = {.start = reader->at,
                            .quote = reader->data[reader->at],
                            .is_long = toml_at_long_quote(reader)};
    uint32_t end;

    reader->at += string.is_long ? 3 : 1;
    if (string.is_long && reader->at < reader->end &&
        toml_is_line_end(reader, reader->at))
        reader->at = skip_newline(reader, reader->at);
    end = plain_end(reader, &string);
    if (!string.is_long && toml_byte(reader, end) == string.quote) {
        *text = toml_text(reader, span_make(reader->at, end));
        reader->at = end + 1;
    } else {
        if (!read_content(reader, &string))
            return false;
        *text = (struct str){string.out, string.len};
    }
    *span = span_make(string.start, reader->at);
    return true;
}
