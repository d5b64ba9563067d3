/* heading.c - the text of a heading as its author wrote it */

#include "lint/document/heading.h"

#include <string.h>

#include "lint/base/ascii.h"

struct span document_heading_span(const struct document *document,
                                  const struct node *heading)
{
    struct span span = heading->content;

    if (heading->form == HEADING_SETEXT)
        span.end = document->source->lines[source_line(document->source, span.end)].end;
    return span;
}

/* The next child that is HTML, from that one on; NULL after the last. */
static const struct node *next_html(const struct document *document,
                                    const struct node *child)
{
    while (child && child->kind != NODE_HTML)
        child = node_sibling(document, child);
    return child;
}

/* Copies the bytes, with a space for each line end; returns their number. */
static size_t copy_line(char *out, struct str text)
{
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\r' && i + 1 < text.len && text.data[i + 1] == '\n')
            continue;
        out[len++] = is_line_end(text.data[i]) ? ' ' : text.data[i];
    }
    return len;
}

/* One with signs in front is one line. */
static bool has_line_end(const struct node *heading, struct str text)
{
    return heading->form == HEADING_SETEXT &&
           (memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len));
}

struct str document_heading_text(const struct document *document,
                                 const struct node *heading, struct arena *arena)
{
    const struct source *source = document->source;
    struct span span = document_heading_span(document, heading);
    const struct node *html = next_html(document, node_child(document, heading));
    char *out;
    size_t len = 0;

    if (!html && !has_line_end(heading, source_text(source, span)))
        return source_text(source, span);
    out = arena_raw(arena, span_length(span) + 1);
    while (html) {
        len += copy_line(out + len,
                         source_text(source, span_make(span.start, html->span.start)));
        span.start = html->span.end;
        html = next_html(document, node_sibling(document, html));
    }
    len += copy_line(out + len, source_text(source, span));
    return (struct str){out, len};
}

struct str document_heading_title(const struct document *document,
                                  const struct node *heading, struct arena *arena)
{
    struct str text = str_trim(document_heading_text(document, heading, arena));
    size_t brace = text.len;

    if (!str_ends(text, STR("}")))
        return text;
    while (brace > 0 && text.data[brace - 1] != '{')
        brace--;
    return brace ? str_trim((struct str){text.data, brace - 1}) : text;
}

bool document_heading_has_link(const struct document *document,
                               const struct node *heading)
{
    const struct node *end = document->nodes + heading->next;

    for (const struct node *node = heading; node < end; node++)
        if (node->kind == NODE_LINK || node->kind == NODE_IMAGE)
            return true;
    return false;
}

const char *heading_signs(int level)
{
    static const char signs[] = "######";
    int most = (int)sizeof(signs) - 1;

    return &signs[level < most ? most - level : 0];
}

struct str heading_typed(int level, struct str text, struct arena *arena)
{
    return level ? arena_format(arena, "%s %.*s", heading_signs(level), (int)text.len,
                                text.data)
                 : text;
}

struct span document_heading_lead(const struct document *document,
                                  const struct node *heading)
{
    uint32_t start = heading->span.start + heading->level;
    uint32_t end = start;

    if (heading->form == HEADING_SETEXT)
        return span_make(heading->span.start, heading->span.start);
    while (is_space_or_tab(document->source->data[end]))
        end++;
    return span_make(start, end);
}

struct span document_heading_tail(const struct document *document,
                                  const struct node *heading)
{
    uint32_t end = heading->heading.closing.start;
    uint32_t start = end;

    if (heading->form != HEADING_ATX_CLOSED)
        return span_make(heading->span.end, heading->span.end);
    while (is_space_or_tab(document->source->data[start - 1]))
        start--;
    return span_make(start, end);
}
