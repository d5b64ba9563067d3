/* explain.c - explains, in a writer's words, lines and brackets that are not TOML */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/white_space.h"
#include "lint/toml/reader.h"

static uint32_t skip_blank(const struct toml_reader *reader, uint32_t at)
{
    while (is_space_or_tab(toml_byte(reader, at)))
        at++;
    return at;
}

/* The sign after the word at offset: `=`, `:` before white space, or 0. */
static int sign_after_word(const struct toml_reader *reader, uint32_t at)
{
    uint32_t word = at;

    while (is_ascii_word_or_dash(toml_byte(reader, at)) || toml_byte(reader, at) == '.')
        at++;
    if (at == word)
        return 0;
    at = skip_blank(reader, at);
    if (toml_byte(reader, at) != ':')
        return toml_byte(reader, at) == '=' ? '=' : 0;
    return toml_byte(reader, at + 1) == ' ' || toml_is_line_end(reader, at + 1) ? ':' : 0;
}

/* Two or more keys with a colon, and no line of TOML: this is YAML. */
static bool is_yaml(const struct toml_reader *reader)
{
    uint32_t at = reader->builder.input.span.start;
    uint32_t colons = 0;

    while (at < reader->end) {
        uint32_t start = skip_blank(reader, at);
        int sign = sign_after_word(reader, start);

        if (sign == '=' || toml_byte(reader, start) == '[')
            return false;
        colons += sign == ':';
        at = toml_line_end(reader, at) + 1;
    }
    return colons > 1;
}

static bool starts_value(const struct toml_reader *reader, uint32_t at)
{
    int c = toml_byte(reader, at);
    struct str rest = {reader->data + at, reader->end - at};

    return is_ascii_digit(c) || is_one_of(c, "\"'[{+-") ||
           str_starts(rest, STR("true")) || str_starts(rest, STR("false"));
}

/* `title: Foo` */
static struct value *explain_colon(struct toml_reader *reader, const struct toml_key *key)
{
    uint32_t value = skip_blank(reader, reader->at + 1);
    struct mistake *mistake;
    struct span rest;

    if (!reader->failed && is_yaml(reader)) {
        toml_fail(reader, toml_rest(reader, key->span.start),
                  "this is YAML, not TOML: write `---` instead of `+++` around it");
        reader->stopped = true;
        return NULL;
    }
    mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, span_make(reader->at, reader->at + 1),
        "write `=` between a key and its value here, not `:`");
    rest = toml_rest(reader, value);
    if (starts_value(reader, value))
        mistake_add_edit(mistake, reader->builder.arena, mistake->span, STR(" ="));
    else if (!span_empty(rest))
        mistake_add_edit(
            mistake, reader->builder.arena, span_make(reader->at, rest.end),
            arena_format(
                reader->builder.arena, " = %s",
                toml_quoted(reader->builder.arena, toml_text(reader, rest)).data));
    return NULL;
}

/* `*`, `>`: what a line of Markdown starts with, and hardly a key. */
static bool is_markdown(struct str key)
{
    return is_one_of(key.data[0], "*>|`![");
}

/* A key with characters that a bare key cannot have. */
static bool report_odd_key(struct toml_reader *reader, struct span span)
{
    struct mistake *mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, span,
        "a key with more than letters (a-z), digits, `-` and `_` needs quotes around it");
    struct str key = toml_text(reader, span);

    mistake_add_edit(mistake, reader->builder.arena, span,
                     toml_quoted(reader->builder.arena, key));
    /* White space at its ends that is no blank is hardly meant to be a part of it. */
    mistake->fix_safe =
        !white_space_at_start(key) && !white_space_at_end(key) && !is_markdown(key);
    return false;
}

/* From the start of an odd key to its sign or bracket, without blanks before that. */
static struct span odd_key_at(const struct toml_reader *reader, uint32_t start)
{
    uint32_t end = start;

    while (!toml_is_line_end(reader, end) && !strchr("=:]}\"'#,", reader->data[end]))
        end++;
    while (end > start && is_space_or_tab(reader->data[end - 1]))
        end--;
    return span_make(start, end);
}

/* Where a key is expected. Without a sign after it, it is none. */
static bool explain_odd_key(struct toml_reader *reader, uint32_t start)
{
    struct span key = odd_key_at(reader, start);

    if (span_empty(key))
        return toml_expected(reader, "a key");
    if (!is_one_of(toml_byte(reader, skip_blank(reader, key.end)), "=:"))
        return toml_fail(reader, toml_rest(reader, start), "expected `key = value`");
    return report_odd_key(reader, key);
}

