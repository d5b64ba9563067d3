/* link_syntax.c - the parts of links and of link reference definitions */

#include "lint/markdown/link_syntax.h"

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"
#include "lint/markdown/label.h"

enum {
    PARENTHESES_MAX =
        32, /* open ones in a destination; cmark's limit, and it is enough */
};

static char byte(struct str text, uint32_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

static uint32_t skip_blanks(struct str text, uint32_t at)
{
    while (at < text.len && is_space_or_tab(text.data[at]))
        at++;
    return at;
}

/* Inline text has no blank lines, so there is at most one line end. */
static uint32_t skip_spaces(struct str text, uint32_t at)
{
    while (at < text.len && is_space_tab_or_line_end(text.data[at]))
        at++;
    return at;
}

uint32_t link_label(struct str text, uint32_t at, struct span *label)
{
    uint32_t start = at + 1;

    if (byte(text, at) != '[')
        return 0;
    for (at = start; at < text.len && text.data[at] != ']'; at++) {
        if (text.data[at] == '[' || at - start >= LABEL_MAX)
            return 0;
        if (text.data[at] == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
    }
    if (at >= text.len)
        return 0;
    *label = span_make(start, at);
    while (label->start < label->end && is_space_tab_or_line_end(text.data[label->start]))
        label->start++;
    while (label->end > label->start &&
           is_space_tab_or_line_end(text.data[label->end - 1]))
        label->end--;
    return at + 1;
}

/* <destination>; 0 when it does not end. */
static uint32_t pointed_destination(struct str text, uint32_t at,
                                    struct span *destination)
{
    uint32_t start = ++at;

    for (;; at++) {
        char c = byte(text, at);

        if (at >= text.len || is_line_end(c) || c == '<')
            return 0;
        if (c == '>')
            break;
        if (c == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
    }
    *destination = span_make(start, at);
    return at + 1;
}

/* NUL is U+FFFD (2.3), and no control. */
static bool ends_destination(char c)
{
    return c == ' ' || (c > '\0' && c < ' ') || c == 0x7F;
}

/* Neither ends a destination nor counts in it, as most bytes of an address. */
static bool is_ordinary(char c)
{
    return (unsigned char)c > ')' && c != '\\' && c != 0x7F;
}

/* Skips ordinary bytes, sixteen at a time: as many as an address has, or some fewer. */
static uint32_t skip_ordinary(struct str text, uint32_t at)
{
    for (; at + sizeof(bytes_wide) <= text.len; at += sizeof(bytes_wide)) {
        bytes_wide bytes = bytes_load_wide(text.data + at);

        if (bytes_any((bytes_wide)((bytes <= ')') | (bytes == '\\') | (bytes == 0x7F))))
            break;
    }
    return at;
}

/* May be empty; 0 when there is none. */
static uint32_t destination_read(struct str text, uint32_t at, struct span *destination)
{
    uint32_t start = at;
    uint32_t open = 0;

    if (byte(text, at) == '<')
        return pointed_destination(text, at, destination);
    for (at = skip_ordinary(text, at); at < text.len; at++) {
        char c = text.data[at];

        if (is_ordinary(c))
            continue;
        if (ends_destination(c))
            break;
        if (c == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
        else if (c == '(' && ++open > PARENTHESES_MAX)
            return 0;
        else if (c == ')' && open-- == 0)
            break;
    }
    if (open != 0 && open != UINT32_MAX)
        return 0;
    *destination = span_make(start, at);
    return at;
}

/* Behind the title that starts at `at`; 0 when there is none. */
static uint32_t title_read(struct str text, uint32_t at)
{
    char open = byte(text, at);
    char close = open == '(' ? ')' : open;

    if (open != '"' && open != '\'' && open != '(')
        return 0;
    for (at++; at < text.len; at++) {
        char c = text.data[at];

        if (c == close)
            return at + 1;
        if (open == '(' && c == '(')
            return 0;
        if (c == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
    }
    return 0;
}

uint32_t link_tail(struct str text, uint32_t at, struct span *destination,
                   struct span *title)
{
    uint32_t gap;
    uint32_t end;

    if (byte(text, at) != '(')
        return 0;
    at = destination_read(text, skip_spaces(text, at + 1), destination);
    if (!at)
        return 0;
    gap = skip_spaces(text, at);
    *title = span_make(gap, gap);
    end = gap > at ? title_read(text, gap) : 0;
    if (end)
        title->end = end;
    at = skip_spaces(text, title->end);
    return byte(text, at) == ')' ? at + 1 : 0;
}

/* Behind a line end at `at`. */
static uint32_t skip_line_end(struct str text, uint32_t at)
{
    at += byte(text, at) == '\r' && byte(text, at + 1) == '\n';
    return at + 1;
}

/* Nothing but blanks up to the line's end? Then its next line, else 0. */
static uint32_t line_rest(struct str text, uint32_t at)
{
    at = skip_blanks(text, at);
    if (at >= text.len)
        return at;
    return is_line_end(text.data[at]) ? skip_line_end(text, at) : 0;
}

bool definition_read(struct str text, uint32_t at, struct definition *definition)
{
    uint32_t end = link_label(text, at, &definition->label);
    uint32_t start;
    uint32_t title;

    if (!end || span_empty(definition->label) || byte(text, end) != ':')
        return false;
    start = skip_spaces(text, end + 1);
    end = destination_read(text, start, &definition->destination);
    if (!end || end == start)
        return false;
    definition->end = end;
    definition->title = span_make(end, end);
    title = skip_spaces(text, end);
    if (title > end) {
        uint32_t title_end = title_read(text, title);

        definition->next = title_end ? line_rest(text, title_end) : 0;
        if (definition->next) {
            definition->title = span_make(title, title_end);
            definition->end = title_end;
            return true;
        }
    }
    definition->next = line_rest(text, end);
    return definition->next != 0;
}
