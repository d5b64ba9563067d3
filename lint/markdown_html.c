/* markdown_html.c - HTML blocks, parsed again for the inlines in them */

#include <string.h>

#include "lint/markdown_cmark.h"

/* Stands before a < that would start an HTML block. No text has it for a reason. */
enum { SENTINEL = '\x02' };

/*
 * Behind what may stand before a block's first byte: quote and list markers,
 * numbers. More than cmark would take is harmless.
 */
static uint32_t skip_markers(const char *data, uint32_t at, uint32_t end)
{
    while (at < end &&
           (memchr(" \t>*+-.)", data[at], 8) || (data[at] >= '0' && data[at] <= '9')))
        at++;
    return at;
}

/*
 * Writes a line, and in *fed what it is. Its indent is left out, so that it is no
 * indented code, and a sentinel before its < keeps it from being an HTML block.
 */
static size_t write_line(char *out, const char *data, struct fed_line *fed)
{
    uint32_t end = fed->end;
    uint32_t bracket;
    size_t before;

    while (fed->start < end && (data[fed->start] == ' ' || data[fed->start] == '\t'))
        fed->start++;
    bracket = skip_markers(data, fed->start, end);
    before = bracket - fed->start;
    memcpy(out, data + fed->start, before);
    out += before;
    if (bracket < end && data[bracket] == '<') {
        fed->sentinel = bracket - fed->start;
        *out++ = SENTINEL;
    }
    memcpy(out, data + bracket, end - bracket);
    out[end - bracket] = '\n';
    return end - fed->start + 1 + (fed->sentinel != NO_SENTINEL);
}

void markdown_html(struct markdown *markdown, const struct parse *outer,
                   uint32_t first_line, uint32_t line_count)
{
    struct parse parse = {.arena = outer->arena, .source = outer->source};
    const char *data = outer->source->data;
    const struct fed_line *lines = outer->lines + first_line;
    uint32_t size = lines[line_count - 1].end - lines[0].start;
    char *text = arena_raw(outer->arena, size + 2 * (size_t)line_count + 1);
    size_t len = 0;
    uint32_t flags = markdown->tree->flags;

    parse.line_count = line_count;
    parse.lines = arena_raw(outer->arena, line_count * sizeof(*parse.lines));
    for (uint32_t i = 0; i < line_count; i++) {
        parse.lines[i] = lines[i];
        len += write_line(text + len, data, &parse.lines[i]);
    }
    text[len] = '\0';
    markdown->tree->flags |= NODE_IN_HTML;
    markdown_cmark(markdown, &parse, (struct str){text, len});
    markdown_blocks(markdown, &parse);
    markdown->tree->flags = flags;
}
