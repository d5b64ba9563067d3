/* json_write.h - writes JSON text (RFC 8259) into a buffer */
#ifndef LINT_VALUE_JSON_WRITE_H
#define LINT_VALUE_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/format.h"
#include "lint/base/str.h"

/*
 * Puts commas where they belong and nothing else: the caller closes what it opens, and
 * alternates keys and values.
 *
 *     struct json_writer json = {out, false};
 *     json_open(&json, '{');
 *     json_key(&json, "files");
 *     json_uint(&json, 12);
 *     json_close(&json, '}');
 */
struct json_writer {
    struct buf *out;
    bool comma; /* the next value needs a comma before it */
};

/* A value that is already JSON. */
static inline void json_raw(struct json_writer *json, struct str text)
{
    char *to = buf_reserve(json->out, text.len + 1);

    if (json->comma)
        *to++ = ',';
    memcpy(to, text.data, text.len);
    json->out->len += text.len + json->comma;
    json->comma = true;
}

/* '{' or '[', and its counterpart. */
static inline void json_open(struct json_writer *json, char bracket)
{
    json_raw(json, (struct str){&bracket, 1});
    json->comma = false;
}

static inline void json_close(struct json_writer *json, char bracket)
{
    buf_putc(json->out, bracket);
    json->comma = true;
}

/* The key is written as it is: ASCII without controls, quotes or backslashes. Inline,
 * because nearly all keys are literals, whose length is known then. Returns where the
 * value goes, for which there is room for so many bytes. */
static inline char *json_key_and_room(struct json_writer *json, const char *key,
                                      size_t room)
{
    size_t len = strlen(key);
    char *to = buf_reserve(json->out, len + 4 + room);

    if (json->comma)
        *to++ = ',';
    *to++ = '"';
    memcpy(to, key, len);
    to += len;
    *to++ = '"';
    *to++ = ':';
    json->out->len = (size_t)(to - json->out->data);
    json->comma = false;
    return to;
}

static inline void json_key(struct json_writer *json, const char *key)
{
    json_key_and_room(json, key, 0);
}

void json_string(struct json_writer *json, struct str text);
void json_uint(struct json_writer *json, uint64_t number);
void json_bool(struct json_writer *json, bool value);

/* A key and its value. */
static inline void json_member(struct json_writer *json, const char *key, struct str text)
{
    json_key(json, key);
    json_string(json, text);
}

static inline void json_member_uint(struct json_writer *json, const char *key,
                                    uint64_t number)
{
    char *to = json_key_and_room(json, key, FORMAT_DIGITS);

    buf_written(json->out, format_uint(to, number));
    json->comma = true;
}

static inline void json_member_bool(struct json_writer *json, const char *key, bool value)
{
    json_key(json, key);
    json_bool(json, value);
}

/* Puts the next value or key on a line of its own, so that large output can be read
 * and compared by line. */
static inline void json_newline(struct json_writer *json)
{
    if (json->comma)
        buf_puts(json->out, ",\n");
    else
        buf_putc(json->out, '\n');
    json->comma = false;
}

/* The room that a string needs at most: of one byte, an escape makes six. */
static inline size_t json_string_room(struct str text)
{
    return 6 * text.len + 2;
}

/* Puts the string in quotes where there is room for it; returns where it ends. Each
 * invalid UTF-8 subpart becomes U+FFFD. */
char *json_put_string(char *to, struct str text);

/* As json_put_string(), into a buffer. */
void json_add_string(struct buf *out, struct str text);

/* Adds the number in decimal; faster than printf. */
void json_add_uint(struct buf *out, uint64_t number);

#endif
