/* html_block.c - HTML blocks, parsed again for the inlines in them */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/cmark.h"

/* Behind a list marker and a blank at `at`, or `at` itself. */
static uint32_t skip_list_marker(const char *data, uint32_t at, uint32_t end)
{
    uint32_t digits = at;

    while (digits < end && is_ascii_digit(data[digits]))
        digits++;
    if (digits + 1 >= end || !is_space_or_tab(data[digits + 1]))
        return at;
    if (digits > at ? data[digits] != '.' && data[digits] != ')'
                    : data[digits] != '-' && data[digits] != '+' && data[digits] != '*')
        return at;
    return digits + 2;
}

/* Behind [^label]: at `at`, or `at` itself. */
static uint32_t skip_footnote_marker(const char *data, uint32_t at, uint32_t end)
{
    const char *close = end - at > 3 && data[at] == '[' && data[at + 1] == '^'
                            ? memchr(data + at, ']', end - at - 1)
                            : NULL;

    return close && close[1] == ':' ? (uint32_t)(close + 2 - data) : at;
}

/* Behind the quote, list and footnote markers that may stand before a block. */
static uint32_t skip_markers(const char *data, uint32_t at, uint32_t end)
{
    uint32_t from;

    do {
        from = at;
        while (at < end && (is_space_or_tab(data[at]) || data[at] == '>'))
            at++;
        at = skip_list_marker(data, at, end);
        at = skip_footnote_marker(data, at, end);
    } while (at > from);
    return at;
}

/* A control character that the text does not have. */
static char choose_sentinel(struct str text)
{
    char c = 1;

    while (c < '\t' - 1 && memchr(text.data, c, text.len))
        c++;
    return c;
}

/*
 * Writes a line's quote markers, one blank at most behind each, and moves *at behind
 * them and all blanks there. Returns what was written.
 */
static uint32_t write_quotes(char *out, const char *data, uint32_t *at, uint32_t end)
{
    uint32_t written = 0;

    for (; *at < end && (is_space_or_tab(data[*at]) || data[*at] == '>'); ++*at)
        if (data[*at] == '>')
            out[written++] = '>';
        else if (written && out[written - 1] == '>')
            out[written++] = ' ';
    return written;
}

/*
 * Writes a line, and in *fed what it is. Its indent, also that behind quote markers,
 * is left out, so that it is no indented code, and a sentinel before its < keeps it
 * from being an HTML block. Offsets are right behind the quote markers.
 */
static size_t write_line(char *out, const char *data, struct fed_line *fed, char sentinel)
{
    uint32_t text = fed->start;
    uint32_t end = fed->end;
    uint32_t len = write_quotes(out, data, &text, end);
    uint32_t bracket = skip_markers(data, text, end);

    if (text < end)
        fed->start = text - len;
    memcpy(out + len, data + text, bracket - text);
    len += bracket - text;
    if (bracket < end && data[bracket] == '<') {
        fed->sentinel = len;
        out[len++] = sentinel;
    }
    memcpy(out + len, data + bracket, end - bracket);
    len += end - bracket;
    out[len++] = '\n';
    return len;
}

void markdown_html(struct markdown *markdown, const struct parse *outer,
                   uint32_t first_line, uint32_t line_count)
{
    struct parse parse = {.arena = outer->arena, .source = outer->source};
    const char *data = outer->source->data;
    const struct fed_line *lines = outer->lines + first_line;
    uint32_t size = lines[line_count - 1].end - lines[0].start;
    char *text = arena_raw(outer->arena, size + 2 * (size_t)line_count + 1);
    char sentinel = choose_sentinel((struct str){data + lines[0].start, size});
    size_t len = 0;
    uint32_t flags = markdown->tree->flags;

    parse.line_count = line_count;
    parse.lines = arena_raw(outer->arena, line_count * sizeof(*parse.lines));
    for (uint32_t i = 0; i < line_count; i++) {
        parse.lines[i] = lines[i];
        len += write_line(text + len, data, &parse.lines[i], sentinel);
    }
    text[len] = '\0';
    markdown->tree->flags |= NODE_IN_HTML;
    markdown->sentinel = sentinel;
    markdown_cmark(markdown, &parse, (struct str){text, len});
    markdown_blocks(markdown, &parse);
    markdown->tree->flags = flags;
    markdown->sentinel = '\0';
}
