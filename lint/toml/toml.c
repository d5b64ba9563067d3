/* toml.c - reads TOML 1.0 with spans: lines of keys and table headers */

#include "lint/base/ascii.h"
#include "lint/toml/reader.h"

static bool take(struct toml_reader *reader, char c)
{
    if (!toml_at(reader, c))
        return false;
    reader->at++;
    return true;
}

static bool read_header(struct toml_reader *reader)
{
    uint32_t start = reader->at++;
    bool is_array = take(reader, '[');
    const struct toml_key *key = toml_read_key(reader);

    if (!key)
        return false;
    if (!take(reader, ']') || (is_array && !take(reader, ']')))
        return toml_explain_header(reader, start, is_array ? "]]" : "]");
    return toml_table_open(reader, key, is_array);
}

/* Only a comment may follow on the line; value is NULL after a header. */
static bool read_line_end(struct toml_reader *reader, const struct value *value)
{
    toml_skip_blank(reader);
    if (toml_at(reader, '#') && !toml_skip_comment(reader))
        return false;
    if (toml_is_line_end(reader, reader->at))
        return true;
    if (value)
        return toml_explain_rest(reader, value);
    return toml_expected(reader, "the end of the line after a table's header");
}

static bool read_statement(struct toml_reader *reader)
{
    const struct value *value = NULL;

    if (toml_at(reader, '[')) {
        if (read_header(reader))
            return read_line_end(reader, NULL);
        /* What follows belongs to no known table. */
        reader->table =
            toml_table_new(reader, TOML_HEADER, 1, span_make(reader->at, reader->at));
        return false;
    }
    value = toml_read_pair(reader, reader->table);
    return value && read_line_end(reader, value);
}

/* Does a line look like `key = ...` or `[table]`? */
static bool starts_statement(const struct toml_reader *reader, uint32_t at)
{
    bool has_key = false;

    while (is_space_or_tab(toml_byte(reader, at)))
        at++;
    if (toml_byte(reader, at) == '[')
        return true;
    for (; is_ascii_word_or_dash(toml_byte(reader, at)) ||
           (is_one_of(toml_byte(reader, at), ".\"'"));
         at++)
        has_key = true;
    while (is_space_or_tab(toml_byte(reader, at)))
        at++;
    return has_key && (toml_byte(reader, at) == '=' || toml_byte(reader, at) == ':');
}

/* After a mistake it is not known how much of what follows belongs to it. */
static void skip_mistake(struct toml_reader *reader)
{
    do {
        reader->at = toml_line_end(reader, reader->at);
        if (reader->at < reader->end)
            toml_skip_newline(reader);
    } while (reader->at < reader->end && !starts_statement(reader, reader->at));
}

static void read_statements(struct toml_reader *reader)
{
    while (!reader->stopped && toml_skip_lines(reader)) {
        if (reader->at >= reader->end)
            return;
        if (read_statement(reader))
            continue;
        reader->failed = true;
        skip_mistake(reader);
    }
    reader->failed = true;
}

static void read_text(struct toml_reader *reader)
{
    struct str bom = STR("\xEF\xBB\xBF");

    if (!value_builder_check_encoding(&reader->builder)) {
        reader->failed = true;
        return;
    }
    if (str_starts(value_builder_text(&reader->builder), bom))
        reader->at += (uint32_t)bom.len;
    if (!toml_count(reader, span_make(reader->at, reader->at))) {
        reader->failed = true;
        return;
    }
    reader->root =
        toml_table_new(reader, TOML_HEADER, 1, span_make(reader->at, reader->at));
    reader->table = reader->root;
    read_statements(reader);
}

void toml_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    struct toml_reader reader = {
        .data = input.data, .at = input.span.start, .end = input.span.end, .depth = 1};

    value_builder_init(&reader.builder, arena, input, tree);
    tree->syntax = SYNTAX_TOML;
    read_text(&reader);
    value_builder_finish(&reader.builder,
                         reader.failed ? NULL : toml_table_close(&reader, reader.root));
}
