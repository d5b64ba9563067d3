/* definition_row.c - may link reference definitions be taken away? */

#include "lint/document/definition_row.h"

#include "lint/base/ascii.h"
#include "lint/document/lines.h"

static bool is_below_blank(const struct source *source, const struct node *block)
{
    uint32_t line = source_line(source, block->span.start);
    uint32_t quotes;

    return line && line_is_blank_in_quotes(source, line - 1, &quotes) && !quotes;
}

static bool holds_lines(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_TABLE ||
           (block->kind == NODE_HEADING && block->form == HEADING_SETEXT);
}

/* A definition is a paragraph until it is read: what goes on right below it may begin
 * another block where it stands alone. */
static bool goes_on(const struct document *document, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, block->span.start);
    char c = source->data[source->lines[line].start];

    return holds_lines(block) && !is_below_blank(source, block) && !is_ascii_letter(c) &&
           (unsigned char)c < 0x80;
}

static bool is_indented(const struct source *source, const struct node *block)
{
    return block->span.start !=
           source->lines[source_line(source, block->span.start)].start;
}

/* Can a blank line alone part the blocks? Not where the one below is indented, or a list
 * below a list. */
static bool blank_parts(const struct document *document, const struct node *above,
                        const struct node *below)
{
    return !is_indented(document->source, below) &&
           (above->kind != NODE_LIST || below->kind != NODE_LIST) &&
           above->kind != NODE_DIRECTIVE;
}

/* What is below a row of definitions that begins with this one, or the first of them that
 * is indented: it may be part of what is above when those before it are gone. */
static const struct node *below_row(const struct document *document,
                                    const struct node *definition)
{
    const struct node *below = definition;

    while (below && below->kind == NODE_DEFINITION &&
           (below == definition || !is_indented(document->source, below)))
        below = node_sibling(document, below);
    return below;
}

/* A block that takes in nothing more when it is closed. */
static bool is_closed(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING ||
           block->kind == NODE_THEMATIC_BREAK ||
           (block->kind == NODE_CODE_BLOCK && block->flags & NODE_FENCED);
}

/* Does what is above count the blank lines below it: code or HTML that nothing closes, a
 * footnote, an empty item? */
static bool counts_blanks(const struct document *document, const struct node *above)
{
    const struct node *last = &document->nodes[above->next - 1];

    if (last->kind == NODE_ITEM || last->kind == NODE_HTML_BLOCK ||
        last->kind == NODE_DEFINITION ||
        ((last->kind == NODE_CODE_BLOCK || last->kind == NODE_MATH_BLOCK) &&
         span_empty(last->code_block->closing) && last != above))
        return true;
    for (; last != above; last = node_parent(document, last))
        if (last->kind == NODE_FOOTNOTE_DEFINITION)
            return true;
    return above->kind == NODE_FOOTNOTE_DEFINITION;
}

static bool has_title_below(const struct document *document, const struct node *heading)
{
    uint32_t i = node_index(document, heading);

    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HEADING))) <
           document->node_count)
        if (document->nodes[i].level == 1)
            return true;
    return false;
}

bool document_row_may_go(const struct document *document, const struct node *before,
                         const struct node *definition, struct list_search *search)
{
    const struct node *after = below_row(document, definition);

    if (before && before->kind != NODE_DEFINITION && counts_blanks(document, before))
        return false;
    if (!after)
        return true;
    if (after->kind == NODE_DEFINITION || goes_on(document, after))
        return false;
    /* What an article begins with: other text may look like front matter, or ask for a
     * heading (MD041); with two of them the first one is the title then (MD025). */
    if (!before)
        return !document->front_matter.miss && after->kind == NODE_HEADING &&
               after->level == 1 && !has_title_below(document, after);
    /* Both may be meant for an item further up (ST116). */
    if (is_indented(document->source, before) && is_indented(document->source, after))
        return false;
    /* Right before a heading a break is one too many (ST136). */
    if (before->kind == NODE_THEMATIC_BREAK && after->kind == NODE_HEADING)
        return false;
    /* A blank line alone parts no quotes (MD028). */
    if (before->kind == NODE_BLOCK_QUOTE && after->kind == NODE_BLOCK_QUOTE)
        return false;
    if (is_closed(before))
        return true;
    return is_below_blank(document->source, definition) &&
           blank_parts(document, before, after) &&
           document_list_is_plain(document, before, search);
}