bool toml_explain_key(struct toml_reader *reader)
{
    int c = toml_byte(reader, reader->at);

    if (c == '=')
        return toml_fail(reader, span_make(reader->at, reader->at + 1),
                         "no key before `=`");
    if (toml_is_line_end(reader, reader->at) || strchr(".,[]{}#", c) || c < 0x20)
        return toml_expected(reader, "a key");
    return explain_odd_key(reader, reader->at);
}

/* `title "Foo"`, and lines that are nothing like `key = value`. */
static struct value *explain_no_sign(struct toml_reader *reader,
                                     const struct toml_key *key)
{
    struct mistake *mistake;

    if (!starts_value(reader, reader->at)) {
        toml_fail(reader, toml_rest(reader, key->span.start), "expected `key = value`");
        return NULL;
    }
    mistake = value_builder_problem(&reader->builder, PROBLEM_SYNTAX, key->span,
                                    "no `=` after `%.*s`; type one", (int)key->name.len,
                                    key->name.data);
    if (!reader->brackets)
        mistake_add_edit(mistake, reader->builder.arena,
                         span_make(key->span.end, reader->at), STR(" = "));
    /* `it's = 5`: the quote may be a part of the key. */
    mistake->fix_safe = reader->at > key->span.end;
    return NULL;
}

/* Is there a `=` later on the line? */
static bool has_sign(const struct toml_reader *reader)
{
    struct str rest = toml_text(reader, toml_rest(reader, reader->at));

    return memchr(rest.data, '=', rest.len) != NULL;
}

struct value *toml_explain_sign(struct toml_reader *reader, const struct toml_key *key)
{
    const struct toml_key *last = key;
    uint32_t end;
    int c = toml_byte(reader, reader->at);

    while (last->next)
        last = last->next;
    end = last->span.end;
    if (c == ':')
        return explain_colon(reader, last);
    if (str_is(last->name, "-") && reader->at > end) {
        toml_fail(reader, toml_rest(reader, key->span.start),
                  "write a list in brackets here: `[\"a\", \"b\"]`");
        return NULL;
    }
    if (!starts_value(reader, reader->at) && has_sign(reader)) {
        explain_odd_key(reader, key->span.start);
        return NULL;
    }
    if (reader->at == end && !toml_is_line_end(reader, end) && !strchr("\"'[{,}]#", c)) {
        explain_odd_key(reader, last->span.start);
        return NULL;
    }
    return explain_no_sign(reader, last);
}

bool toml_explain_header(struct toml_reader *reader, uint32_t start, const char *close)
{
    uint32_t end = toml_rest(reader, start).end;
    struct span key =
        odd_key_at(reader, skip_blank(reader, start + (uint32_t)strlen(close)));
    struct mistake *mistake;

    if (reader->at < end && reader->data[end - 1] == ']')
        return span_empty(key) ? toml_expected(reader, "a key")
                               : report_odd_key(reader, key);
    mistake =
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span_make(start, end),
                              "the header of a table ends with `%s`", close);
    if (reader->at == end)
        mistake_add_edit(mistake, reader->builder.arena,
                         span_make(end - (reader->data[end - 1] == ']'), end),
                         str_from(close));
    return false;
}

/* The bracket is not closed before the next key, or not at all. */
static bool report_open(struct toml_reader *reader, struct span open, char close)
{
    uint32_t brackets = reader->brackets;
    struct mistake *mistake;

    reader->brackets = 0; /* to the end of the line, not of an item */
    open = toml_rest(reader, open.start);
    reader->brackets = brackets;
    if (close != ']')
        return toml_fail(reader, open,
                         "what begins with `{` must end with `}` on the same line");
    mistake = value_builder_problem(&reader->builder, PROBLEM_SYNTAX, open,
                                    "the list that begins here is not closed; type `]` "
                                    "at its end");
    mistake_add_edit(mistake, reader->builder.arena, span_make(open.end, open.end),
                     STR("]"));
    mistake->fix_safe = false; /* what belongs into it is a guess */
    return false;
}

/* `[1 2]`: the comma goes after the previous item. */
static bool report_no_comma(struct toml_reader *reader)
{
    const struct value_builder *builder = &reader->builder;
    uint32_t end = builder->open[builder->open_count - 1].value->span.end;
    struct mistake *mistake;

    mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, toml_rest(reader, reader->at),
        "no comma before the next item of the list; type one");
    mistake_add_edit(mistake, reader->builder.arena, span_make(end, end), STR(","));
    return false;
}

bool toml_explain_item(struct toml_reader *reader, struct span open, char close)
{
    if (toml_is_line_end(reader, reader->at) ||
        (close == ']' && sign_after_word(reader, reader->at) == '='))
        return report_open(reader, open, close);
    if (close == ']' && starts_value(reader, reader->at))
        return report_no_comma(reader);
    return toml_expected(reader, close == ']' ? "`,` or `]`" : "`,` or `}`");
}
