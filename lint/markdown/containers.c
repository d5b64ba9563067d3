/* containers.c - quotes, lists, items, footnotes, directives */

#include "lint/markdown/block_parser.h"
#include "lint/markdown/directive.h"
#include "lint/markdown/feature.h"

enum {
    MARKER_GAP_MAX = 4, /* columns after a list marker; with more, code follows it */
};

static bool counts_as_unmarked(enum node_kind kind)
{
    return kind == NODE_ITEM || kind == NODE_FOOTNOTE_DEFINITION ||
           kind == NODE_DIRECTIVE;
}

static bool can_contain(enum node_kind parent, enum node_kind child)
{
    switch (parent) {
    case NODE_LIST:
        return child == NODE_ITEM;
    case NODE_DOCUMENT:
    case NODE_BLOCK_QUOTE:
    case NODE_ITEM:
    case NODE_FOOTNOTE_DEFINITION:
    case NODE_DIRECTIVE:
        return child != NODE_ITEM;
    default:
        return false;
    }
}

static void close_block(struct block_parser *parser)
{
    switch (parser_tip(parser)->kind) {
    case NODE_PARAGRAPH:
        blocks_close_paragraph(parser);
        break;
    case NODE_CODE_BLOCK:
    case NODE_MATH_BLOCK:
        blocks_close_code(parser);
        break;
    case NODE_HTML_BLOCK:
        blocks_close_html(parser);
        break;
    case NODE_TABLE:
        blocks_close_table(parser);
        break;
    case NODE_HEADING: /* that a line has made of a paragraph: it is in the tree */
        break;
    default:
        blocks_close_container(parser);
        break;
    }
}

/* The innermost open block has one more in it, which ends on that line. */
static void end_child(struct block_parser *parser, uint32_t line)
{
    struct open_block *parent = parser_tip(parser);

    parent->child_line = line;
    if (parent->last_line < line)
        parent->last_line = line;
}

void blocks_close_to(struct block_parser *parser, uint32_t depth)
{
    while (parser->depth > depth) {
        close_block(parser);
        parser->unmarked -= counts_as_unmarked(parser_tip(parser)->kind);
        parser->depth--;
        end_child(parser, parser->open[parser->depth].last_line);
    }
    if (parser->matched > depth)
        parser->matched = depth;
}

/* Blank lines between two blocks of an item, or between two items, make a list loose
 * (CommonMark 5.3). */
static void note_blank_lines(struct block_parser *parser)
{
    struct open_block *parent = parser_tip(parser);

    if (parent->child_line == NO_LINE || parent->child_line + 1 >= parser->line)
        return;
    if (parent->kind == NODE_LIST)
        parent->loose = true;
    else if (parent->kind == NODE_ITEM)
        parent[-1].loose = true;
}

void blocks_make_place(struct block_parser *parser, enum node_kind kind)
{
    blocks_close_to(parser, parser->matched);
    while (!can_contain(parser_tip(parser)->kind, kind))
        blocks_close_to(parser, parser->depth - 1);
    note_blank_lines(parser);
}

void blocks_end_line_block(struct block_parser *parser)
{
    end_child(parser, parser->line);
}

struct open_block *blocks_open(struct block_parser *parser, enum node_kind kind)
{
    struct open_block *block;
    uint32_t directive = 0;

    parser->open = arena_make_room(parser->blocks->arena, parser->open, parser->depth,
                                   &parser->capacity, sizeof(*parser->open));
    if (parser->depth) {
        parser_tip(parser)->child_line = parser->line;
        directive = parser_tip(parser)->directive;
    }
    block = &parser->open[parser->depth++];
    *block = (struct open_block){.kind = (uint8_t)kind,
                                 .line = parser->line,
                                 .last_line = parser->line,
                                 .child_line = NO_LINE,
                                 .start = parser->cursor.text,
                                 .directive =
                                     kind == NODE_DIRECTIVE ? parser->depth : directive};
    parser->matched = parser->depth;
    parser->unmarked += counts_as_unmarked(kind);
    return block;
}

/* What is around a container; NULL for one of a kind that does not keep it. */
static const struct nesting *nesting_of(const struct node *container)
{
    switch (container->kind) {
    case NODE_LIST:
        return &container->list.nesting;
    case NODE_BLOCK_QUOTE:
        return &container->nesting;
    case NODE_FOOTNOTE_DEFINITION:
        return &container->footnote->nesting;
    default:
        return NULL;
    }
}

