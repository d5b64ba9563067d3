/* paragraph.c - paragraphs and headings: blocks of inlines */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/blocks.h"

uint32_t blocks_text_start(const struct blocks *blocks, uint32_t line)
{
    const char *data = blocks->parse->source->data;
    uint32_t start = blocks->parse->text_starts[line] & ~TEXT_FLAGS;
    uint32_t end;

    if (start)
        return start - 1;
    /*
     * A setext underline below nothing but definitions is text, but was not heard
     * of. It is one run of a character that no prefix ends with.
     */
    end = blocks_line_end(blocks, line);
    start = end;
    while (start > blocks->parse->lines[line].start && data[start - 1] == data[end - 1])
        start--;
    return start - blocks->parse->lines[line].start;
}

/* The length of what the file has in one byte and content in another form, else 0. */
static uint32_t odd_length(const char *data, uint32_t at, uint32_t end, bool in_table)
{
    if (!data[at])
        return 1;
    return in_table && data[at] == '\\' && at + 1 < end && data[at + 1] == '|' ? 2 : 0;
}

void blocks_add_pieces(struct blocks *blocks, uint32_t at, uint32_t line,
                       struct span piece, bool in_table)
{
    const char *data = blocks->parse->source->data;
    const struct fed_line *fed = &blocks->parse->lines[line];
    uint32_t sentinel =
        fed->sentinel == NO_SENTINEL ? NO_SENTINEL : fed->start + fed->sentinel;
    uint32_t from = piece.start;

    for (uint32_t i = from; i < piece.end; i++) {
        uint32_t odd = odd_length(data, i, piece.end, in_table);

        if (!odd && i != sentinel)
            continue;
        if (i > from)
            content_add(&blocks->content, at, from, i);
        at += i - from;
        from = i;
        if (i == sentinel)
            content_add_odd(&blocks->content, at++, span_make(i, i));
        if (!odd)
            continue;
        /* \| is a pipe; a NUL is U+FFFD, which has three bytes. */
        from = i + odd;
        content_add_odd(&blocks->content, at, span_make(i, from));
        at += odd == 2 ? 1 : 3;
        i = from - 1;
    }
    content_add(&blocks->content, at, from, piece.end);
}

static void add_line(struct blocks *blocks, uint32_t at, uint32_t line, uint32_t start)
{
    const struct fed_line *fed = &blocks->parse->lines[line];
    uint32_t from = parse_offset(blocks->parse, line, start);
    uint32_t begin = at;

    /*
     * The first line of a paragraph has no indent, nor has a later one, but for lazy
     * ones: those keep it, tabs turned into spaces.
     */
    while (is_space_or_tab(blocks->content.text.data[at]))
        at++;
    if (at > begin)
        content_add_odd(&blocks->content, begin, span_make(from, from));
    if (blocks->parse->has_nul || blocks->above_table || fed->sentinel != NO_SENTINEL)
        blocks_add_pieces(blocks, at, line, span_make(from, fed->end),
                          blocks->above_table);
    else
        content_add(&blocks->content, at, from, fed->end);
}

static uint32_t set_content(struct blocks *blocks, cmark_node *node, uint32_t line,
                            uint32_t start)
{
    struct str text = str_from(cmark_node_get_string_content(node));
    uint32_t at = 0;

    while (text.len &&
           (text.data[text.len - 1] == '\n' || is_space_or_tab(text.data[text.len - 1])))
        text.len--;
    content_start(&blocks->content, text);
    for (;;) {
        const char *end = memchr(text.data + at, '\n', text.len - at);

        add_line(blocks, at, line, start);
        line++;
        if (!end)
            break;
        at = (uint32_t)(end - text.data) + 1;
        start = blocks_text_start(blocks, line);
    }
    return line;
}

static void add_inlines(struct blocks *blocks, cmark_node *node)
{
    if (cmark_node_first_child(node))
        markdown_inlines(blocks->markdown, node, &blocks->content);
}

