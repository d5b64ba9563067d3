/* position.c - positions as the client counts them, and offsets */

#include "lint/lsp/position.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/utf8.h"

static const char *const names[] = {"utf-16", "utf-8", "utf-32"};

enum { ENCODING_COUNT = sizeof(names) / sizeof(*names) };

const char *encoding_name(enum position_encoding encoding)
{
    return names[encoding];
}

bool encoding_find(struct str name, enum position_encoding *encoding)
{
    for (int i = 0; i < ENCODING_COUNT; i++)
        if (str_is(name, names[i])) {
            *encoding = (enum position_encoding)i;
            return true;
        }
    return false;
}

/* A number of the protocol's `uinteger`, which ends at INT32_MAX. */
static bool number_read(const struct value *value, uint32_t *number)
{
    char digits[12];

    if (!value || value->kind != VALUE_INTEGER || value->text.data[0] == '-')
        return false;
    *number = INT32_MAX;
    if (value->text.len >= sizeof(digits))
        return true;
    memcpy(digits, value->text.data, value->text.len);
    digits[value->text.len] = '\0';
    if (strtoul(digits, NULL, 10) < INT32_MAX)
        *number = (uint32_t)strtoul(digits, NULL, 10);
    return true;
}

bool position_read(const struct value *value, struct lsp_position *position)
{
    return number_read(value_get(value, "line"), &position->line) &&
           number_read(value_get(value, "character"), &position->character);
}

/* The length in code units of one character of UTF-8 with so many bytes. */
static uint32_t units(size_t bytes, enum position_encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return (uint32_t)bytes;
    return encoding == ENCODING_UTF16 && bytes == 4 ? 2 : 1;
}

/* The bytes at the start of a line that make so many characters. */
static uint32_t bytes_of(struct str line, uint32_t character,
                         enum position_encoding encoding)
{
    uint32_t at = 0;

    while (at < line.len && character) {
        size_t len;
        uint32_t width;

        utf8_decode((struct str){line.data + at, line.len - at}, &len);
        width = units(len, encoding);
        if (width > character)
            break;
        character -= width;
        at += (uint32_t)len;
    }
    return at;
}

/* The start of the next line after an offset; false when there is none. */
static bool next_line(struct str text, size_t *at)
{
    for (size_t i = *at; i < text.len; i++) {
        if (text.data[i] != '\n' && text.data[i] != '\r')
            continue;
        if (text.data[i] == '\r' && i + 1 < text.len && text.data[i + 1] == '\n')
            i++;
        *at = i + 1;
        return true;
    }
    return false;
}

static size_t line_length(struct str text, size_t start)
{
    size_t end = start;

    while (end < text.len && text.data[end] != '\n' && text.data[end] != '\r')
        end++;
    return end - start;
}

uint32_t position_offset(struct str text, struct lsp_position position,
                         enum position_encoding encoding)
{
    size_t start = 0;
    struct str line;

    for (uint32_t i = 0; i < position.line; i++)
        if (!next_line(text, &start))
            return (uint32_t)text.len;
    line = (struct str){text.data + start, line_length(text, start)};
    return (uint32_t)start + bytes_of(line, position.character, encoding);
}

/* Where the client's line starts: before a byte order mark. */
static uint32_t line_start(const struct source *source, uint32_t line)
{
    return line ? source->lines[line].start : 0;
}

uint32_t position_find(const struct source *source, struct lsp_position position,
                       enum position_encoding encoding)
{
    uint32_t start;
    struct str line;

    if (position.line >= source->line_count)
        return source->size;
    start = line_start(source, position.line);
    line = (struct str){source->data + start, source->lines[position.line].end - start};
    return start + bytes_of(line, position.character, encoding);
}

static bool ends_read(const struct value *value, struct lsp_position *start,
                      struct lsp_position *end)
{
    return position_read(value_get(value, "start"), start) &&
           position_read(value_get(value, "end"), end);
}

static struct span span_between(uint32_t from, uint32_t to)
{
    return from < to ? span_make(from, to) : span_make(to, from);
}

bool range_read(const struct value *value, struct str text,
                enum position_encoding encoding, struct span *span)
{
    struct lsp_position start;
    struct lsp_position end;

    if (!ends_read(value, &start, &end))
        return false;
    *span = span_between(position_offset(text, start, encoding),
                         position_offset(text, end, encoding));
    return true;
}

bool range_find(const struct source *source, const struct value *value,
                enum position_encoding encoding, struct span *span)
{
    struct lsp_position start;
    struct lsp_position end;

    if (!ends_read(value, &start, &end))
        return false;
    *span = span_between(position_find(source, start, encoding),
                         position_find(source, end, encoding));
    return true;
}

struct lsp_position position_from(const struct source *source,
                                  const struct position *known,
                                  enum position_encoding encoding)
{
    struct lsp_position position = {known->line - 1, known->utf16 - 1};
    uint32_t mark = position.line ? 0 : source->text;

    if (encoding == ENCODING_UTF32)
        position.character = known->column - 1;
    if (encoding != ENCODING_UTF8)
        position.character += mark ? 1 : 0;
    else
        position.character = (uint32_t)(known->offset <= source->lines[position.line].end
                                            ? known->offset
                                            : source->lines[position.line].end) -
                             line_start(source, position.line);
    return position;
}

struct lsp_position position_at(const struct source *source, uint32_t offset,
                                enum position_encoding encoding)
{
    struct position known = source_position(source, offset);

    if (offset < source->text)
        return (struct lsp_position){0, 0};
    return position_from(source, &known, encoding);
}

void position_write(struct json_writer *json, struct lsp_position position)
{
    json_open(json, '{');
    json_member_uint(json, "line", position.line);
    json_member_uint(json, "character", position.character);
    json_close(json, '}');
}

void range_write(struct json_writer *json, const struct source *source, struct span span,
                 enum position_encoding encoding)
{
    json_open(json, '{');
    json_key(json, "start");
    position_write(json, position_at(source, span.start, encoding));
    json_key(json, "end");
    position_write(json, position_at(source, span.end, encoding));
    json_close(json, '}');
}
