/* quote_line.c - blanks after the quote markers of a line */

#include "lint/document/quote_line.h"

#include "lint/base/ascii.h"
#include "lint/document/indent.h"
#include "lint/document/lines.h"
#include "lint/document/quote_columns.h"
#include "lint/markdown/block_columns.h"

/* A walk along one line. */
struct walk {
    const struct document *document;
    const struct quote_search *search;
    const struct node *block; /* the innermost one on the line */
    const struct node *next;  /* the outermost one that starts on the line and has not
                                 been passed; NULL: none */
    uint32_t line;            /* the start of the line */
    uint32_t end;
    uint32_t at;
    uint32_t quotes; /* passed */
};

static bool holds_lines(const struct node *node)
{
    return node->kind == NODE_ITEM || node->kind == NODE_FOOTNOTE_DEFINITION;
}

static void search_from(struct quote_search *search, const struct document *document,
                        const struct node *block, struct arena *arena)
{
    const struct node *inside = NULL;
    bool has_item = false;
    uint32_t quote;

    search->block = block;
    search->depth = node_quote_depth(document, block);
    if (search->depth > search->capacity) {
        search->capacity = search->depth * 2;
        search->levels = arena_array(arena, search->capacity, sizeof(*search->levels));
    }
    quote = search->depth;
    for (; block != document->nodes; block = node_parent(document, block)) {
        if (holds_lines(block))
            inside = block;
        has_item = has_item || block->kind == NODE_ITEM;
        if (block->kind != NODE_BLOCK_QUOTE)
            continue;
        search->levels[--quote] = (struct quote_level){block, inside, has_item};
        inside = NULL;
        has_item = false;
    }
}

static const struct node *first_on_line(const struct document *document,
                                        const struct node *block, uint32_t line)
{
    if (block == document->nodes || block->span.start < line)
        return NULL;
    while (block->parent && node_parent(document, block)->span.start >= line)
        block = node_parent(document, block);
    return block;
}

/* The item or footnote around the place, within its quote, that began on an earlier line;
 * NULL: none. */
static const struct node *going_on(const struct walk *walk)
{
    const struct node *inside =
        walk->quotes ? walk->search->levels[walk->quotes - 1].inside : NULL;

    return inside && inside->span.start < walk->line ? inside : NULL;
}

/* Do the blanks up to `end` belong to an item or footnote that goes on? On a blank line
 * to an item. */
static bool are_needed(const struct walk *walk, uint32_t end)
{
    const struct source *source = walk->document->source;
    const struct node *inside = going_on(walk);

    if (!inside)
        return false;
    if (end == walk->end)
        return walk->search->levels[walk->quotes - 1].has_item;
    return quote_column(source, end) - quote_column_after_blank(source, walk->at) >=
           quote_columns_needed(source, inside);
}

static bool is_indented_code(const struct node *block)
{
    return block->kind == NODE_CODE_BLOCK && !(block->flags & NODE_FENCED);
}

/* Are all blanks on the lines of the block its content? */
static bool is_content(const struct node *block)
{
    return block->kind == NODE_HTML_BLOCK || is_indented_code(block);
}

static bool is_delimiter_row(const struct node *block)
{
    return block->kind == NODE_TABLE_ROW && block->form == ROW_DELIMITER;
}

static bool is_container(const struct node *node)
{
    return node->kind == NODE_LIST || node->kind == NODE_BLOCK_QUOTE ||
           node->kind == NODE_FOOTNOTE_DEFINITION;
}

/* Does no other quote go on after the blanks? */
static bool is_last_quote(const struct walk *walk)
{
    return walk->quotes == walk->search->depth ||
           walk->search->levels[walk->quotes].quote->span.start >= walk->line;
}

/* Does the next container, or any block in a directive, end another one in the same
 * quote? markdownlint takes the quote marker for the end of that one, and the blanks for
 * no concern of the quote. A blank line ends a quote, but neither list nor footnote. */
static bool ends_container(const struct walk *walk)
{
    const struct source *source = walk->document->source;
    const struct node *before =
        walk->next ? node_sibling_before(walk->document, walk->next) : NULL;

    if (!before || !is_container(before) || !is_last_quote(walk) ||
        !(is_container(walk->next) ||
          node_parent(walk->document, walk->next)->kind == NODE_DIRECTIVE))
        return false;
    return before->kind != NODE_BLOCK_QUOTE ||
           source_line(source, before->span.end) + 1 == source_line(source, walk->line);
}

static bool is_around(const struct document *document, const struct node *outer,
                      const struct node *inner)
{
    return outer <= inner && node_index(document, inner) < outer->next;
}

/* Is the line the first in a directive of the innermost quote so far? markdownlint takes
 * the blanks there for the directive's. */
static bool begins_directive(const struct walk *walk)
{
    const struct document *document = walk->document;
    uint32_t line = source_line(document->source, walk->line);
    const struct node *above = line > 0 ? document_line_node(document, line - 1) : NULL;

    return above && above->kind == NODE_DIRECTIVE &&
           str_starts(source_text(document->source, above->span), STR(":::")) &&
           source_line(document->source, above->span.start) == line - 1 &&
           is_around(document, above, walk->block) &&
           node_quote_depth(document, above) == walk->quotes;
}

