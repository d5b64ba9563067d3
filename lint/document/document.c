/* document.c - the front matter and the Markdown of one file, as rules see them */

#include "lint/document/document.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/document/code_parts.h"
#include "lint/document/front_matter.h"
#include "lint/document/lines.h"
#include "lint/markdown/block_columns.h"
#include "lint/markdown/html.h"
#include "lint/markdown/markdown.h"

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

/* The index of the next block: of what has blocks in it, the first one, else what comes
 * after its inlines. */
static inline uint32_t next_block(const struct node *block, uint32_t index)
{
    bool has_blocks = block->kind < NODE_HEADING || block->kind == NODE_TABLE;

    return has_blocks ? index + 1 : block->next;
}

static bool is_open_ended(const struct node *block)
{
    if (block->kind != NODE_CODE_BLOCK && block->kind != NODE_MATH_BLOCK)
        return false;
    return span_empty(block->code_block->closing);
}

static bool has_blank_lines(const struct node *block)
{
    return block->kind == NODE_CODE_BLOCK || block->kind == NODE_HTML_BLOCK;
}

/* The lines of the range that start before the offset are the node's, but for blank ones
 * outside of code and HTML. Returns the first line that is left. */
static uint32_t fill_lines_before(const struct document *document, uint32_t *line_nodes,
                                  struct span range, uint32_t node, uint32_t offset)
{
    const struct line *lines = document->source->lines;
    bool has_blank = has_blank_lines(&document->nodes[node]);
    uint32_t line = range.start;

    for (; line < range.end && lines[line].start < offset; line++)
        if (has_blank || !(lines[line].flags & LINE_BLANK))
            line_nodes[line] = node;
    return line;
}

/* Each of the lines belongs to the innermost node, from `node` outwards, that reaches
 * it. */
static void fill_lines_around(const struct document *document, uint32_t *line_nodes,
                              struct span range, uint32_t node)
{
    for (; node; node = document->nodes[node].parent) {
        range.start = fill_lines_before(document, line_nodes, range, node,
                                        document->nodes[node].span.end);
        if (range.start == range.end)
            return;
    }
    fill_lines_before(document, line_nodes, range, 0, UINT32_MAX);
}

/* Where the block at an index starts; after everything for an index past the last. */
static inline uint32_t block_start(const struct document *document, uint32_t index)
{
    return index < document->node_count ? document->nodes[index].span.start : UINT32_MAX;
}

/* The lines from `line` on that are left below a block that is no container, up to the
 * next block: code that nothing ends goes on. Returns the last of them. */
static uint32_t fill_lines_below(const struct document *document, uint32_t *line_nodes,
                                 uint32_t line, uint32_t node, uint32_t next)
{
    const struct source *source = document->source;
    const struct node *block = &document->nodes[node];
    uint32_t end = next < document->node_count
                       ? source_line(source, document->nodes[next].span.start)
                       : source->line_count;
    struct span range = span_make(line, end);

    if (is_open_ended(block))
        range.start = fill_lines_before(
            document, line_nodes,
            span_make(range.start, code_tail(document, block, range)), node, UINT32_MAX);
    while (range.start < end && source->lines[range.start].flags & LINE_BLANK)
        range.start++;
    if (range.start < end)
        fill_lines_around(document, line_nodes, range, block->parent);
    return end - 1;
}

/* Which node each line belongs to: one pass over lines and blocks, both in order. Most
 * blocks have but blank lines below them. */
static uint32_t *find_line_nodes(const struct document *document, struct arena *arena)
{
    const struct source *source = document->source;
    uint32_t *line_nodes = arena_array(arena, source->line_count, sizeof(*line_nodes));
    const struct node *block = document->nodes; /* the innermost one so far */
    uint32_t node = 0;
    uint32_t next = 1;
    uint32_t next_start = block_start(document, next);

    for (uint32_t i = document->body_line; i < source->line_count; i++) {
        const struct line *line = &source->lines[i];
        bool blank = line->flags & LINE_BLANK;

        for (; next_start < line[1].start; next_start = block_start(document, next)) {
            node = next;
            block = &document->nodes[node];
            next = next_block(block, node);
        }
        if (line->start < block->span.end) {
            if (!blank || has_blank_lines(block))
                line_nodes[i] = node;
        } else if (!blank || is_open_ended(block)) {
            i = fill_lines_below(document, line_nodes, i, node, next);
        }
    }
    return line_nodes;
}

static void find_kinds(struct document *document, struct arena *arena)
{
    const struct node *nodes = document->nodes;
    uint32_t count = document->node_count;
    uint8_t *kinds = arena_raw(arena, count + 1);
    uint64_t all = 0;

    for (uint32_t i = 0; i < count; i++) {
        uint8_t kind = nodes[i].kind;

        kinds[i] = kind;
        all |= NODE_BIT(kind);
    }
    kinds[count] = NODE_KIND_COUNT;
    document->node_kinds = kinds;
    document->kinds = all;
}

/* The same for a set of one kind. */
static uint32_t next_of_kind(const struct document *document, uint32_t from,
                             uint64_t kind)
{
    const uint8_t *kinds = document->node_kinds;
    const uint8_t *hit =
        memchr(kinds + from, __builtin_ctzll(kind), document->node_count - from);

    return hit ? (uint32_t)(hit - kinds) : document->node_count;
}

uint32_t document_next(const struct document *document, uint32_t from, uint64_t kinds)
{
    if (!(document->kinds & kinds) || from >= document->node_count)
        return document->node_count;
    if (!(kinds & (kinds - 1)))
        return next_of_kind(document, from, kinds);
    kinds |= NODE_BIT(NODE_KIND_COUNT); /* the end */
    while (!(kinds >> document->node_kinds[from] & 1))
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
    document->plain_end = arena_raw(arena, sizeof(*document->plain_end));
    *document->plain_end = UINT32_MAX;
    find_kinds(document, arena);
    document->line_nodes = find_line_nodes(document, arena);
}

void document_take(struct document *document, struct tree *tree, struct arena *arena)
{
    document_take_nodes(document, tree, arena);
    document->mask = mask_comments(arena, document->source, tree->nodes[0].span.start);
}

/* markdownlint knows no strikethrough. */
static void parse_body(struct document *document, struct arena *arena,
                       enum front_matter_reading reading)
{
    unsigned features = reading == READ_AS_MARKDOWNLINT
                            ? MARKDOWN_ARTICLE & ~MARKDOWN_STRIKETHROUGH
                            : MARKDOWN_ARTICLE;
    struct tree tree;

    markdown_read(&tree, arena, document->source, document->body_line, features);
    document_take(document, &tree, arena);
}

void document_parse_as(struct document *document, struct arena *arena,
                       const struct source *source, enum front_matter_reading reading)
{
    *document = (struct document){.source = source};
    front_matter_read(document, arena, reading);
    parse_body(document, arena, reading);
}

void document_parse_after(struct document *document, struct arena *arena,
                          const struct source *source, uint32_t lines,
                          enum front_matter_reading reading)
{
    *document = (struct document){.source = source};
    front_matter_cut(document, READ_AS_MARKDOWNLINT);
    if (document->body_line == lines && lines)
        front_matter_read(document, arena, READ_AS_MARKDOWNLINT);
    else
        document->front_matter = (struct front_matter){.syntax = FRONT_MATTER_NONE};
    document->body_line = lines;
    parse_body(document, arena, reading);
}

void document_parse(struct document *document, struct arena *arena,
                    const struct source *source)
{
    document_parse_as(document, arena, source, READ_AS_PROGRAMS);
}
