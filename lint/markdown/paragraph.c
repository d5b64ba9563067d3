/* paragraph.c - paragraphs and headings: blocks of inlines */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/blocks.h"

/* Lines of what cmark has left of a paragraph: all but its definitions. */
static uint32_t count_lines(cmark_node *node)
{
    const char *content = cmark_node_get_string_content(node);
    const char *end = content + strlen(content);
    uint32_t count = 1;

    while (end > content && is_space_tab_or_line_end(end[-1]))
        end--;
    for (const char *at = content; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    return count;
}

/* The text on these lines, the first of which starts at that offset. */
static struct leaf text_on(const struct parse *parse, uint32_t line, uint32_t count,
                           uint32_t start)
{
    const char *data = parse->source->data;
    uint32_t end = blocks_line_end(parse, line + count - 1);

    while (start < end && is_space_or_tab(data[start]))
        start++;
    return (struct leaf){0, line, count, span_make(start, end)};
}

/* Where text starts on its first line: cmark's column knows where a task's box ends. */
static uint32_t first_start(const struct parse *parse, cmark_node *node, uint32_t first,
                            uint32_t line)
{
    return line == first ? blocks_offset(parse, line,
                                         (uint32_t)cmark_node_get_start_column(node) - 1)
                         : blocks_text_start(parse, line);
}

static void add_paragraph(struct blocks *blocks, struct leaf text)
{
    blocks_drop_openings(blocks, text.line + text.line_count);
    tree_open(&blocks->tree, NODE_PARAGRAPH, text.text);
    blocks_add_text(blocks, text);
    tree_close(&blocks->tree);
}

/* A paragraph above a table has no place of its own. */
static void add_paragraph_above(struct blocks *blocks, cmark_node *node)
{
    const struct parse *parse = blocks->parse;
    cmark_node *table = cmark_node_next(node);
    uint32_t first = parse_line(cmark_node_get_start_line(table));
    uint32_t line =
        blocks_skip_early_definitions(blocks, first, cmark_node_get_string_content(node));
    uint32_t end = line + count_lines(node);

    blocks->table_line = end;
    line = blocks_take_definitions(blocks, line, end);
    if (line < end)
        add_paragraph(blocks, text_on(parse, line, end - line,
                                      first_start(parse, table, first, line)));
}

void blocks_add_paragraph(struct blocks *blocks, cmark_node *node)
{
    const struct parse *parse = blocks->parse;
    uint32_t first = parse_line(cmark_node_get_start_line(node));
    uint32_t count = count_lines(node);
    uint32_t line;

    if (!cmark_node_get_start_line(node)) {
        add_paragraph_above(blocks, node);
        return;
    }
    line = blocks_skip_definitions(blocks, first,
                                   parse_line(cmark_node_get_end_line(node)) + 1 - count);
    add_paragraph(blocks,
                  text_on(parse, line, count, first_start(parse, node, first, line)));
}

static uint32_t skip_text(const struct parse *parse, uint32_t line)
{
    while (parse->text_starts[line])
        line++;
    return line;
}

/* The underline of the heading whose text, or the definitions above it, starts on this
 * line. One right below the definitions is the first line of the text. */
static uint32_t underline_of(const struct parse *parse, cmark_node *heading,
                             uint32_t first)
{
    uint32_t line = skip_text(parse, first);
    uint32_t count = count_lines(heading);
    char start = *cmark_node_get_string_content(heading);

    if (start != '-' && start != '=')
        return line;
    if (line >= first + count &&
        parse->source->data[blocks_text_start(parse, line - count)] == start)
        return line;
    return skip_text(parse, line + 1);
}

static void add_setext_heading(struct blocks *blocks, cmark_node *node, uint32_t first)
{
    const struct parse *parse = blocks->parse;
    uint32_t under = underline_of(parse, node, first);
    uint32_t count = count_lines(node);
    uint32_t line = blocks_skip_definitions(blocks, first, under - count);
    struct leaf text = text_on(parse, line, count, blocks_text_start(parse, line));
    struct span closing = blocks_closing_fence(blocks, under);
    struct node *heading;

    blocks_drop_openings(blocks, under);
    tree_open(&blocks->tree, NODE_HEADING, span_make(text.text.start, closing.end));
    heading = tree_top(&blocks->tree);
    heading->content = text.text;
    heading->heading.closing = closing;
    heading->level = (uint8_t)cmark_node_get_heading_level(node);
    heading->form = HEADING_SETEXT;
    blocks_add_text(blocks, text);
    tree_close(&blocks->tree);
}

/* The closing run of an ATX heading whose text is from start to end, else empty. */
static struct span closing_run(const char *data, uint32_t start, uint32_t end)
{
    uint32_t run = end;

    while (run > start && data[run - 1] == '#')
        run--;
    if (run == end || (run > start && !is_space_or_tab(data[run - 1])))
        return span_make(end, end);
    return span_make(run, end);
}

static void add_atx_heading(struct blocks *blocks, cmark_node *node, uint32_t line)
{
    const struct parse *parse = blocks->parse;
    const char *data = parse->source->data;
    uint32_t column = (uint32_t)cmark_node_get_start_column(node) - 1;
    uint32_t start = blocks_offset(parse, line, column);
    uint32_t end = blocks_line_end(parse, line);
    uint32_t level = (uint32_t)cmark_node_get_heading_level(node);
    struct span content = span_make(start + level, end);
    struct node *heading;

    while (content.start < end && is_space_or_tab(data[content.start]))
        content.start++;
    tree_open(&blocks->tree, NODE_HEADING, span_make(start, end));
    heading = tree_top(&blocks->tree);
    heading->heading.closing = closing_run(data, content.start, end);
    heading->level = (uint8_t)level;
    heading->form = HEADING_ATX;
    if (!span_empty(heading->heading.closing)) {
        heading->form = HEADING_ATX_CLOSED;
        content.end = heading->heading.closing.start;
        while (content.end > content.start && is_space_or_tab(data[content.end - 1]))
            content.end--;
    }
    heading->content = content;
    if (!span_empty(content))
        blocks_add_text(blocks, (struct leaf){0, line, 1, content});
    tree_close(&blocks->tree);
}

void blocks_add_heading(struct blocks *blocks, cmark_node *node)
{
    uint32_t line = parse_line(cmark_node_get_start_line(node));

    /* Text was heard of on its first line: then it was a paragraph once. */
    if (blocks->parse->text_starts[line])
        add_setext_heading(blocks, node, line);
    else
        add_atx_heading(blocks, node, line);
}
