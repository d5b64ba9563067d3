/* tabs.c - tabs in an article, and the spaces that may stand for them */

#include "lint/document/tabs.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/document/line_end.h"
#include "lint/markdown/block_columns.h"

bool document_next_tabs(const struct document *document, uint32_t line, uint32_t from,
                        struct tab_run *run)
{
    const struct source *source = document->source;
    struct span span = source_line_span(source, line);
    struct str text = document_line(document, line);
    uint32_t at = from - span.start;
    const char *tab = at < text.len ? memchr(text.data + at, '\t', text.len - at) : NULL;
    uint32_t start, end;

    if (!tab)
        return false;
    start = end = span.start + (uint32_t)(tab - text.data);
    while (end < span.end && text.data[end - span.start] == '\t')
        end++;
    *run = (struct tab_run){
        .tabs = span_make(start, end),
        .before = source_text(source, span_make(span.start, start)),
        .after = source_text(source, span_make(end, span.end)),
        .block = document_line_node(document, line),
    };
    run->in_directive = node_ancestor(document, run->block, NODE_DIRECTIVE);
    return true;
}

/* May the text be nothing but indents and markers? */
static bool is_indent(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_ascii_digit(text.data[i]) && !is_one_of(text.data[i], " \t>-+*.)"))
            return false;
    return true;
}

/* A line of a paragraph that starts with a letter is text, however far it is indented,
 * but in a directive. */
static bool goes_on(const struct tab_run *run)
{
    return run->block->kind == NODE_PARAGRAPH && !run->in_directive &&
           run->block->span.start < run->tabs.start - run->before.len &&
           !str_trim(run->before).len && run->after.len &&
           is_ascii_letter(run->after.data[0]);
}

uint32_t tab_run_width(const struct tab_run *run)
{
    struct str tabs = {run->before.data + run->before.len, span_length(run->tabs)};
    uint32_t column;

    if (!is_indent(run->before) || goes_on(run))
        return 0;
    column = block_column_after(0, run->before);
    return block_column_after(column, tabs) - column;
}

struct span tab_run_ending(const struct tab_run *run)
{
    struct span space = run->tabs;

    for (size_t i = 0; i < run->after.len; i++)
        if (!is_space_or_tab(run->after.data[i]))
            return span_make(0, 0);
    space.end += (uint32_t)run->after.len;
    for (size_t i = run->before.len; i > 0; i--, space.start--)
        if (!is_space_or_tab(run->before.data[i - 1]))
            break;
    return space;
}

/* Does the article link to a place in it? The anchor of a heading has a hyphen for a
 * space, and nothing for a tab. */
static bool links_to_headings(const struct document *document, struct tab_search *search)
{
    for (; search->link < document->node_count; search->link++) {
        const struct node *node = &document->nodes[search->link];

        if ((node->kind == NODE_LINK || node->kind == NODE_DEFINITION) &&
            str_starts(source_text(document->source, node->link->destination), STR("#")))
            return true;
    }
    return false;
}

/* Behind a fence, white space parts the words of the info string. */
static bool is_in_info(const struct tab_run *run)
{
    return run->block->flags & NODE_FENCED && run->block->span.start < run->tabs.start &&
           run->block->span.start >= run->tabs.start - run->before.len;
}

enum { TAG_MAX_BYTES = 1000 }; /* a longer one is none */

/* Where the tag that starts at the offset ends, or what looks like one; the offset itself
 * when nothing does. Quotes may have a `>` in them. */
static uint32_t tag_end(const struct source *source, uint32_t start)
{
    uint32_t end =
        start + TAG_MAX_BYTES < source->size ? start + TAG_MAX_BYTES : source->size;
    char quote = '\0';

    for (uint32_t at = start + 1; at < end; at++) {
        char c = source->data[at];

        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at;
    }
    return start;
}

/* Is the place in a tag of the HTML block? Places come in ascending order. */
static bool is_in_tag(const struct source *source, const struct node *html, uint32_t at,
                      struct tab_search *search)
{
    if (search->tag < html->span.start)
        search->tag = html->span.start;
    while (search->tag < at) {
        uint32_t end = search->tag;

        if (source->data[end] == '<' &&
            (is_ascii_letter(source->data[end + 1]) || source->data[end + 1] == '/'))
            end = tag_end(source, end);
        if (end >= at)
            return true;
        search->tag = end + 1;
    }
    return false;
}

bool document_tabs_may_change(const struct document *document, const struct tab_run *run,
                              size_t spaces, struct tab_search *search)
{
    const struct node *block = run->block;
    struct span ending = tab_run_ending(run);

    if (!span_empty(ending))
        return document_space_may_go(document, ending, &search->verbatim);
    if (document_is_verbatim(document, run->tabs, &search->verbatim))
        return false;
    /* The indent of a fence is taken off its content. */
    if (block->kind == NODE_CODE_BLOCK)
        return spaces && is_in_info(run);
    if (block->kind == NODE_HTML_BLOCK &&
        (!is_indent(run->before) ||
         is_in_tag(document->source, block, run->tabs.start, search)))
        return false;
    if (block->kind == NODE_HEADING && span_overlaps(block->content, run->tabs) &&
        links_to_headings(document, search))
        return false;
    /* `[ ]` is the box of a task. */
    return spaces && !str_ends(run->before, STR("["));
}