/* The innermost open node, which keeps what is around it, is around what follows. */
static void nest(struct block_parser *parser)
{
    const struct node *container = tree_top(&parser->blocks->tree);
    struct nesting *nesting = &parser->nesting;

    if (container->kind == NODE_BLOCK_QUOTE)
        nesting->bullets = 0;
    else if (container->kind == NODE_FOOTNOTE_DEFINITION)
        nesting->in_footnote = true;
    else if (container->flags & NODE_ORDERED)
        nesting->bullets = NESTING_NUMBERED;
    else if (nesting->bullets != NESTING_NUMBERED)
        nesting->bullets++;
    nesting->lists += container->kind == NODE_LIST;
}

static struct node *open_node(struct block_parser *parser, enum node_kind kind,
                              uint32_t length)
{
    uint32_t start = parser->cursor.text;

    blocks_make_place(parser, kind);
    blocks_open(parser, kind);
    tree_open(&parser->blocks->tree, kind, span_make(start, start + length));
    return tree_top(&parser->blocks->tree);
}

void blocks_skip_quote_mark(struct open_block *quote, struct line_cursor *cursor)
{
    quote->mark_end = cursor->text + 1;
    cursor_move(cursor, quote->mark_end);
    if (cursor->indent)
        cursor_skip_columns(cursor, 1);
}

static bool open_quote(struct block_parser *parser)
{
    struct node *quote = open_node(parser, NODE_BLOCK_QUOTE, 1);

    quote->nesting = parser->nesting;
    nest(parser);
    blocks_skip_quote_mark(parser_tip(parser), &parser->cursor);
    return true;
}

static bool open_footnote(struct block_parser *parser)
{
    uint32_t start = parser->cursor.text;
    uint32_t label;
    uint32_t end = parser->blocks->features & MARKDOWN_FOOTNOTES
                       ? footnote_start(parser_text(parser), &label)
                       : 0;
    struct node_footnote *footnote;
    struct node *node;

    if (!end)
        return false;
    /* [^ before the label, ]: after it. */
    node = open_node(parser, NODE_FOOTNOTE_DEFINITION, 2 + label + 2);
    footnote = arena_alloc(parser->blocks->kept, sizeof(*footnote));
    footnote->label = span_make(start + 2, start + 2 + label);
    footnote->nesting = parser->nesting;
    node->footnote = footnote;
    nest(parser);
    parser_tip(parser)->columns = FOOTNOTE_INDENT;
    cursor_move(&parser->cursor, start + end);
    return true;
}

static void open_list(struct block_parser *parser, const struct list_marker *marker)
{
    struct node *list = open_node(parser, NODE_LIST, marker->length);

    list->marker = marker->character;
    list->list.nesting = parser->nesting;
    list->list.first = marker->number;
    list->flags |= marker->ordered ? NODE_ORDERED : 0;
    parser_tip(parser)->marker = marker->character;
    nest(parser);
}

/* Takes the columns after the marker that are the item's, and returns how many. */
static uint32_t skip_marker_gap(struct line_cursor *cursor)
{
    uint32_t gap = cursor->indent;

    if (cursor_is_blank(cursor))
        return 1;
    if (gap > MARKER_GAP_MAX)
        gap = 1;
    cursor_skip_columns(cursor, gap);
    return gap;
}

static void open_item(struct block_parser *parser, const struct list_marker *marker)
{
    struct line_cursor *cursor = &parser->cursor;
    struct node *item = open_node(parser, NODE_ITEM, marker->length);
    uint32_t indent = cursor->indent + marker->length;
    uint32_t end = cursor->text + marker->length;

    item->marker = marker->character;
    item->level = (uint8_t)marker->length;
    item->item.number = marker->number;
    item->flags |= marker->ordered ? NODE_ORDERED : 0;
    cursor_move(cursor, end);
    item->item.text = cursor_is_blank(cursor) ? end : cursor->text;
    if (!cursor_is_blank(cursor) && cursor->indent > MARKER_GAP_MAX)
        item->item.text = end + 1;
    parser_tip(parser)->columns = indent + skip_marker_gap(cursor);
}

/* May the marker interrupt the paragraph that the line is in? An item that does has text
 * and is the first of its list (CommonMark 5.2). */
static bool may_interrupt(const struct block_parser *parser,
                          const struct list_marker *marker)
{
    if (!parser_is_in(parser, NODE_PARAGRAPH))
        return true;
    return (!marker->ordered || marker->number == 1) &&
           !is_blank_from(parser_text(parser), marker->length);
}

