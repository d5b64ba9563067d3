/* link_syntax.c - the parts of links and of link reference definitions */

#include "lint/markdown/link_syntax.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

enum {
    LABEL_MAX = 1000,     /* bytes in a label (CommonMark 4.7: 999 characters) */
    PARENTHESES_MAX = 32, /* open ones in a destination; cmark's limit */
};

static char byte(struct str text, uint32_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

static uint32_t skip_blanks(struct str text, uint32_t at)
{
    while (is_space_or_tab(byte(text, at)))
        at++;
    return at;
}

static uint32_t skip_spaces(struct str text, uint32_t at)
{
    while (is_ascii_space(byte(text, at)))
        at++;
    return at;
}

uint32_t link_label(struct str text, uint32_t at, struct span *label)
{
    uint32_t start = at + 1;

    if (byte(text, at) != '[')
        return 0;
    for (at = start; at < text.len && text.data[at] != ']'; at++) {
        if (text.data[at] == '[')
            return 0;
        if (text.data[at] == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
        if (at - start + 1 > LABEL_MAX)
            return 0;
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

        if (at >= text.len || c == '\n' || c == '<')
            return 0;
        if (c == '>')
            break;
        if (c == '\\')
            at++;
    }
    /* cmark wants something behind it, be it a line end. */
    if (at + 1 >= text.len)
        return 0;
    *destination = span_make(start, at);
    return at + 1;
}

/* May be empty; 0 when there is none. */
static uint32_t destination_read(struct str text, uint32_t at, struct span *destination)
{
    uint32_t start = at;
    uint32_t open = 0;

    if (byte(text, at) == '<')
        return pointed_destination(text, at, destination);
    for (; at < text.len && !is_space_tab_or_line_end(text.data[at]); at++) {
        char c = text.data[at];

        if (c == '\\' && is_ascii_punctuation(byte(text, at + 1)))
            at++;
        else if (c == '(' && ++open > PARENTHESES_MAX)
            return 0;
        else if (c == ')' && open-- == 0)
            break;
    }
    if (at >= text.len || (at == start && is_space_tab_or_line_end(text.data[at])))
        return 0;
    *destination = span_make(start, at);
    return at;
}

/* The bytes of the character at `at`; 0 when they are not UTF-8. */
static uint32_t character_length(struct str text, uint32_t at)
{
    struct str rest = {text.data + at, text.len - at};
    size_t len;

    if ((unsigned char)*rest.data < 0x80)
        return 1;
    if (utf8_decode(rest, &len) == CODE_POINT_INVALID &&
        !str_starts(rest, STR("\xEF\xBF\xBD")))
        return 0;
    return (uint32_t)len;
}

/*
 * Behind the title that starts at `at`; 0 when there is none. When no closing quote
 * comes but escaped ones, the last of those ends it: cmark's scanner takes the
 * longest match, and there a backslash may also stand for itself. It knows only
 * UTF-8.
 */
static uint32_t title_read(struct str text, uint32_t at)
{
    char open = byte(text, at);
    char close = open == '(' ? ')' : open;
    uint32_t escaped = 0;
    uint32_t len = 1;

    if (open != '"' && open != '\'' && open != '(')
        return 0;
    for (at++; at < text.len; at += len) {
        char c = text.data[at];

        len = character_length(text, at);
        if (!len)
            return escaped;
        if (c == close)
            return at + 1;
        if (open == '(' && c == '(')
            return escaped;
        if (c == '\\' && is_ascii_punctuation(byte(text, at + 1))) {
            at++;
            if (text.data[at] == close)
                escaped = at + 1;
        }
    }
    return escaped;
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

/* Blanks and at most one line end (cmark's spnl). */
static uint32_t skip_line_end(struct str text, uint32_t at)
{
    at = skip_blanks(text, at);
    return byte(text, at) == '\n' ? skip_blanks(text, at + 1) : at;
}

/* Nothing but blanks up to the line's end? Then its next line, else 0. */
static uint32_t line_rest(struct str text, uint32_t at)
{
    at = skip_blanks(text, at);
    if (at < text.len)
        return text.data[at] == '\n' ? at + 1 : 0;
    return at;
}

bool definition_read(struct str text, uint32_t at, struct definition *definition)
{
    uint32_t end = link_label(text, at, &definition->label);
    uint32_t title;

    if (!end || span_empty(definition->label) || byte(text, end) != ':')
        return false;
    end = destination_read(text, skip_line_end(text, end + 1), &definition->destination);
    if (!end)
        return false;
    definition->end = end;
    definition->title = span_make(end, end);
    title = skip_line_end(text, end);
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
