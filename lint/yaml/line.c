/* line.c - splits one line of YAML into its parts, without a parser */

#include "lint/yaml/line.h"

#include <string.h>

#include "lint/base/ascii.h"

static bool is_no_break_space(const char *data, uint32_t at, uint32_t end)
{
    return end - at >= 2 && memcmp(data + at, "\xC2\xA0", 2) == 0;
}

uint32_t yaml_quote_end(const char *data, struct span span)
{
    char quote = data[span.start];

    for (uint32_t i = span.start + 1; i < span.end; i++) {
        if (quote == '"' && data[i] == '\\')
            i++;
        else if (data[i] == quote && quote == '\'' && i + 1 < span.end &&
                 data[i + 1] == quote)
            i++;
        else if (data[i] == quote)
            return i + 1;
    }
    return span.start;
}

static void skip_indent(struct yaml_line *line)
{
    uint32_t at = line->span.start;

    for (;;) {
        if (at < line->span.end && is_space_or_tab(line->data[at]))
            at++;
        else if (is_no_break_space(line->data, at, line->span.end))
            at += 2;
        else
            break;
    }
    line->indent = span_make(line->span.start, at);
}

static void skip_item_marks(struct yaml_line *line)
{
    uint32_t at = line->indent.end;

    while (at < line->span.end && line->data[at] == '-' &&
           (at + 1 == line->span.end || is_space_or_tab(line->data[at + 1]))) {
        line->is_item = true;
        at++;
        while (at < line->span.end && is_space_or_tab(line->data[at]))
            at++;
    }
    line->text = at;
}

static bool is_key_colon(const struct yaml_line *line, uint32_t at)
{
    return line->data[at] == ':' &&
           (at + 1 == line->span.end || is_space_or_tab(line->data[at + 1]));
}

/* The colon after the first key of the line, or the end of the line. */
static uint32_t find_colon(const struct yaml_line *line)
{
    uint32_t at = line->text;
    struct span rest = span_make(at, line->span.end);

    if (at < line->span.end && (line->data[at] == '"' || line->data[at] == '\'')) {
        at = yaml_quote_end(line->data, rest);
        while (at > rest.start && at < line->span.end && is_space_or_tab(line->data[at]))
            at++;
        return at < line->span.end && is_key_colon(line, at) ? at : line->span.end;
    }
    while (at < line->span.end && !is_key_colon(line, at)) {
        if (line->data[at] == '#' &&
            (at == line->text || is_space_or_tab(line->data[at - 1])))
            return line->span.end;
        at++;
    }
    return at;
}

static struct span trimmed(const char *data, struct span span)
{
    while (span.start < span.end && is_space_or_tab(data[span.start]))
        span.start++;
    while (span.start < span.end && is_space_or_tab(data[span.end - 1]))
        span.end--;
    return span;
}

/* A quoted value may contain ` #`; a comment starts only after it. The span is
 * trimmed. */
static struct span without_comment(const char *data, struct span span)
{
    uint32_t at = span.start;

    if (at < span.end && (data[at] == '"' || data[at] == '\''))
        at = yaml_quote_end(data, span);
    if (!memchr(data + at, '#', span.end - at))
        return span;
    for (; at < span.end; at++)
        if (data[at] == '#' && (at == span.start || is_space_or_tab(data[at - 1])))
            break;
    return trimmed(data, span_make(span.start, at));
}

static struct yaml_line parse_line(const char *data, struct span span)
{
    struct yaml_line line = {.data = data, .span = span};
    uint32_t colon;

    skip_indent(&line);
    skip_item_marks(&line);
    colon = find_colon(&line);
    line.has_key = colon < span.end && colon > line.text;
    line.key = span_make(line.text, line.text);
    line.value = span_make(line.text, span.end);
    if (line.has_key) {
        line.key = trimmed(data, span_make(line.text, colon));
        line.value = span_make(colon + 1, span.end);
    }
    line.value = without_comment(data, trimmed(data, line.value));
    return line;
}

/* The end of the line that the span starts on. */
static uint32_t line_end(const char *data, struct span span)
{
    const char *start = data + span.start;
    const char *lf = memchr(start, '\n', span_length(span));
    size_t length = lf ? (size_t)(lf - start) : span_length(span);
    const char *cr = memchr(start, '\r', length);

    return span.start + (uint32_t)(cr ? (size_t)(cr - start) : length);
}

struct yaml_line yaml_line_at(const char *data, struct span text, uint32_t offset)
{
    struct span span = span_make(offset, offset);

    while (span.start > text.start && !is_line_end(data[span.start - 1]))
        span.start--;
    span.end = line_end(data, span_make(offset, text.end));
    return parse_line(data, span);
}

bool yaml_line_above(const struct yaml_line *line, struct span text,
                     struct yaml_line *above)
{
    uint32_t at = line->span.start;

    while (at > text.start &&
           (is_line_end(line->data[at - 1]) || is_space_or_tab(line->data[at - 1])))
        at--;
    if (at == text.start)
        return false;
    *above = yaml_line_at(line->data, text, at - 1);
    return true;
}

bool yaml_line_is_blank(const struct yaml_line *line)
{
    return line->indent.end == line->span.end;
}

uint32_t yaml_bracket_end(const char *data, struct span span)
{
    uint32_t depth = 0;

    for (uint32_t i = span.start; i < span.end; i++) {
        if (data[i] == '"' || data[i] == '\'') {
            uint32_t closed = yaml_quote_end(data, span_make(i, span.end));

            if (closed == i)
                return span.start;
            i = closed - 1;
        } else if (data[i] == '[' || data[i] == '{') {
            depth++;
        } else if ((data[i] == ']' || data[i] == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return span.start;
}
