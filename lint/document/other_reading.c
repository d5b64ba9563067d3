/* other_reading.c - where plain Markdown is read as something else */

#include "lint/document/other_reading.h"

#include "lint/base/spans.h"
#include "lint/document/plain.h"
#include "lint/document/plain_parts.h"

/* Both readings, while they are compared line by line. */
struct comparison {
    const struct document *ours;
    const struct document *plain;
    uint32_t our_inline; /* the next node to compare */
    uint32_t plain_inline;
    struct arena *arena;
    struct span *spans;
    uint32_t count;
    uint32_t capacity;
};

/* Most of what differs is one line below the other. */
static void add_span(struct comparison *c, struct span span)
{
    struct span *last = c->count ? &c->spans[c->count - 1] : NULL;

    if (last && last->start <= span.start && span.start <= last->end) {
        last->end = span.end > last->end ? span.end : last->end;
        return;
    }
    c->spans =
        arena_make_room(c->arena, c->spans, c->count, &c->capacity, sizeof(*c->spans));
    c->spans[c->count++] = span;
}

static bool is_text(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_DIRECTIVE ||
           block->kind == NODE_MATH_BLOCK || block->kind == NODE_DOCUMENT;
}

/* The next block outwards that plain Markdown has as well. */
static const struct node *around(const struct document *document,
                                 const struct node *block)
{
    do {
        block = node_parent(document, block);
    } while (block->kind == NODE_DIRECTIVE);
    return block;
}

/* Do both end at the same fence, or none? */
static bool same_closing(const struct node *ours, const struct node *plain)
{
    struct span a = ours->code_block->closing;
    struct span b = plain->code_block->closing;

    return span_empty(a) ? span_empty(b) : !span_empty(b) && a.start == b.start;
}

static bool same_block(const struct node *ours, const struct node *plain)
{
    if (ours->kind == NODE_CODE_BLOCK && plain->kind == NODE_CODE_BLOCK &&
        !same_closing(ours, plain))
        return false;
    return ours->kind == plain->kind && ours->span.start == plain->span.start &&
           (ours->flags & NODE_TIGHT) == (plain->flags & NODE_TIGHT);
}

/* Are the innermost blocks on the line the same, and all around them? */
static bool same_blocks(const struct comparison *c, uint32_t line)
{
    const struct node *ours = document_line_node(c->ours, line);
    const struct node *plain = document_line_node(c->plain, line);

    if (is_text(ours) && is_text(plain)) {
        ours = around(c->ours, ours);
        plain = around(c->plain, plain);
    } else if (ours->kind == NODE_DIRECTIVE) {
        ours = around(c->ours, ours); /* a line of quote markers in it */
    }
    while (same_block(ours, plain)) {
        if (ours == c->ours->nodes)
            return true;
        ours = around(c->ours, ours);
        plain = around(c->plain, plain);
    }
    return ours->kind == NODE_DOCUMENT && plain->kind == NODE_DOCUMENT;
}

/* Does the block on the line go on below it? */
static bool goes_on(const struct document *document, uint32_t line)
{
    const struct node *block = document_line_node(document, line);

    return (block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING ||
            block->kind == NODE_MATH_BLOCK) &&
           document->source->lines[line].end < block->span.end;
}

static bool is_compared(const struct node *node)
{
    return node->kind > NODE_TEXT && node->kind != NODE_SOFT_BREAK &&
           node->kind != NODE_MATH && node->kind != NODE_BARE_URL &&
           !(node->flags & NODE_IN_HTML);
}

/* The next inline that begins before `end`; NULL when there is none. */
static const struct node *next_inline(const struct document *document, uint32_t *next,
                                      uint32_t end)
{
    for (; *next < document->node_count; ++*next) {
        const struct node *node = &document->nodes[*next];

        if (node->span.start >= end)
            return NULL;
        if (is_compared(node)) {
            ++*next;
            return node;
        }
    }
    return NULL;
}

static bool same_inlines(struct comparison *c, uint32_t line)
{
    const struct source *source = c->ours->source;
    uint32_t end =
        line + 1 < source->line_count ? source->lines[line + 1].start : UINT32_MAX;
    const struct node *ours, *plain;
    bool same = true;

    do {
        ours = next_inline(c->ours, &c->our_inline, end);
        plain = next_inline(c->plain, &c->plain_inline, end);
        same &= ours && plain ? ours->kind == plain->kind &&
                                    ours->span.start == plain->span.start &&
                                    ours->span.end == plain->span.end
                              : !ours && !plain;
    } while (ours || plain);
    return same;
}

