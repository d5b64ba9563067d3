/* containers.c - quotes, lists, items, footnotes, and the walk over blocks */

#include "lint/base/ascii.h"
#include "lint/markdown/blocks.h"

static uint32_t line_of(cmark_node *node)
{
    return parse_line(cmark_node_get_start_line(node));
}

static uint32_t offset_of(const struct blocks *blocks, cmark_node *node)
{
    return blocks_offset(blocks->parse, line_of(node),
                         (uint32_t)cmark_node_get_start_column(node) - 1);
}

/* Reads a bullet, or a number and its delimiter, at start. */
static struct span read_marker(const char *data, uint32_t start, uint32_t *number)
{
    uint32_t end = start;

    *number = 0;
    /* Nine digits at most (CommonMark 5.2), so no overflow. */
    for (; is_ascii_digit(data[end]); end++)
        *number = *number * 10 + (uint32_t)(data[end] - '0');
    return span_make(start, end + 1);
}

/* What is around a container; NULL for one of a kind that does not keep it. */
static struct nesting *nesting_of(struct node *container)
{
    switch (container->kind) {
    case NODE_LIST:
        return &container->list.nesting;
    case NODE_BLOCK_QUOTE:
        return &container->nesting;
    case NODE_FOOTNOTE_DEFINITION:
        return &container->footnote.nesting;
    default:
        return NULL;
    }
}

/* The innermost open container keeps what is around it, and is around what follows. */
static void nest(struct blocks *blocks)
{
    struct node *container = tree_top(&blocks->tree);
    struct nesting *nesting = &blocks->nesting;

    *nesting_of(container) = *nesting;
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

static void open_list(struct blocks *blocks, cmark_node *node)
{
    const char *data = blocks->parse->source->data;
    uint32_t start = offset_of(blocks, node);
    uint32_t number;
    struct span marker = read_marker(data, start, &number);
    struct node *list;

    tree_open(&blocks->tree, NODE_LIST, marker);
    list = tree_top(&blocks->tree);
    list->marker = data[marker.end - 1];
    list->list.first = number;
    list->flags |= is_ascii_digit(data[start]) ? NODE_ORDERED : 0;
    list->flags |= cmark_node_get_list_tight(node) ? NODE_TIGHT : 0;
    nest(blocks);
}

/* Does indented code follow the marker of the item on its line? */
static bool starts_with_code(cmark_node *item)
{
    cmark_node *child = cmark_node_first_child(item);
    int ignored;
    char fence;

    return child && cmark_node_get_type(child) == CMARK_NODE_CODE_BLOCK &&
           cmark_node_get_start_line(child) == cmark_node_get_start_line(item) &&
           !cmark_node_get_fenced(child, &ignored, &ignored, &fence);
}

/* Where the blanks behind the marker end: those that are of the list and not of code. */
static uint32_t item_text(const struct blocks *blocks, cmark_node *item,
                          uint32_t marker_end)
{
    const char *data = blocks->parse->source->data;
    uint32_t at = marker_end;

    if (starts_with_code(item))
        return marker_end + 1;
    while (is_space_or_tab(data[at]))
        at++;
    return at == blocks->parse->lines[line_of(item)].end ? marker_end : at;
}

/* cmark takes an x anywhere on the line for a tick, so look at the box itself. */
static uint32_t task_flags(const char *data, uint32_t at)
{
    while (is_space_or_tab(data[at]))
        at++;
    if (data[at] != '[' || data[at + 1] == '\0' || data[at + 2] != ']')
        return 0;
    return data[at + 1] == ' ' ? NODE_TASK : NODE_TASK | NODE_CHECKED;
}

static void open_item(struct blocks *blocks, cmark_node *node)
{
    const char *data = blocks->parse->source->data;
    uint32_t number;
    struct span marker = read_marker(data, offset_of(blocks, node), &number);
    uint32_t text = item_text(blocks, node, marker.end);
    struct node *item;

    tree_open(&blocks->tree, NODE_ITEM, marker);
    item = tree_top(&blocks->tree);
    item->item.text = text;
    item->marker = data[marker.end - 1];
    item->item.marker = marker;
    item->item.number = number;
    item->flags |= is_ascii_digit(data[marker.start]) ? NODE_ORDERED : 0;
    if (cmark_node_get_syntax_extension(node) == blocks->parse->tasklist)
        item->flags |= task_flags(data, marker.end);
}

/*
 * Where [^label]: starts, when `end` is after it and after the blanks that follow it.
 * Labels contain no blanks and no ], so it starts in the run of other bytes before its ],
 * where only quote markers and another footnote's colon may stand before it.
 */
static uint32_t footnote_start(const char *data, uint32_t line_start, uint32_t end)
{
    uint32_t start = end;

    while (start > line_start && data[start - 1] != ':')
        start--;
    start = start > line_start + 2 ? start - 2 : line_start;
    while (start > line_start && !is_space_or_tab(data[start - 1]) &&
           data[start - 1] != ']')
        start--;
    while (data[start] == '>' || data[start] == ':')
        start++;
    return start;
}

static void open_footnote(struct blocks *blocks, cmark_node *node)
{
    const char *data = blocks->parse->source->data;
    /* cmark has it start after the colon. */
    uint32_t end = offset_of(blocks, node);
    uint32_t start = footnote_start(data, blocks->parse->lines[line_of(node)].start, end);

    while (end > start && is_space_or_tab(data[end - 1]))
        end--;
    tree_open(&blocks->tree, NODE_FOOTNOTE_DEFINITION, span_make(start, end));
    tree_top(&blocks->tree)->footnote.label = span_make(start + 2, end - 2);
    nest(blocks);
}

/* Opens a container; false when the node is a leaf. */
static bool open_container(struct blocks *blocks, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    uint32_t start;

    switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        break;
    default:
        return false;
    }
    if (blocks_fence(blocks, node)) {
        blocks_open_directive(blocks, blocks_fence(blocks, node));
    } else if (type == CMARK_NODE_LIST) {
        open_list(blocks, node);
    } else if (type == CMARK_NODE_ITEM) {
        open_item(blocks, node);
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        open_footnote(blocks, node);
    } else {
        start = offset_of(blocks, node);
        tree_open(&blocks->tree, NODE_BLOCK_QUOTE, span_make(start, start + 1));
        nest(blocks);
    }
    return true;
}

