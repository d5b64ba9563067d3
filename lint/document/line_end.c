/* line_end.c - white space at the end of a line, and what it does there */

#include "lint/document/line_end.h"

#include "lint/document/lines.h"
#include "lint/document/plain.h"

bool document_space_breaks_line(const struct document *document, struct span space)
{
    const struct source *source = document->source;

    return str_ends(source_text(source, space), STR("  ")) &&
           document_line_goes_on(document, source_line(source, space.start));
}

bool document_line_ends_in_text(const struct document *document, uint32_t line,
                                uint32_t *next)
{
    const struct node *block = document_line_node(document, line);
    uint32_t end = document->source->lines[line].end;

    return block->kind == NODE_PARAGRAPH && end < block->span.end &&
           !document_in_code_span(document, span_make(end + 1, end + 1), next);
}

bool document_space_may_go(const struct document *document, struct span space,
                           struct verbatim_search *search)
{
    const struct source *source = document->source;

    if (!str_has_only(source_text(source, space), " \t"))
        return false;
    if (space.start > 0 && source->data[space.start - 1] == '\\')
        return false;
    return !document_is_verbatim(document, space, search);
}
