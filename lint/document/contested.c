/* contested.c - where cmark-gfm sees other blocks */

#include "lint/document/contested.h"

#include "lint/base/ascii.h"
#include "lint/base/spans.h"
#include "lint/document/blank_below.h"
#include "lint/document/contested_table.h"
#include "lint/document/lines.h"

struct spans {
    struct span *items;
    uint32_t count;
    uint32_t capacity;
    struct arena *arena;
};

/* Does the block have a line above this one, or a definition, which is a part of it while
 * blocks are read? */
static bool goes_on(const struct document *document, const struct node *block,
                    uint32_t line)
{
    return block->span.start < document->source->lines[line].start ||
           (line && document_line_node(document, line - 1)->kind == NODE_DEFINITION);
}

/* Is the tag alone on its line, and its paragraph goes on there? */
static bool stands_alone(const struct document *document, const struct node *tag)
{
    const struct source *source = document->source;
    uint32_t number = source_line(source, tag->span.start);
    struct span line = source_line_span(source, number);
    const struct node *block = document_line_node(document, number);

    return (block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING) &&
           block->parent && goes_on(document, block, number) &&
           str_has_only(source_text(source, span_make(line.start, tag->span.start)),
                        " \t>") &&
           str_has_only(source_text(source, span_make(tag->span.end, line.end)), " \t");
}

static bool has_blanks(const struct source *source, uint32_t line)
{
    return line < source->line_count && source->lines[line].flags & LINE_BLANK &&
           !span_empty(source_line_span(source, line));
}

static bool has_blanks_in_quotes(const struct source *source, uint32_t line)
{
    uint32_t quotes;

    return line < source->line_count && line_is_blank_in_quotes(source, line, &quotes) &&
           source->lines[line].flags & (LINE_BLANK | LINE_TRAILING_SPACE) &&
           !span_empty(source_line_span(source, line));
}

/* Is a line of the footnote, or the one below it, blank with blanks on it? */
static bool has_blank_line(const struct document *document, const struct node *footnote)
{
    const struct source *source = document->source;
    uint32_t last = source_line(source, footnote->span.end) + 1;

    for (uint32_t line = source_line(source, footnote->span.start); line <= last; line++)
        if (has_blanks(source, line))
            return true;
    return false;
}

/* Is there nothing on the line of the marker, and a line of blanks below it, or nothing
 * but the box of a task, or a definition that is nothing to cmark-gfm, and a blank
 * line? */
static bool begins_blank(const struct document *document, const struct node *item)
{
    const struct node *child = node_child(document, item);
    bool is_empty = item->item.text == item_marker(item).end;
    uint32_t line, quotes;

    if (child && child->kind == NODE_DEFINITION) {
        line = source_line(document->source, child->span.end) + 1;
        return line < document->source->line_count &&
               line_is_blank_in_quotes(document->source, line, &quotes);
    }
    if (!is_empty && !(item->flags & NODE_TASK))
        return false;
    line = source_line(document->source, item->span.start);
    if (item->flags & NODE_TASK && document_line_node(document, line) == item)
        return true;
    return is_empty && has_blanks_in_quotes(document->source, line + 1);
}

/* Below a definition there is no break to cmark-gfm: it is text. */
static bool is_below_definition(const struct document *document, const struct node *node)
{
    uint32_t line = source_line(document->source, node->span.start);

    return line && document_line_node(document, line - 1)->kind == NODE_DEFINITION;
}

/* `<!doctype`: in small letters it is none to cmark-gfm. */
static bool is_small_declaration(const struct document *document, const struct node *html)
{
    struct str text = source_text(document->source, html->span);

    while (text.len && is_space_or_tab(*text.data))
        text = (struct str){text.data + 1, text.len - 1};
    return str_starts(text, STR("<!")) && text.len > 2 && is_ascii_lower(text.data[2]);
}

/* Those that is_contested() may be true of. */
static const uint64_t contested_kinds =
    NODE_BIT(NODE_TABLE_ROW) | NODE_BIT(NODE_TABLE) | NODE_BIT(NODE_PARAGRAPH) |
    NODE_BIT(NODE_CODE_BLOCK) | NODE_BIT(NODE_FOOTNOTE_DEFINITION) | NODE_BIT(NODE_ITEM) |
    NODE_BIT(NODE_DEFINITION) | NODE_BIT(NODE_THEMATIC_BREAK) |
    NODE_BIT(NODE_HTML_BLOCK) | NODE_BIT(NODE_HTML);

/* Is it the start of what cmark-gfm reads in another way? */
static bool is_contested(const struct document *document, const struct node *node)
{
    if (node->flags & NODE_IN_HTML)
        return false;
    switch (node->kind) {
    case NODE_TABLE_ROW:
    case NODE_TABLE:
    case NODE_PARAGRAPH:
    case NODE_CODE_BLOCK:
        return is_contested_table(document, node);
    case NODE_FOOTNOTE_DEFINITION:
        return node->parent || has_blank_line(document, node);
    case NODE_ITEM:
        return begins_blank(document, node);
    case NODE_DEFINITION:
        return is_contested_table(document, node) ||
               blank_below_contested(document, node) ||
               blank_above_contested(document, node);
    case NODE_THEMATIC_BREAK:
        return is_below_definition(document, node) ||
               blank_below_contested(document, node);
    case NODE_HTML_BLOCK:
        return is_small_declaration(document, node);
    case NODE_HTML:
        return stands_alone(document, node);
    default:
        break;
    }
    return false;
}