/* Where text starts on its first line: cmark's column knows where a task's box ends. */
static uint32_t first_start(const struct blocks *blocks, cmark_node *node, uint32_t first,
                            uint32_t line)
{
    return line == first ? (uint32_t)cmark_node_get_start_column(node) - 1
                         : blocks_text_start(blocks, line);
}

/* Adds the paragraph whose content is set and ends before that line. */
static void finish_paragraph(struct blocks *blocks, cmark_node *node, uint32_t end)
{
    blocks_drop_openings(blocks, end);
    tree_open(blocks->tree, NODE_PARAGRAPH,
              content_span(&blocks->content, 0, (uint32_t)blocks->content.text.len));
    add_inlines(blocks, node);
    tree_close(blocks->tree);
}

/* A paragraph above a table has no place of its own. */
static void add_paragraph_above(struct blocks *blocks, cmark_node *node)
{
    cmark_node *table = cmark_node_next(node);
    uint32_t first = parse_line(blocks->parse, cmark_node_get_start_line(table));
    uint32_t line =
        blocks_skip_early_definitions(blocks, first, cmark_node_get_string_content(node));

    blocks->above_table = true;
    blocks->table_line =
        set_content(blocks, node, line, first_start(blocks, table, first, line));
    blocks->above_table = false;
    finish_paragraph(blocks, node, blocks->table_line);
}

static void add_plain_paragraph(struct blocks *blocks, cmark_node *node)
{
    uint32_t first = parse_line(blocks->parse, cmark_node_get_start_line(node));
    uint32_t line = blocks_skip_definitions(blocks, first);

    finish_paragraph(
        blocks, node,
        set_content(blocks, node, line, first_start(blocks, node, first, line)));
}

void blocks_add_paragraph(struct blocks *blocks, cmark_node *node)
{
    if (cmark_node_get_start_line(node))
        add_plain_paragraph(blocks, node);
    else
        add_paragraph_above(blocks, node);
}

static void add_setext_heading(struct blocks *blocks, cmark_node *node, uint32_t first)
{
    const char *data = blocks->parse->source->data;
    uint32_t line = blocks_skip_definitions(blocks, first);
    uint32_t under = set_content(blocks, node, line, blocks_text_start(blocks, line));
    struct span content =
        content_span(&blocks->content, 0, (uint32_t)blocks->content.text.len);
    uint32_t end = blocks_line_end(blocks, under);
    uint32_t start = end;
    struct node *heading;

    blocks_drop_openings(blocks, under);
    while (start > blocks->parse->lines[under].start && data[start - 1] == data[end - 1])
        start--;
    tree_open(blocks->tree, NODE_HEADING, span_make(content.start, end));
    heading = tree_top(blocks->tree);
    heading->content = content;
    heading->heading.closing = span_make(start, end);
    heading->level = (uint8_t)cmark_node_get_heading_level(node);
    heading->form = HEADING_SETEXT;
    add_inlines(blocks, node);
    tree_close(blocks->tree);
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
    uint32_t start = parse_offset(parse, line, column);
    uint32_t end = blocks_line_end(blocks, line);
    uint32_t level = (uint32_t)cmark_node_get_heading_level(node);
    struct span content = span_make(start + level, end);
    struct node *heading;

    while (content.start < end && is_space_or_tab(data[content.start]))
        content.start++;
    tree_open(blocks->tree, NODE_HEADING, span_make(start, end));
    heading = tree_top(blocks->tree);
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
    if (cmark_node_first_child(node))
        set_content(blocks, node, line, column + (content.start - start));
    add_inlines(blocks, node);
    tree_close(blocks->tree);
}

void blocks_add_heading(struct blocks *blocks, cmark_node *node)
{
    uint32_t line = parse_line(blocks->parse, cmark_node_get_start_line(node));

    /* Text was heard of on its first line: then it was a paragraph once. */
    if (blocks->parse->text_starts[line])
        add_setext_heading(blocks, node, line);
    else
        add_atx_heading(blocks, node, line);
}
