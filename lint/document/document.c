/* document.c - the front matter and the Markdown of one file, as rules see them */

#include "lint/document/document.h"

#include "lint/base/ascii.h"
#include "lint/document/front_matter.h"
#include "lint/document/lines.h"
#include "lint/markdown/block_columns.h"
#include "lint/markdown/html.h"
#include "lint/markdown/markdown.h"
#include "lint/markdown/mask.h"

const struct node *node_last_child(const struct document *document,
                                   const struct node *node)
{
    const struct node *last = node_child(document, node);

    for (const struct node *next = last; next; next = node_sibling(document, next))
        last = next;
    return last;
}

const struct node *node_ancestor(const struct document *document, const struct node *node,
                                 enum node_kind kind)
{
    if (!(document->kinds & NODE_BIT(kind)))
        return NULL;
    while (node != document->nodes) {
        node = node_parent(document, node);
        if (node->kind == kind)
            return node;
    }
    return NULL;
}

const struct node *node_outermost(const struct document *document,
                                  const struct node *node)
{
    while (node->parent)
        node = node_parent(document, node);
    return node;
}

bool document_in_footnote(const struct document *document, const struct node *node)
{
    return node->kind == NODE_FOOTNOTE_DEFINITION ||
           node_ancestor(document, node, NODE_FOOTNOTE_DEFINITION);
}

const struct node *node_sibling_before(const struct document *document,
                                       const struct node *node)
{
    const struct node *before = node - 1;

    if (node == document->nodes || node_index(document, before) == node->parent)
        return NULL;
    while (before->parent != node->parent)
        before = node_parent(document, before);
    return before;
}

uint32_t node_quote_depth(const struct document *document, const struct node *node)
{
    uint32_t depth = 0;

    for (; node != document->nodes; node = node_parent(document, node))
        depth += node->kind == NODE_BLOCK_QUOTE;
    return depth;
}

bool document_line_is_code(const struct document *document, uint32_t line)
{
    return document_line_node(document, line)->kind == NODE_CODE_BLOCK;
}

static bool is_block(const struct node *node)
{
    return node->kind < NODE_TABLE_CELL && !(node->flags & NODE_IN_HTML);
}

static uint32_t columns(const struct source *source, uint32_t start, uint32_t end)
{
    return block_column_after(0, source_text(source, span_make(start, end)));
}

static bool is_open_ended(const struct node *block)
{
    if (block->kind != NODE_CODE_BLOCK && block->kind != NODE_MATH_BLOCK)
        return false;
    return span_empty(block->code_block.closing);
}

/* The columns before `end` that stand after so many quote markers on its line, and the
 * one blank that belongs to the last. */
static uint32_t columns_after_quotes(const struct source *source, uint32_t end,
                                     uint32_t quotes)
{
    uint32_t line = source->lines[source_line(source, end)].start;
    uint32_t at = line;
    uint32_t start;

    for (uint32_t left = quotes; at < end && left > 0; at++)
        left -= source->data[at] == '>';
    start = columns(source, line, at);
    start += quotes && at < end && is_space_or_tab(source->data[at]);
    return columns(source, line, end) - start;
}

/* The columns of a footnote's label or indent before a block in it: blank lines need
 * neither. */
static uint32_t footnote_columns(const struct document *document,
                                 const struct node *footnote, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source->lines[source_line(source, block->span.start)].start;

    if (footnote->span.start < line)
        return FOOTNOTE_INDENT;
    return columns(source, line, node_child(document, footnote)->span.start) -
           columns(source, line, footnote->span.start);
}

/* How many columns a blank line needs after its quote markers to go on with indented
 * code. */
static uint32_t blank_columns(const struct document *document, const struct node *code,
                              uint32_t quotes)
{
    const struct node *node = node_parent(document, code);
    const struct source *source = document->source;
    uint32_t needed = columns_after_quotes(source, code->span.start, quotes);

    /* Then the item's text starts one column after its marker; a tab may reach on. */
    if (node->kind == NODE_ITEM &&
        source_line(source, node->span.start) == source_line(source, code->span.start))
        needed =
            columns_after_quotes(source, node->item.marker.end, quotes) + 1 + CODE_INDENT;
    for (; node != document->nodes && node->kind != NODE_BLOCK_QUOTE;
         node = node_parent(document, node))
        if (node->kind == NODE_FOOTNOTE_DEFINITION)
            needed -= footnote_columns(document, node, code);
    return needed;
}

/* Does indented code stand right below a container that it ends? markdownlint takes each
 * of its lines for a block then. */
static bool ends_container(const struct document *document, const struct node *code)
{
    const struct source *source = document->source;
    const struct node *before = node_sibling_before(document, code);

    return before &&
           (before->kind == NODE_LIST || before->kind == NODE_BLOCK_QUOTE ||
            before->kind == NODE_FOOTNOTE_DEFINITION) &&
           source_line(source, before->span.end) + 1 ==
               source_line(source, code->span.start);
}

/*
 * The line after the last of the blank lines that are code as well: after an unclosed
 * fence all of them, after an indented block those that are indented as far as the block.
 * CommonMark 4.4 does not count the latter, but markdownlint does.
 */