/* Does a block that goes on to a closing line begin after the node, in the outermost
 * block? Where that is over, it may have none. */
static bool may_go_on(const struct document *document, const struct node *node)
{
    const struct node *end = &document->nodes[node_outermost(document, node)->next];

    for (; node < end; node++)
        if (node->kind == NODE_HTML_BLOCK ||
            (node->kind == NODE_CODE_BLOCK && node->flags & NODE_FENCED))
            return true;
    return false;
}

/* May what is below the next blank line be in the node, or in what is around it, and so
 * on? */
static bool goes_on_below(const struct document *document, const struct node *node)
{
    switch (node->kind) {
    case NODE_ITEM:
    case NODE_TABLE:
        return true;
    case NODE_FOOTNOTE_DEFINITION:
        return document_line_node(
                   document, source_line(document->source, node->span.start)) == node;
    case NODE_HTML:
        return may_go_on(document, node);
    default:
        break;
    }
    return false;
}

/* The first blank line from this one on that no block goes on over which begins before
 * it. */
static uint32_t next_gap(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;

    while (line < source->line_count) {
        const struct node *block;

        while (line < source->line_count && !(source->lines[line].flags & LINE_BLANK))
            line++;
        block = document_line_node(document, line - 1);
        if (block == document->nodes)
            break;
        block = node_outermost(document, block);
        if (source_line(source, block->span.end) < line)
            break;
        line = source_line(source, block->span.end) + 1;
    }
    return line;
}

/* From the line of a tag to the next blank one, but at least to the end of the list or
 * quote that it is in: that is over for cmark-gfm. Whether a list is loose concerns it
 * from its start on. */
static struct span shadow_of(const struct document *document, const struct node *tag)
{
    const struct source *source = document->source;
    const struct node *outermost = node_outermost(document, tag);
    bool loose = tag->kind == NODE_ITEM || tag->kind == NODE_THEMATIC_BREAK ||
                 tag->kind == NODE_DEFINITION;
    uint32_t first = source_line(source, loose ? outermost->span.start : tag->span.start);
    uint32_t line = source_line(source, outermost->span.end) + 1;

    if (goes_on_below(document, tag))
        line = source->line_count;
    return span_make(source->lines[first].start,
                     source->lines[next_gap(document, line)].start);
}

static void add(struct spans *spans, struct span span)
{
    spans->items = arena_make_room(spans->arena, spans->items, spans->count,
                                   &spans->capacity, sizeof(*spans->items));
    spans->items[spans->count++] = span;
}

/* Is the node a paragraph of one text, and so of one line? As many are. */
static bool is_one_text(const struct document *document, uint32_t i)
{
    const uint8_t *kinds = document->node_kinds;

    return kinds[i] == NODE_PARAGRAPH && document->nodes[i].next == i + 2 &&
           kinds[i + 1] == NODE_TEXT;
}

static void find_blocks(const struct document *document, struct spans *spans)
{
    const uint8_t *kinds = document->node_kinds;
    bool has_tables = document->kinds & NODE_BIT(NODE_TABLE);
    uint32_t count = document->node_count;

    for (uint32_t i = 1; i < count; i++) {
        const struct node *node = &document->nodes[i];

        if (!(NODE_BIT(kinds[i]) & contested_kinds) ||
            (!has_tables && is_one_text(document, i)) || !is_contested(document, node))
            continue;
        if (!spans->count || node->span.start >= spans->items[spans->count - 1].end)
            add(spans, shadow_of(document, node));
        else if (goes_on_below(document, node))
            spans->items[spans->count - 1].end = document->source->size;
    }
}

/* From a URL with the start of code, HTML or a link in it to the end of its block: where
 * it is not known as a URL, these begin there. */
static void find_urls(const struct document *document, struct spans *spans)
{
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, NODE_BIT(NODE_BARE_URL))) <
           document->node_count) {
        struct span url = document->nodes[i].span;
        uint32_t line = source_line(document->source, url.start);
        const struct node *block = document_line_node(document, line);

        if (str_has_any(source_text(document->source, url), "`<[") &&
            url.end < block->span.end)
            add(spans, span_make(url.start, block->span.end));
    }
}

/* Links whose definitions are in what was found, which may be none. */
static void find_links(const struct document *document, struct spans *spans)
{
    const struct contested found = {spans->items, spans->count};
    uint32_t i = 0;

    while (
        (i = document_next(document, i + 1, NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE))) <
        document->node_count) {
        const struct node *link = &document->nodes[i];

        if (link->link->definition && !(link->flags & NODE_IN_HTML) &&
            contested_touches(found, document->nodes[link->link->definition].span))
            add(spans, shadow_of(document, link));
    }
}

struct contested document_contested(const struct document *document, struct arena *arena)
{
    struct spans spans = {.arena = arena};

    find_blocks(document, &spans);
    spans.count = spans_join(spans.items, spans.count);
    if (spans.count)
        find_links(document, &spans);
    find_urls(document, &spans);
    spans.count = spans_join(spans.items, spans.count);
    return (struct contested){spans.items, spans.count};
}

bool contested_touches(struct contested contested, struct span span)
{
    uint32_t low = 0;
    uint32_t high = contested.count;

    /* The first one that does not end before the span. */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (contested.items[middle].end < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < contested.count && contested.items[low].start <= span.end;
}
