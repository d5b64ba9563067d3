/* paragraph.c - paragraphs and the headings that lines make of them */

#include "lint/markdown/block_parser.h"
#include "lint/markdown/feature.h"

enum { BOX_LENGTH = 3 /* [x] */ };

void blocks_add_text_line(struct block_parser *parser)
{
    parser->blocks->text_starts[parser->line] = parser->cursor.text;
    parser_tip(parser)->last_line = parser->line;
    parser_tip(parser)->indented = cursor_is_indented(&parser->cursor);
}

/* The text on the lines from `line` up to before `end`. */
static struct leaf text_on(const struct blocks *blocks, uint32_t line, uint32_t end)
{
    struct span text =
        span_make(blocks_text_start(blocks, line), blocks_line_end(blocks, end - 1));

    return (struct leaf){0, line, end - line, text};
}

/* After the box of a task and the blanks that follow it (GFM 5.3); 0 when there is none.
 */
static uint32_t box_end(const char *data, uint32_t at)
{
    if (data[at] != '[' || !is_one_of(data[at + 1], " xX") || data[at + 2] != ']' ||
        !is_space_or_tab(data[at + BOX_LENGTH]))
        return 0;
    for (at += BOX_LENGTH; is_space_or_tab(data[at]);)
        at++;
    return at;
}

/* Is the paragraph, which the innermost open block was from its first line on, the first
 * block of an item? */
static bool is_first_in_item(const struct block_parser *parser, uint32_t line)
{
    const struct open_block *paragraph = parser_tip(parser);
    uint32_t item = parser->blocks->tree.parent;

    return paragraph[-1].kind == NODE_ITEM && paragraph->line == line &&
           item + 1 == parser->blocks->tree.count;
}

/* Makes the item a task when its text starts with a box, which then is no text; there may
 * be no other. */
static void take_box(struct block_parser *parser, struct leaf *text)
{
    struct blocks *blocks = parser->blocks;
    const char *data = blocks->source->data;
    struct node *item = tree_top(&blocks->tree);
    uint32_t end;

    if (!(blocks->features & MARKDOWN_TASKS) || !is_first_in_item(parser, text->line))
        return;
    end = box_end(data, text->text.start);
    if (!end)
        return;
    item->flags |=
        data[text->text.start + 1] == ' ' ? NODE_TASK : NODE_TASK | NODE_CHECKED;
    if (end < blocks->lines[text->line].end)
        text->text.start = end;
    else if (text->line_count > 1)
        *text = text_on(blocks, text->line + 1, text->line + text->line_count);
    else
        text->line_count = 0;
}

/* Adds what is left of the paragraph up to before `end`, after its definitions. */
void blocks_add_paragraph(struct block_parser *parser, uint32_t end)
{
    struct blocks *blocks = parser->blocks;
    uint32_t line = blocks_add_definitions(blocks, parser_tip(parser)->line, end);
    struct leaf text;

    if (line >= end)
        return;
    text = text_on(blocks, line, end);
    take_box(parser, &text);
    if (!text.line_count)
        return;
    tree_open(&blocks->tree, NODE_PARAGRAPH, text.text);
    blocks_add_leaf(blocks, text);
    tree_close(&blocks->tree);
}

void blocks_close_paragraph(struct block_parser *parser)
{
    blocks_add_paragraph(parser, parser_tip(parser)->last_line + 1);
}

static void add_heading(struct block_parser *parser, uint32_t level)
{
    struct blocks *blocks = parser->blocks;
    struct span closing = blocks_closing_fence(blocks, parser->line);
    struct leaf text = text_on(blocks, parser_tip(parser)->line, parser->line);
    struct node *heading;

    tree_open(&blocks->tree, NODE_HEADING, span_make(text.text.start, closing.end));
    heading = tree_top(&blocks->tree);
    heading->content = text.text;
    heading->heading.closing = closing;
    heading->level = (uint8_t)level;
    heading->form = HEADING_SETEXT;
    blocks_add_leaf(blocks, text);
    tree_close(&blocks->tree);
}

bool blocks_underline(struct block_parser *parser, uint32_t level)
{
    struct open_block *paragraph = parser_tip(parser);

    paragraph->line =
        blocks_add_definitions(parser->blocks, paragraph->line, parser->line);
    if (paragraph->line == parser->line)
        return false;
    add_heading(parser, level);
    paragraph->kind = NODE_HEADING;
    paragraph->last_line = parser->line;
    blocks_close_to(parser, parser->depth - 1);
    return true;
}
