/* json.c - reads JSON, strictly by RFC 8259, and JSON with comments */

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"
#include "lint/value/json_reader.h"

static struct value *read_value(struct json_reader *reader);

/* Bytes of words: literals, numbers, and what people write instead of them. */
static bool is_word(int c)
{
    return is_ascii_word_or_dash(c) || is_one_of(c, "$.+") || c >= 0x80;
}

static bool skip_comment(struct json_reader *reader)
{
    uint32_t start = reader->at;
    bool is_block = json_byte(reader, start + 1) == '*';

    for (reader->at += 2; reader->at < reader->end; reader->at++) {
        if (!is_block && (json_at(reader, '\n') || json_at(reader, '\r')))
            return true;
        if (is_block && json_at(reader, '*') &&
            json_byte(reader, reader->at + 1) == '/') {
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
    int next = json_byte(reader, reader->at + 1);

    return json_at(reader, '/') && (next == '/' || next == '*');
}

static bool skip_blanks(struct json_reader *reader)
{
    for (;;) {
        while (json_at(reader, ' ') || json_at(reader, '\n') || json_at(reader, '\r') ||
               json_at(reader, '\t'))
            reader->at++;
        if (!reader->relaxed || !at_comment(reader))
            return true;
        if (!skip_comment(reader))
            return false;
    }
}

/* Blanks and comments, of which there are none at most places. */
static inline bool skip_blank(struct json_reader *reader)
{
    int c = json_byte(reader, reader->at);

    return c < 0 || (c > ' ' && c != '/') || skip_blanks(reader);
}

struct span json_found(const struct json_reader *reader)
{
    uint32_t start = reader->at;
    uint32_t end = start;
    size_t len;

    if (start >= reader->end)
        return span_make(reader->end, reader->end);
    while (is_word(json_byte(reader, end)))
        end++;
    if (end > start)
        return span_make(start, end);
    utf8_decode((struct str){reader->data + start, reader->end - start}, &len);
    return span_make(start, start + (uint32_t)len);
}

struct mistake *json_expected(struct json_reader *reader, const char *expected)
{
    struct value_builder *builder = &reader->builder;
    struct span span = json_found(reader);
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

static bool read_key(struct json_reader *reader, struct entry *entry)
{
    struct mistake *mistake;
    struct span span = json_found(reader);
    int c = json_byte(reader, reader->at);

    if (c == '"')
        return json_read_string(reader, &entry->key, &entry->key_span) &&
               skip_blank(reader);
    mistake = json_expected(reader, "a key in double quotes");
    if (is_word(c) &&
        !white_space_only((struct str){reader->data + span.start, span_length(span)}))
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
        if (!json_at(reader, ':')) {
            json_expected(reader, "`:` after the key");
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
    if (reader->relaxed || !json_at(reader, close))
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
    while (!json_at(reader, close)) {
        if (!read_entry(reader, kind) || !skip_blank(reader))
            return false;
        if (json_at(reader, ',')) {
            if (!skip_comma(reader, close))
                return false;
        } else if (!json_at(reader, close)) {
            json_expected(reader, kind == VALUE_MAP ? "`,` or `}`" : "`,` or `]`");
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
    if (json_at(reader, '{'))
        return read_collection(reader, VALUE_MAP);
    if (json_at(reader, '['))
        return read_collection(reader, VALUE_LIST);
    return json_read_scalar(reader);
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
        json_expected(reader, "nothing after the value");
        return NULL;
    }
    return root;
}

static void read(struct arena *arena, struct json_reader reader, struct value_input input,
                 struct value_tree *tree)
{
    bool last_wins = reader.builder.last_wins;

    reader.data = input.data;
    reader.at = input.span.start;
    reader.end = input.span.end;
    value_builder_init(&reader.builder, arena, input, tree);
    reader.builder.last_wins = last_wins;
    tree->syntax = SYNTAX_JSON;
    value_builder_finish(&reader.builder, read_text(&reader));
}

void json_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    read(arena, (struct json_reader){.relaxed = false}, input, tree);
}

void jsonc_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    read(arena, (struct json_reader){.relaxed = true}, input, tree);
}

void jsonc_read_last(struct arena *arena, struct value_input input,
                     struct value_tree *tree)
{
    read(arena, (struct json_reader){.relaxed = true, .builder.last_wins = true}, input,
         tree);
}
