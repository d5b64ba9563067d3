/* words.c - parts of explanations: what stands at a place, and text in quotes */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/utf8.h"
#include "lint/toml/reader.h"

static bool ends_item(const struct toml_reader *reader, uint32_t at)
{
    if (toml_is_line_end(reader, at))
        return true;
    if (reader->data[at] == '#' && at > 0 && is_space_or_tab(reader->data[at - 1]))
        return true;
    return reader->brackets && strchr(",]}", reader->data[at]);
}

struct span toml_rest(const struct toml_reader *reader, uint32_t start)
{
    uint32_t end = start;

    while (!ends_item(reader, end))
        end++;
    while (end > start && is_space_or_tab(reader->data[end - 1]))
        end--;
    return span_make(start, end);
}

/* What is at the reader's place: a word or one character. */
static struct span found(const struct toml_reader *reader)
{
    uint32_t start = reader->at;
    uint32_t end = start;
    size_t len;

    if (start >= reader->end)
        return span_make(reader->end, reader->end);
    while (is_ascii_word_or_dash(toml_byte(reader, end)) ||
           toml_byte(reader, end) >= 0x80)
        end++;
    if (end > start)
        return span_make(start, end);
    utf8_decode((struct str){reader->data + start, reader->end - start}, &len);
    return span_make(start, start + (uint32_t)len);
}

bool toml_expected(struct toml_reader *reader, const char *expected)
{
    struct span span = found(reader);
    int c = toml_byte(reader, span.start);

    if (c < 0 || toml_is_line_end(reader, reader->at))
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                              span_make(span.start, span.start),
                              "the line ends where %s is expected", expected);
    else if (c < 0x20 || c == 0x7F)
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                              "found control character U+%04X, expected %s", (unsigned)c,
                              expected);
    else
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                              "found `%.*s`, expected %s", (int)span_length(span),
                              reader->data + span.start, expected);
    return false;
}

static struct str double_quoted(struct arena *arena, struct str text)
{
    struct buf out = BUF_INIT;
    struct str result;

    buf_putc(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (c < 0x20 || c == 0x7F)
            buf_printf(&out, "\\u%04X", (unsigned)c);
        else if (c == '"' || c == '\\')
            buf_printf(&out, "\\%c", c);
        else
            buf_putc(&out, (char)c);
    }
    buf_putc(&out, '"');
    result = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return result;
}

struct str toml_quoted(struct arena *arena, struct str text)
{
    bool has_special =
        memchr(text.data, '"', text.len) || memchr(text.data, '\\', text.len);

    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            return double_quoted(arena, text);
    if (has_special && !memchr(text.data, '\'', text.len))
        return arena_format(arena, "'%.*s'", (int)text.len, text.data);
    return double_quoted(arena, text);
}
