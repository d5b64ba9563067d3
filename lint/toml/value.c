/* value.c - reads values: scalars, arrays, inline tables */

#include "lint/toml/reader.h"

static struct value *read_word(struct toml_reader *reader, const struct toml_key *key)
{
    struct span word = toml_find_date(reader);
    bool is_date = !span_empty(word);
    struct str message = STR("");
    struct value *value;

    while (!is_date && toml_is_word_byte(toml_byte(reader, word.end)))
        word.end++;
    if (span_empty(word))
        return toml_explain_value(reader, key);
    value = is_date ? toml_resolve_date(reader, word, &message)
                    : toml_resolve_word(reader, word, &message);
    if (!value)
        return toml_explain_word(reader, word, message);
    reader->at = word.end;
    return value;
}

static struct value *read_string(struct toml_reader *reader)
{
    bool is_literal = toml_at(reader, '\'');
    bool is_long = toml_at_long_quote(reader);
    struct value *value;
    struct span span;
    struct str text;

    if (!toml_read_string(reader, &text, &span))
        return NULL;
    value = value_builder_add(&reader->builder, VALUE_STRING, span);
    value->text = text;
    value->style = is_long      ? STYLE_LITERAL
                   : is_literal ? STYLE_SINGLE_QUOTED
                                : STYLE_DOUBLE_QUOTED;
    return value;
}

/*
 * Reads any value; key is that of the value, NULL in an array. A mistake whose end is
 * clear becomes a string instead of the value, so that the rest is read as well.
 */
static struct value *read_value(struct toml_reader *reader, const struct toml_key *key);

static bool read_items(struct toml_reader *reader, uint32_t start)
{
    struct entry entry = {0};

    for (;;) {
        if (!toml_skip_lines(reader))
            return false;
        if (toml_at(reader, ']'))
            return true;
        if (reader->at >= reader->end)
            return toml_explain_item(reader, span_make(start, start + 1), ']');
        entry.value = read_value(reader, NULL);
        if (!entry.value || !toml_skip_lines(reader))
            return false;
        value_builder_push(&reader->builder, entry);
        if (toml_at(reader, ']'))
            return true;
        if (!toml_at(reader, ','))
            return toml_explain_item(reader, span_make(start, start + 1), ']');
        reader->at++;
    }
}

static struct value *read_array(struct toml_reader *reader, uint32_t start)
{
    uint32_t first = reader->builder.open_count;
    struct value *value =
        value_builder_add(&reader->builder, VALUE_LIST, span_make(start, start));

    value->style = STYLE_FLOW;
    if (!read_items(reader, start)) {
        reader->builder.open_count = first;
        return NULL;
    }
    value_builder_close(&reader->builder, value, first);
    return value;
}

/* The value is inside the table that the whole key names. */
static struct value *read_inside(struct toml_reader *reader,
                                 const struct toml_table *table,
                                 const struct toml_key *key)
{
    uint32_t depth = reader->depth;
    struct value *value;

    if (table)
        reader->depth = table->depth;
    value = read_value(reader, key);
    reader->depth = depth;
    return value;
}

struct value *toml_read_pair(struct toml_reader *reader, struct toml_table *table)
{
    const struct toml_key *key = toml_read_key(reader);
    struct value *value;

    if (!key)
        return NULL;
    if (!toml_at(reader, '='))
        return toml_explain_sign(reader, key);
    reader->at++;
    toml_skip_blank(reader);
    table = toml_table_descend(reader, table, &key);
    if (reader->stopped)
        return NULL;
    value = read_inside(reader, table, key);
    if (value && table)
        toml_table_put(reader, table, key, value);
    return value;
}

/* Steps over a comma, which must be between two pairs. */
static bool skip_comma(struct toml_reader *reader)
{
    uint32_t comma = reader->at++;
    struct mistake *mistake;

    toml_skip_blank(reader);
    if (!toml_at(reader, '}'))
        return true;
    mistake = value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, span_make(comma, comma + 1),
        "comma without a key after it, before `}`; delete it");
    mistake_add_edit(mistake, reader->builder.arena, mistake->span, STR(""));
    reader->failed = true;
    return true;
}

/* An inline table that is read. */
struct braces {
    struct toml_table *table;
    struct span open;
    bool goes_on; /* over the end of its line, which has been reported */
};

/* In TOML 1.0 an inline table ends on its line. One that goes on is reported once, and
 * read to its end while it looks like one; false when it does not. */
static bool skip_inline_blank(struct toml_reader *reader, struct braces *braces,
                              bool needs_key)
{
    toml_skip_blank(reader);
    if (!toml_is_line_end(reader, reader->at))
        return true;
    if (!braces->goes_on)
        toml_explain_item(reader, braces->open, '}');
    braces->goes_on = true;
    reader->failed = true;
    return toml_skip_lines(reader) && reader->at < reader->end &&
           (needs_key || toml_at(reader, '}') || toml_at(reader, ','));
}

static bool read_pairs(struct toml_reader *reader, struct braces *braces)
{
    if (!skip_inline_blank(reader, braces, true))
        return false;
    while (!toml_at(reader, '}')) {
        if (!toml_read_pair(reader, braces->table) ||
            !skip_inline_blank(reader, braces, false))
            return false;
        if (toml_at(reader, '}'))
            return true;
        if (!toml_at(reader, ','))
            return toml_explain_item(reader, braces->open, '}');
        if (!skip_comma(reader) || !skip_inline_blank(reader, braces, true))
            return false;
    }
    return true;
}

static struct value *read_inline_table(struct toml_reader *reader, uint32_t start)
{
    struct braces braces = {.open = span_make(start, start + 1)};

    braces.table =
        toml_table_new(reader, TOML_INLINE, reader->depth, span_make(start, start));
    return read_pairs(reader, &braces) ? toml_table_close(reader, braces.table) : NULL;
}

static struct value *read_collection(struct toml_reader *reader)
{
    uint32_t start = reader->at++;
    struct value *value;

    if (reader->depth >= VALUE_MAX_DEPTH) {
        value_builder_too_deep(&reader->builder, span_make(start, start + 1));
        reader->stopped = true;
        return NULL;
    }
    reader->depth++;
    reader->brackets++;
    value = reader->data[start] == '[' ? read_array(reader, start)
                                       : read_inline_table(reader, start);
    reader->brackets--;
    reader->depth--;
    if (value)
        value->span.end = ++reader->at;
    return value;
}

static struct value *read_value(struct toml_reader *reader, const struct toml_key *key)
{
    if (!toml_count(reader, span_make(reader->at, reader->at)))
        return NULL;
    if (toml_at(reader, '[') || toml_at(reader, '{'))
        return read_collection(reader);
    if (toml_at(reader, '"') || toml_at(reader, '\''))
        return read_string(reader);
    return read_word(reader, key);
}