/* What the openings know the container as. */
static const void *owner_of(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_DOCUMENT ? NULL : node;
}

/* A quote goes on to its last >, though nothing follows it. */
static void stretch_quote(struct blocks *blocks, cmark_node *node)
{
    const char *data = blocks->parse->source->data;
    uint32_t line = parse_line(cmark_node_get_end_line(node));
    struct node *quote = tree_top(&blocks->tree);
    uint32_t end;

    if (line >= blocks->parse->line_count)
        return;
    end = blocks_line_end(blocks->parse, line);
    if (end > quote->span.end && data[end - 1] == '>')
        quote->span.end = end;
}

static void close_container(struct blocks *blocks, cmark_node *node)
{
    struct tree *tree = &blocks->tree;
    uint32_t index = tree->parent;
    uint32_t content;
    struct node *container;

    blocks_add_forgotten(blocks, owner_of(node), UINT32_MAX);
    if (blocks_fence(blocks, node)) {
        blocks_close_directive(blocks, blocks_fence(blocks, node));
        return;
    }
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
        stretch_quote(blocks, node);
    container = tree_close(tree);
    if (nesting_of(container))
        blocks->nesting = *nesting_of(container);
    content =
        index + 1 < tree->count ? tree->nodes[index + 1].span.start : container->span.end;
    container->content = span_make(content, container->span.end);
}

/* A paragraph above a table has no place of its own: it starts where the table does. */
static uint32_t start_line(cmark_node *node)
{
    if (!cmark_node_get_start_line(node))
        return line_of(cmark_node_next(node));
    return line_of(node);
}

/* The next block after this one and its children, closing what ends in between. */
static cmark_node *next_block(struct blocks *blocks, cmark_node *node)
{
    cmark_node *next;

    while (!(next = cmark_node_next(node))) {
        node = cmark_node_parent(node);
        if (node == blocks->parse->root)
            return NULL;
        close_container(blocks, node);
    }
    return next;
}

/* No recursion: quotes nest as deep as their author likes. */
void blocks_read(struct blocks *blocks, struct span document)
{
    struct parse *parse = blocks->parse;
    cmark_node *node = cmark_node_first_child(parse->root);

    /* A line of a list begins two. What is not used of the room is never touched. */
    tree_init(&blocks->tree, parse->arena, document, 2 * parse->line_count + 64);
    while (node) {
        blocks_add_forgotten(blocks, owner_of(cmark_node_parent(node)), start_line(node));
        blocks_drop_openings(blocks, start_line(node));
        if (open_container(blocks, node)) {
            cmark_node *child = cmark_node_first_child(node);

            if (child) {
                node = child;
                continue;
            }
            close_container(blocks, node);
        } else {
            blocks_add_leaf(blocks, node);
        }
        node = next_block(blocks, node);
    }
    blocks_add_forgotten(blocks, NULL, UINT32_MAX);
}
