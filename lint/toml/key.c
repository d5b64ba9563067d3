/* key.c - keys: bare, quoted, dotted */

#include "lint/base/ascii.h"
#include "lint/toml/reader.h"

static bool read_bare(struct toml_reader *reader, struct toml_key *key)
{
    uint32_t start = reader->at;

    while (is_ascii_word_or_dash(toml_byte(reader, reader->at)))
        reader->at++;
    key->span = span_make(start, reader->at);
    key->name = toml_text(reader, key->span);
    return reader->at > start || toml_explain_key(reader);
}

static bool read_part(struct toml_reader *reader, struct toml_key *key)
{
    if (!toml_at(reader, '"') && !toml_at(reader, '\''))
        return read_bare(reader, key);
    if (toml_at_long_quote(reader))
        return toml_fail(reader, span_make(reader->at, reader->at + 3),
                         "a key stands in one pair of quotes, not in three");
    return toml_read_string(reader, &key->name, &key->span);
}

struct toml_key *toml_read_key(struct toml_reader *reader)
{
    struct toml_key *first = NULL;
    struct toml_key **tail = &first;

    for (;;) {
        *tail = arena_alloc(reader->builder.arena, sizeof(**tail));
        toml_skip_blank(reader);
        if (!read_part(reader, *tail))
            return NULL;
        toml_skip_blank(reader);
        if (!toml_at(reader, '.'))
            return first;
        reader->at++;
        tail = &(*tail)->next;
    }
}
