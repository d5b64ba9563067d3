/* reader.c - what the parts of the TOML reader share: lines, white space, failures */

#include "lint/toml/reader.h"

bool toml_is_line_end(const struct toml_reader *reader, uint32_t offset)
{
    int c = toml_byte(reader, offset);

    return c < 0 || c == '\n' || (c == '\r' && toml_byte(reader, offset + 1) == '\n');
}

uint32_t toml_line_end(const struct toml_reader *reader, uint32_t offset)
{
    while (!toml_is_line_end(reader, offset))
        offset++;
    return offset;
}

bool toml_fail(struct toml_reader *reader, struct span span, const char *message)
{
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span, "%s", message);
    return false;
}

bool toml_count(struct toml_reader *reader, struct span span)
{
    if (value_builder_count(&reader->builder, 1))
        return true;
    value_builder_too_many(&reader->builder, span);
    reader->stopped = true;
    return false;
}

void toml_skip_blank(struct toml_reader *reader)
{
    while (toml_at(reader, ' ') || toml_at(reader, '\t'))
        reader->at++;
}

bool toml_skip_comment(struct toml_reader *reader)
{
    for (; !toml_is_line_end(reader, reader->at); reader->at++) {
        unsigned char c = (unsigned char)reader->data[reader->at];

        if ((c >= 0x20 && c != 0x7F) || c == '\t')
            continue;
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                              span_make(reader->at, reader->at + 1),
                              "control character U+%04X in a comment", (unsigned)c);
        return false;
    }
    return true;
}

void toml_skip_newline(struct toml_reader *reader)
{
    reader->at += toml_at(reader, '\r') ? 2 : 1;
}

bool toml_skip_lines(struct toml_reader *reader)
{
    for (;;) {
        toml_skip_blank(reader);
        if (toml_at(reader, '#') && !toml_skip_comment(reader))
            return false;
        if (reader->at >= reader->end || !toml_is_line_end(reader, reader->at))
            return true;
        toml_skip_newline(reader);
    }
}
