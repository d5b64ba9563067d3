/* json_reader.h - JSON while it is read; for the files json*.c that read only */
#ifndef LINT_VALUE_JSON_READER_H
#define LINT_VALUE_JSON_READER_H

#include <stdbool.h>
#include <stdint.h>

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

/* The byte at offset, or -1 past the end; NUL bytes may be part of the text. */
static inline int json_byte(const struct json_reader *reader, uint32_t offset)
{
    return offset < reader->end ? (unsigned char)reader->data[offset] : -1;
}

static inline bool json_at(const struct json_reader *reader, char c)
{
    return json_byte(reader, reader->at) == (unsigned char)c;
}

/* What is there instead of what was expected: a word, one character, or nothing. */
struct span json_found(const struct json_reader *reader);

/* Reports what is at the reader's place and what was expected there. */
struct mistake *json_expected(struct json_reader *reader, const char *expected);

/* Reports a mistake; always returns false. */
static inline bool json_fail(struct json_reader *reader, struct span span,
                             const char *message)
{
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span, "%s", message);
    return false;
}

/* Reads the string whose opening quote is at the reader's place: its content, which may
 * be a view of the text or in the arena, and its span with the quotes. */
bool json_read_string(struct json_reader *reader, struct str *text, struct span *span);

/* Reads a string, a number or a literal. */
struct value *json_read_scalar(struct json_reader *reader);

#endif
