/* directive.c - the parts of generic directives: name, [label], {attributes} */

#include "lint/markdown/directive.h"

#include <stdbool.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

enum {
    LABEL_BRACKETS_MAX = 32, /* open ones in a label; micromark's limit */
};

static char byte(struct str text, size_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

static size_t skip_blanks(struct str text, size_t at)
{
    while (is_space_or_tab(byte(text, at)))
        at++;
    return at;
}

/* Behind a run of characters that are no punctuation, but for those in `also`. */
static size_t skip_word(struct str text, size_t at, const char *also)
{
    while (at < text.len) {
        size_t len;
        uint32_t c = utf8_decode((struct str){text.data + at, text.len - at}, &len);

        if (code_point_is_space(c) ||
            (code_point_is_punctuation(c) && (c >= 0x80 || !strchr(also, (int)c))))
            break;
        at += len;
    }
    return at;
}

size_t directive_name(struct str text, size_t at)
{
    size_t end = skip_word(text, at, "-_");

    if (end == at || strchr("-_", text.data[at]) || strchr("-_", text.data[end - 1]))
        return 0;
    return end;
}

/* From [ at `at` past its ]. */
static size_t label_end(struct str text, size_t at)
{
    int open = 0;

    for (at++; at < text.len && !is_line_end(text.data[at]); at++) {
        char c = text.data[at];

        if (c == '[' && ++open > LABEL_BRACKETS_MAX)
            return 0;
        if (c == ']' && open-- == 0)
            return at + 1;
        if (c == '\\' && is_one_of(byte(text, at + 1), "[\\]"))
            at++;
    }
    return 0;
}

/* Behind #id or .class at `at`. */
static size_t shortcut_end(struct str text, size_t at)
{
    size_t start = ++at;

    while (at < text.len && !is_space_or_tab(text.data[at]) &&
           !strchr("\n\r\"#'.<=>`}", text.data[at]))
        at++;
    if (at == start || (at < text.len && strchr("\"'<=>`", text.data[at])))
        return 0;
    return at;
}

/* Behind the value that starts at `at`; blanks may stand before it. */
static size_t value_end(struct str text, size_t at)
{
    char c;
    size_t start;

    at = skip_blanks(text, at);
    c = byte(text, at);
    start = at;
    if (c == '"' || c == '\'') {
        for (at++; at < text.len && text.data[at] != c; at++)
            if (is_line_end(text.data[at]))
                return 0;
        c = byte(text, at + 1);
        return at < text.len && (c == '}' || is_space_or_tab(c)) ? at + 1 : 0;
    }
    while (at < text.len && !is_space_or_tab(text.data[at]) &&
           !strchr("\n\r\"'<=>`}", text.data[at]))
        at++;
    if (at == start || (at < text.len && strchr("\"'<=>`", text.data[at])))
        return 0;
    return at;
}

/* Behind one attribute; `at` itself when there is none. */
static size_t attribute_end(struct str text, size_t at)
{
    size_t end;

    if (byte(text, at) == '#' || byte(text, at) == '.')
        return shortcut_end(text, at);
    if (byte(text, at) == ':')
        return at;
    end = skip_word(text, at, "-.:_");
    if (end == at)
        return at;
    at = skip_blanks(text, end);
    return byte(text, at) == '=' ? value_end(text, at + 1) : end;
}

/* From { at `at` past its }. */
static size_t attributes_end(struct str text, size_t at)
{
    size_t end = at + 1;

    do {
        at = skip_blanks(text, end);
        end = attribute_end(text, at);
    } while (end > at);
    return end && byte(text, end) == '}' ? end + 1 : 0;
}

size_t directive_attributes(struct str text, size_t at)
{
    size_t end = byte(text, at) == '{' ? attributes_end(text, at) : 0;

    return end ? end : at;
}

size_t directive_head(struct str text, size_t at)
{
    size_t end = directive_name(text, at);
    size_t label;

    if (!end)
        return 0;
    label = byte(text, end) == '[' ? label_end(text, end) : 0;
    return directive_attributes(text, label ? label : end);
}