/* How many of the blanks up to `end` stand before something that starts there. */
static uint32_t spare(const struct walk *walk, uint32_t end)
{
    const struct node *block = walk->block;
    uint32_t length = end - walk->at;
    struct span fence;

    if (are_needed(walk, end) || ends_container(walk) || begins_directive(walk) ||
        (is_content(block) && block->span.start < walk->line))
        return 0;
    if (walk->quotes < walk->search->depth || (walk->next && walk->next != block))
        return length;
    if (is_content(block) || is_delimiter_row(block))
        return 0;
    if (walk->next == block ||
        !(block->kind == NODE_CODE_BLOCK || block->kind == NODE_MATH_BLOCK))
        return length;
    if (end == block->code_block->closing.start)
        return block->kind == NODE_MATH_BLOCK ? length : 0;
    fence = document_spare_indent(walk->document, block);
    if (fence.end != block->span.start)
        return 0;
    return length < span_length(fence) ? length : span_length(fence);
}

static bool is_in_list(const struct walk *walk)
{
    const struct quote_level *level = &walk->search->levels[walk->quotes - 1];

    return level->quote->nesting.lists > 0 ||
           (level->inside && level->inside->kind == NODE_ITEM);
}

/* Steps over the marker at walk->at of a container that starts there. */
static bool step(struct walk *walk)
{
    const struct node *next = walk->next;

    if (!next || next->span.start != walk->at)
        return false;
    if (next->kind == NODE_ITEM)
        walk->at = next->item.text;
    else if (next->kind == NODE_FOOTNOTE_DEFINITION)
        walk->at = next->footnote->label.end + 2;
    else if (next->kind != NODE_LIST)
        return false;
    walk->next = node_child(walk->document, next);
    return true;
}

/* Is the `>` text that goes on lazily, as it stands too far to the right for a quote, or
 * not far enough for one in an item? `start` is where the blanks before it start. */
static bool is_text(const struct walk *walk, uint32_t start)
{
    const struct source *source = walk->document->source;
    const struct node *quote = walk->search->levels[walk->quotes].quote;
    const struct node *outer = node_parent(walk->document, quote);
    uint32_t columns =
        quote_column(source, walk->at) - quote_column_after_blank(source, start);
    uint32_t needed;

    if (holds_lines(outer) && outer->span.start >= walk->line)
        return columns >= CODE_INDENT;
    needed = quote_columns_around(walk->document, quote);
    return (!walk->quotes && outer->kind == NODE_ITEM && columns < needed) ||
           columns >= needed + CODE_INDENT;
}

/* Steps over the next quote marker and its blank, and what stands before it; false when
 * there is none. */
static bool next_quote(struct walk *walk)
{
    const char *data = walk->document->source->data;
    uint32_t start;

    do {
        start = walk->at;
        while (walk->at < walk->end && is_space_or_tab(data[walk->at]))
            walk->at++;
    } while (step(walk));
    if (walk->at == walk->end || data[walk->at] != '>' ||
        walk->quotes == walk->search->depth || is_text(walk, start))
        return false;
    if (walk->next && walk->next->span.start == walk->at)
        walk->next = node_child(walk->document, walk->next);
    walk->at++;
    walk->at += walk->at < walk->end && is_space_or_tab(data[walk->at]);
    walk->quotes++;
    return true;
}

static bool is_blank_after_quotes(const struct source *source, uint32_t line)
{
    struct span span = source_line_span(source, line);

    while (span.start < span.end && is_one_of(source->data[span.start], " \t>"))
        span.start++;
    return span_empty(span);
}

static struct walk walk_start(const struct document *document, uint32_t line,
                              const struct quote_search *search)
{
    struct span span = source_line_span(document->source, line);
    const struct node *block = document_line_node(document, line);

    return (struct walk){.document = document,
                         .search = search,
                         .block = block,
                         .next = first_on_line(document, block, span.start),
                         .line = span.start,
                         .end = span.end,
                         .at = span.start};
}

/* Is the place in a code span or formula? Places come in ascending order. */
static bool is_in_code(const struct document *document, uint32_t place,
                       struct quote_search *search)
{
    const struct node *node = document_ends_after(
        document, NODE_BIT(NODE_CODE) | NODE_BIT(NODE_MATH), place, &search->next);

    return node && node->span.start < place;
}

/* Do the blanks up to `end` stand before text, and not before another quote's marker? */
static bool is_in_text(const struct walk *walk, uint32_t end)
{
    struct walk next = *walk;

    next.at = end;
    return walk->quotes == walk->search->depth ||
           walk->document->source->data[end] != '>' || is_text(&next, walk->at);
}

uint32_t document_quote_blanks(const struct document *document, uint32_t line,
                               struct quote_search *search, struct quote_blanks **blanks,
                               struct arena *arena)
{
    const struct node *block = document_line_node(document, line);
    uint32_t capacity = 0;
    uint32_t count = 0;
    struct walk walk;

    /* An item goes on over blank lines, which no block is on. */
    if (block != search->block &&
        (!search->block || !is_around(document, block, search->block) ||
         !is_blank_after_quotes(document->source, line)))
        search_from(search, document, block, arena);
    *blanks = NULL;
    walk = walk_start(document, line, search);
    while (next_quote(&walk)) {
        uint32_t end = walk.at;
        uint32_t length;

        while (end < walk.end && is_space_or_tab(document->source->data[end]))
            end++;
        length = spare(&walk, end);
        if (!length || (is_in_text(&walk, end) && is_in_code(document, end, search)))
            continue;
        *blanks = arena_make_room(arena, *blanks, count, &capacity, sizeof(**blanks));
        (*blanks)[count++] = (struct quote_blanks){
            span_make(walk.at, walk.at + length),
            is_in_list(&walk),
        };
    }
    return count;
}
