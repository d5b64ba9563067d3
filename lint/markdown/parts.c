/* parts.c - a text that has been read is read once more, but not all of it */

#include "lint/markdown/parts.h"

#include "lint/markdown/block_parser.h"

struct span parts_lines(const struct parts *parts, uint32_t part)
{
    bool last = part + 1 == parts->count;

    return span_make(parts->items[part].line,
                     last ? parts->source->line_count : parts->items[part + 1].line);
}

struct span parts_nodes(const struct parts *parts, uint32_t part)
{
    bool last = part + 1 == parts->count;

    return span_make(parts->items[part].node,
                     last ? parts->node_count : parts->items[part + 1].node);
}

/* May the line, which is below a blank one, go on with a block that is open? An item of
 * any list counts as one of the list that is. */
static bool may_go_on(struct block_parser *parser, uint32_t line)
{
    struct line_cursor *cursor = &parser->cursor;
    struct open_block *block = &parser->open[1];

    if (parser->depth == 1)
        return false;
    cursor_set_line(cursor, &parser->blocks->lines[line]);
    if (block->kind != NODE_LIST)
        return blocks_goes_on(block, cursor);
    if (parser->depth > 2 && blocks_goes_on(block + 1, cursor))
        return true;
    return !cursor_is_blank(cursor) && list_marker_read(parser_text(parser)).length;
}

static void take_definitions(struct block_parser *parser, const struct parts *parts,
                             struct span range)
{
    struct tree *tree = &parser->blocks->tree;

    blocks_close_to(parser, 1);
    for (uint32_t i = range.start; i < range.end; i++) {
        if (parts->kinds[i] != NODE_DEFINITION &&
            parts->kinds[i] != NODE_FOOTNOTE_DEFINITION)
            continue;
        tree_open_copy(tree, &parts->nodes[i]);
        tree_close(tree);
    }
}

struct blocks *blocks_read_parts(struct arena *arena, struct arena *kept,
                                 struct parts *parts, unsigned features)
{
    uint32_t first = parts->items[0].line;
    struct blocks *blocks = blocks_new(arena, kept, parts->source, first, features);
    struct block_parser parser = {.blocks = blocks, .cursor.data = parts->source->data};

    blocks_open(&parser, NODE_DOCUMENT);
    for (uint32_t i = 0; i < parts->count; i++) {
        struct span lines = parts_lines(parts, i);

        if (!parts->items[i].again && may_go_on(&parser, lines.start - first))
            parts->items[i].again = true;
        if (parts->items[i].again)
            blocks_read_lines(&parser, lines.start - first, lines.end - first);
        else
            take_definitions(&parser, parts, parts_nodes(parts, i));
    }
    blocks_close_to(&parser, 1);
    return blocks;
}