static bool start_item(struct block_parser *parser)
{
    struct str text = parser_text(parser);
    struct list_marker marker = list_marker_read(text);
    struct open_block *list;

    if (!marker.length || !may_interrupt(parser, &marker) || is_thematic_break(text))
        return false;
    blocks_close_to(parser, parser->matched);
    list = parser_tip(parser);
    if (list->kind != NODE_LIST || list->marker != marker.character)
        open_list(parser, &marker);
    open_item(parser, &marker);
    return true;
}

static void set_directive(struct block_parser *parser, struct node *node, uint32_t colons)
{
    struct node_directive *directive =
        arena_alloc(parser->blocks->kept, sizeof(*directive));
    struct str text = parser_text(parser);
    uint32_t start = node->span.start;

    node->level = colons > 255 ? 255 : (uint8_t)colons;
    node->marker = ':';
    node->content = span_make(node->span.end, node->span.end);
    directive->name =
        span_make(start + colons, start + (uint32_t)directive_name(text, colons));
    node->directive = directive;
}

static uint32_t trimmed_length(const struct block_parser *parser)
{
    return blocks_line_end(parser->blocks, parser->line) - parser->cursor.text;
}

static bool open_directive(struct block_parser *parser)
{
    uint32_t colons = parser->blocks->features & MARKDOWN_DIRECTIVES
                          ? directive_start(parser_text(parser))
                          : 0;
    struct open_block *block;

    if (colons <= LEAF_DIRECTIVE_COLONS)
        return false;
    set_directive(parser, open_node(parser, NODE_DIRECTIVE, trimmed_length(parser)),
                  colons);
    block = parser_tip(parser);
    block->marker = ':';
    block->length = colons;
    block->columns = parser->cursor.indent;
    cursor_move(&parser->cursor, parser->cursor.end);
    return true;
}

void blocks_add_leaf_directive(struct block_parser *parser)
{
    struct tree *tree = &parser->blocks->tree;
    uint32_t start = parser->cursor.text;
    struct span span = span_make(start, start + trimmed_length(parser));

    blocks_make_place(parser, NODE_DIRECTIVE);
    set_directive(parser, tree_add(tree, NODE_DIRECTIVE, span), LEAF_DIRECTIVE_COLONS);
    tree_stretch(tree);
    blocks_end_line_block(parser);
}

bool blocks_open_container(struct block_parser *parser)
{
    struct line_cursor *cursor = &parser->cursor;
    char c = cursor->data[cursor->text];

    if (cursor_is_indented(cursor))
        return false;
    if (c == '>')
        return open_quote(parser);
    if (parser->unmarked >= UNMARKED_MAX)
        return false;
    if (c == '[')
        return open_footnote(parser);
    if (c == ':')
        return open_directive(parser);
    if (c == '-' || c == '+' || c == '*' || is_ascii_digit(c))
        return start_item(parser);
    return false;
}

/* From the first block in it to the last. */
static void set_content(struct tree *tree)
{
    struct node *node = tree_top(tree);
    uint32_t first = tree->parent + 1;

    if (first < tree->count)
        node->content = span_make(tree->nodes[first].span.start, node->span.end);
    else
        node->content = span_make(node->span.end, node->span.end);
}

/* The same directive, which is closed by the fence on that line. */
static const struct node_directive *with_closing(const struct blocks *blocks,
                                                 const struct node_directive *open,
                                                 uint32_t line)
{
    struct node_directive *closed = arena_raw(blocks->kept, sizeof(*closed));

    closed->name = open->name;
    closed->closing = blocks_closing_fence(blocks, line);
    return closed;
}

void blocks_close_container(struct block_parser *parser)
{
    struct tree *tree = &parser->blocks->tree;
    const struct open_block *block = parser_tip(parser);
    struct node *node = tree_top(tree);

    /* A quote goes on to its last >, though nothing follows it. */
    if (node->span.end < block->mark_end)
        node->span.end = block->mark_end;
    if (block->kind == NODE_LIST)
        node->flags |= block->loose ? 0 : NODE_TIGHT;
    set_content(tree);
    if (nesting_of(node))
        parser->nesting = *nesting_of(node);
    if (block->closed) {
        node->directive = with_closing(parser->blocks, node->directive, block->last_line);
        node->span.end = node->directive->closing.end;
    }
    tree_close(tree);
}