/* From the start of one of the blocks on the line to the end of the other. */
static void add_blocks(struct comparison *c, uint32_t line)
{
    struct span span = document_line_node(c->plain, line)->span;
    struct span ours = document_line_node(c->ours, line)->span;

    add_span(c, span_make(ours.start < span.start ? ours.start : span.start,
                          ours.end > span.end ? ours.end : span.end));
}

static void compare_line(struct comparison *c, uint32_t line)
{
    const struct line *lines = c->ours->source->lines;
    bool blank = lines[line].flags & LINE_BLANK;
    bool meant = line < c->ours->body_line;
    bool same = same_inlines(c, line);

    if (!(blank && is_text(document_line_node(c->ours, line)) &&
          is_text(document_line_node(c->plain, line))) &&
        !same_blocks(c, line))
        add_span(c, span_make(lines[line].start, lines[line + 1].start));
    else if (!same && !meant)
        add_blocks(c, line);
    if (!meant && line + 1 < c->ours->source->line_count &&
        goes_on(c->ours, line) != goes_on(c->plain, line))
        add_span(c, span_make(lines[line + 1].start, lines[line + 1].start));
}

/* Adds the definitions that links use which begin with nodes of the range. */
static void add_used(const struct document *document, struct span range,
                     const struct document *plain, bool *used)
{
    const uint64_t kinds = NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE);

    for (uint32_t i = document_next(document, range.start, kinds); i < range.end;
         i = document_next(document, i + 1, kinds)) {
        uint32_t definition = document->nodes[i].link->definition;
        uint32_t start = document->nodes[definition].span.start;

        if (definition)
            used[plain->line_nodes[source_line(document->source, start)]] = true;
    }
}

/* By node of plain Markdown: the definitions that are used there. What was not read again
 * has the same links. */
static const bool *find_used(const struct document *ours, const struct document *plain,
                             const struct parts *parts, struct arena *arena)
{
    bool *used = arena_array(arena, plain->node_count, sizeof(*used));

    if (!(plain->kinds & NODE_BIT(NODE_DEFINITION)))
        return used;
    add_used(plain, span_make(0, plain->node_count), plain, used);
    for (uint32_t i = 0; i < parts->count; i++)
        if (!parts->items[i].again)
            add_used(ours, parts_nodes(parts, i), plain, used);
    return used;
}

static void find_referred(struct other_reading *reading, const struct document *plain,
                          const bool *used, struct arena *arena)
{
    uint32_t *lines = NULL;
    uint32_t capacity = 0;
    uint32_t count = 0;

    if (!(plain->kinds & NODE_BIT(NODE_DEFINITION)))
        return;
    for (uint32_t line = 0; line < plain->source->line_count; line++) {
        const struct node *block = document_line_node(plain, line);

        if (block->kind != NODE_DEFINITION || !used[node_index(plain, block)])
            continue;
        lines = arena_make_room(arena, lines, count, &capacity, sizeof(*lines));
        lines[count++] = line;
    }
    reading->referred = lines;
    reading->referred_count = count;
}

static void compare(struct other_reading *reading, const struct document *ours,
                    const struct document *plain, const struct parts *parts,
                    struct arena *arena)
{
    struct comparison c = {.ours = ours, .plain = plain, .arena = arena};

    for (uint32_t i = 0; i < parts->count; i++) {
        struct span lines = parts_lines(parts, i);

        if (!parts->items[i].again)
            continue;
        c.our_inline = parts->items[i].node;
        for (uint32_t line = lines.start; line < lines.end; line++)
            compare_line(&c, line);
    }
    reading->spans = c.spans;
    reading->count = spans_join(c.spans, c.count);
}

struct other_reading other_reading(const struct document *document,
                                   struct contested contested, struct arena *arena)
{
    struct other_reading reading = {.exists = plain_may_differ(document)};
    struct document plain;
    struct parts parts;
    struct arena own;

    if (!reading.exists)
        return reading;
    arena_init(&own);
    parts = plain_parts_read(document, contested, &plain, &own);
    compare(&reading, document, &plain, &parts, arena);
    find_referred(&reading, &plain, find_used(document, &plain, &parts, &own), arena);
    reading.contested = document_contested(&plain, arena);
    reading.plain_end = document_plain_end(&plain);
    arena_release(&own);
    return reading;
}

bool other_reading_refers(const struct other_reading *reading, uint32_t line)
{
    uint32_t low = 0;
    uint32_t high = reading->referred_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (reading->referred[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low < reading->referred_count && reading->referred[low] == line;
}
