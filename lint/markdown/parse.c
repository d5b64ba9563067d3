/* parse.c - from what cmark was fed back to the file */

#include "lint/markdown/cmark.h"

struct str markdown_keep(const struct markdown *markdown, struct str literal)
{
    char *copy = arena_raw(markdown->arena, literal.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < literal.len; i++)
        if (!markdown->sentinel || literal.data[i] != markdown->sentinel)
            copy[len++] = literal.data[i];
    copy[len] = '\0';
    return (struct str){copy, len};
}

uint32_t parse_offset(const struct parse *parse, uint32_t line, uint32_t offset)
{
    const struct fed_line *fed = &parse->lines[line];
    uint32_t at = fed->start;

    if (offset > fed->sentinel)
        offset--;
    if (!parse->has_nul)
        return at + offset < fed->end ? at + offset : fed->end;
    /* cmark has put the three bytes of U+FFFD in the place of each NUL. */
    for (; offset > 0 && at < fed->end; at++)
        offset -= parse->source->data[at] || offset < 3 ? 1 : 3;
    return at;
}
