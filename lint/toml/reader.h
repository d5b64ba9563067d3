/* reader.h - what the parts of the TOML reader share; for lint/toml/ only */
#ifndef LINT_TOML_READER_H
#define LINT_TOML_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/base/str_map.h"
#include "lint/value/builder.h"
#include "lint/value/value.h"

/*
 * Reads line by line: a mistake on one is reported, and reading goes on at the next line
 * that starts a key or a table. Functions that fail have reported why and return false or
 * NULL.
 */
struct toml_reader {
    struct value_builder builder;
    const char *data;
    uint32_t at;
    uint32_t end;
    uint32_t depth;    /* of collections around the value that is read */
    uint32_t brackets; /* arrays and inline tables that are open */
    bool failed;       /* part of the text could not be read: there will be no tree */
    bool stopped;      /* a limit is reached: the rest is not read */
    struct toml_table *root;
    struct toml_table *table; /* that keys at the start of a line are added to */
};

/* How a table was defined, which decides what may still be added to it (TOML 1.0
 * Table). */
enum toml_origin {
    TOML_IMPLICIT, /* by the header of a table inside it: its own may follow */
    TOML_HEADER,   /* by `[a]` or as an item of `[[a]]` */
    TOML_DOTTED,   /* by `a.b = ...` */
    TOML_INLINE,   /* by `{ ... }`: complete where it ends */
    TOML_ARRAY,    /* the list that `[[a]]` adds to: its members have no names */
};

/* A list or map that is still growing. */
struct toml_table {
    struct value *value;
    enum toml_origin origin;
    uint32_t depth;
    struct toml_member *first;
    struct toml_member *last;
    uint32_t count;
    struct str_map names; /* to members */
};

struct toml_member {
    struct entry entry;
    struct toml_table *table; /* its value while that is a growing table, else NULL */
    struct toml_member *next;
};

/* `a."b".c`, from the first part on. */
struct toml_key {
    struct str name;
    struct span span; /* as written, quotes included */
    struct toml_key *next;
};

/* The byte at offset, or -1 past the end. */
static inline int toml_byte(const struct toml_reader *reader, uint32_t offset)
{
    return offset < reader->end ? (unsigned char)reader->data[offset] : -1;
}

/* Bytes of dates, numbers and literals, and what people write instead of them. */
static inline bool toml_is_word_byte(int c)
{
    return is_ascii_word_or_dash(c) || c == ':' || c == '+' || c == '.' || c >= 0x80;
}

static inline bool toml_at(const struct toml_reader *reader, char c)
{
    return toml_byte(reader, reader->at) == (unsigned char)c;
}

static inline struct str toml_text(const struct toml_reader *reader, struct span span)
{
    return (struct str){reader->data + span.start, span_length(span)};
}

/* Does a line, or the text, end at offset? LF and CR LF end lines, CR alone does not. */
bool toml_is_line_end(const struct toml_reader *reader, uint32_t offset);

/* The end of the line around offset, before its LF or CR LF. */
uint32_t toml_line_end(const struct toml_reader *reader, uint32_t offset);

/* Skips spaces and tabs. */
void toml_skip_blank(struct toml_reader *reader);

/* At the end of a line, not of the text: skips its LF or CR LF. */
void toml_skip_newline(struct toml_reader *reader);

/* Skips spaces, tabs, line ends and comments; false for a comment with control
 * characters. */
bool toml_skip_lines(struct toml_reader *reader);

/* At `#`: skips the comment up to the end of the line; false as above. */
bool toml_skip_comment(struct toml_reader *reader);

/* Reports a syntax problem with a fixed message; always returns false. */
bool toml_fail(struct toml_reader *reader, struct span span, const char *message);

/* Counts one more value; false, after reporting it, when that is one too many. */
bool toml_count(struct toml_reader *reader, struct span span);

/* string.c: at a quote. Only strings on one line may be keys. */
bool toml_read_string(struct toml_reader *reader, struct str *text, struct span *span);
bool toml_at_long_quote(const struct toml_reader *reader);

/* key.c: one part, or several with dots between them; NULL after a problem. */
struct toml_key *toml_read_key(struct toml_reader *reader);

/* value.c: reads `key = value` into a table, without what follows; returns the value. */
struct value *toml_read_pair(struct toml_reader *reader, struct toml_table *table);

/* number.c: true, false, numbers, inf and nan. NULL, with *message set but nothing
 * reported, for any other word. */
struct value *toml_resolve_word(struct toml_reader *reader, struct span word,
                                struct str *message);

/* date.c: the span of a date, a time or both at the reader's place; empty when there is
 * none. */
struct span toml_find_date(const struct toml_reader *reader);
struct value *toml_resolve_date(struct toml_reader *reader, struct span word,
                                struct str *message);

/* table.c */
struct toml_table *toml_table_new(struct toml_reader *reader, enum toml_origin origin,
                                  uint32_t depth, struct span span);

/* The table that the last part of a dotted key belongs to; creates those on the way.
 * NULL, after reporting it, when one of them cannot be extended. */
struct toml_table *toml_table_descend(struct toml_reader *reader,
                                      struct toml_table *table,
                                      const struct toml_key **key);

/* Sets the value of the key; a second value for it is dropped and reported. */
void toml_table_put(struct toml_reader *reader, struct toml_table *table,
                    const struct toml_key *key, struct value *value);

/* `[key]` and `[[key]]`: sets reader->table. */
bool toml_table_open(struct toml_reader *reader, const struct toml_key *key,
                     bool is_array);

/* Completes the value of the table, and those of the tables in it, and returns it. */
struct value *toml_table_close(struct toml_reader *reader, struct toml_table *table);

/*
 * mistakes.c and explain.c: what was meant, in the words of words.c. All report and
 * return false or NULL; or, where a value is expected and its end is clear, a string
 * instead of it.
 */

/* words.c: the text from start to the end of its line or, in brackets, of the item,
 * without comment and trailing blanks. */
struct span toml_rest(const struct toml_reader *reader, uint32_t start);

/* "found `x`, expected ..." at the reader's place. */
bool toml_expected(struct toml_reader *reader, const char *expected);

/* Text in the quotes that need the fewest changes to it. */
struct str toml_quoted(struct arena *arena, struct str text);

/* Something else where a value is expected; key is that of the value, NULL in an
 * array. */
struct value *toml_explain_value(struct toml_reader *reader, const struct toml_key *key);

/* A bare word that is not a value; message says why, or is empty. */
struct value *toml_explain_word(struct toml_reader *reader, struct span word,
                                struct str message);

/* Something after the value at the end of a line. */
bool toml_explain_rest(struct toml_reader *reader, const struct value *value);

/* Something other than a comma or `close` after a value in brackets. */
bool toml_explain_item(struct toml_reader *reader, struct span open, char close);

/* No `=` after a key. */
struct value *toml_explain_sign(struct toml_reader *reader, const struct toml_key *key);

/* Something else where a key is expected. */
bool toml_explain_key(struct toml_reader *reader);

/* No bracket after the key of a table header that starts at `start`. */
bool toml_explain_header(struct toml_reader *reader, uint32_t start, const char *close);

#endif