static uint32_t code_tail(const struct document *document, const struct node *code,
                          struct span lines)
{
    const struct source *source = document->source;
    uint32_t depth = node_quote_depth(document, code);
    uint32_t indent =
        code->flags & NODE_FENCED ? 0 : blank_columns(document, code, depth);
    uint32_t tail = lines.start;
    uint32_t quotes;

    if (!(code->flags & NODE_FENCED) && ends_container(document, code))
        return tail;
    for (uint32_t i = tail; i < lines.end; i++) {
        if (!line_is_blank_in_quotes(source, i, &quotes) || quotes != depth)
            break;
        if (columns_after_quotes(source, source->lines[i].end, depth) >= indent)
            tail = i + 1;
    }
    return tail;
}

/*
 * Each of the lines belongs to the innermost node, from `node` outwards, that reaches it.
 * Returns the index of the node of the last line.
 */
static uint32_t fill_lines(struct document *document, uint32_t *line_nodes,
                           struct span lines, uint32_t node)
{
    const struct source *source = document->source;
    uint32_t tail = 0;

    for (uint32_t line = lines.start; line < lines.end; line++) {
        while (node && line >= tail &&
               source->lines[line].start >= document->nodes[node].span.end) {
            const struct node *block = &document->nodes[node];

            if (is_open_ended(block))
                tail = code_tail(document, block, span_make(line, lines.end));
            if (line >= tail)
                node = block->parent;
        }
        if (!(source->lines[line].flags & LINE_BLANK) ||
            document->nodes[node].kind == NODE_CODE_BLOCK ||
            document->nodes[node].kind == NODE_HTML_BLOCK)
            line_nodes[line] = node;
    }
    return node;
}

/* One pass over lines and blocks, both in order; what kinds there are is seen on the
 * way. */
static void find_line_nodes(struct document *document, struct arena *arena)
{
    const struct source *source = document->source;
    uint32_t *line_nodes = arena_array(arena, source->line_count, sizeof(*line_nodes));
    uint8_t *kinds = arena_raw(arena, document->node_count);
    uint32_t line = document->body_line; /* of the innermost block so far */
    uint32_t node = 0;

    document->kinds = NODE_BIT(NODE_DOCUMENT);
    document->node_kinds = kinds;
    kinds[0] = NODE_DOCUMENT;
    for (uint32_t i = 1; i < document->node_count; i++) {
        uint32_t start = line;

        kinds[i] = document->nodes[i].kind;
        document->kinds |= NODE_BIT(kinds[i]);
        if (!is_block(&document->nodes[i]))
            continue;
        while (start + 1 < source->line_count &&
               source->lines[start + 1].start <= document->nodes[i].span.start)
            start++;
        fill_lines(document, line_nodes, span_make(line, start), node);
        line = start;
        node = i;
    }
    fill_lines(document, line_nodes, span_make(line, source->line_count), node);
    document->line_nodes = line_nodes;
}

uint32_t document_next(const struct document *document, uint32_t from, uint64_t kinds)
{
    if (!(document->kinds & kinds))
        return document->node_count;
    while (from < document->node_count && !(NODE_BIT(document->node_kinds[from]) & kinds))
        from++;
    return from;
}

const struct node *document_text_at(const struct document *document, uint32_t *next,
                                    uint32_t offset)
{
    const struct node *text;

    for (;; ++*next) {
        *next = document_next(document, *next, NODE_BIT(NODE_TEXT));
        text = &document->nodes[*next];
        if (*next == document->node_count || text->span.start > offset)
            return NULL;
        if (text->span.end > offset)
            return text;
    }
}

void document_take_nodes(struct document *document, struct tree *tree,
                         struct arena *arena)
{
    tree->nodes[0].next = tree->count;
    document->nodes = tree->nodes;
    document->node_count = tree->count;
    document->loose = tree->loose;
    document->loose_count = tree->loose_count;
    find_line_nodes(document, arena);
}

void document_take(struct document *document, struct tree *tree, struct arena *arena)
{
    document_take_nodes(document, tree, arena);
    document->masked = mask_comments(arena, document->source, tree->nodes[0].span.start);
}

static void parse_body(struct document *document, struct arena *arena)
{
    const struct source *source = document->source;
    struct span body;
    struct tree tree;

    body = span_make(source->lines[document->body_line].start, source->size);
    tree_init(&tree, arena, body, span_length(body) / 12 + 64);
    markdown_read(&tree, source, document->body_line, MARKDOWN_ARTICLE);
    document_take(document, &tree, arena);
}

void document_parse_as(struct document *document, struct arena *arena,
                       const struct source *source, enum front_matter_reading reading)
{
    *document = (struct document){.source = source};
    front_matter_read(document, arena, reading);
    parse_body(document, arena);
}

void document_parse_after(struct document *document, struct arena *arena,
                          const struct source *source, uint32_t lines)
{
    *document = (struct document){.source = source};
    front_matter_cut(document, READ_AS_MARKDOWNLINT);
    if (document->body_line == lines && lines)
        front_matter_read(document, arena, READ_AS_MARKDOWNLINT);
    else
        document->front_matter = (struct front_matter){.syntax = FRONT_MATTER_NONE};
    document->body_line = lines;
    parse_body(document, arena);
}

void document_parse(struct document *document, struct arena *arena,
                    const struct source *source)
{
    document_parse_as(document, arena, source, READ_AS_PROGRAMS);
}
