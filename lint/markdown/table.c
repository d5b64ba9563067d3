/* table.c - tables keep the rows, cells and pipes of the source */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/blocks.h"

/* The cells of a row, one after the other; offsets into the file. */
struct row {
    const char *data;
    uint32_t at;
    uint32_t end;
    bool leading_pipe;
    bool trailing_pipe;
};

static bool is_padding(char c)
{
    return is_ascii_space(c) && !is_line_end(c);
}

static uint32_t skip_blanks(const struct row *row, uint32_t at)
{
    while (at < row->end && is_padding(row->data[at]))
        at++;
    return at;
}

static void row_start(struct row *row)
{
    row->leading_pipe = row->at < row->end && row->data[row->at] == '|';
    row->trailing_pipe = false;
    row->at += row->leading_pipe;
}

/*
 * The next cell, from pipe to pipe. A pipe after a backslash is no pipe, whatever
 * stands before the backslash. Nothing but blanks after the last pipe is no cell.
 */
static bool row_next(struct row *row, struct span *cell)
{
    uint32_t at = row->at;

    if (row->trailing_pipe || at >= row->end ||
        (row->leading_pipe && skip_blanks(row, at) == row->end))
        return false;
    while (at < row->end &&
           (row->data[at] != '|' || (at > row->at && row->data[at - 1] == '\\')))
        at++;
    *cell = span_make(row->at, at);
    row->at = at + 1;
    row->trailing_pipe = at < row->end && skip_blanks(row, at + 1) >= row->end;
    return true;
}

/* As cmark trims: more in front than at the end, when there is a pipe in front. */
static struct span trimmed(const char *data, struct span span, bool behind_pipe)
{
    if (behind_pipe)
        while (span.start < span.end && is_padding(data[span.start]))
            span.start++;
    while (span.end > span.start && is_space_or_tab(data[span.end - 1]))
        span.end--;
    return span;
}

static void add_cell(struct blocks *blocks, enum row_role role, uint32_t line,
                     struct span span)
{
    const char *data = blocks->parse->source->data;
    bool first = span.start == tree_top(&blocks->tree)->span.start;
    struct span content = trimmed(data, span, !first);

    tree_open(&blocks->tree, NODE_TABLE_CELL, span);
    tree_top(&blocks->tree)->content = content;
    if (role != ROW_DELIMITER && !span_empty(content))
        blocks_add_text(blocks, (struct leaf){0, line, 1, content});
    tree_close(&blocks->tree);
}

/* Adds the row on that line. Cells in excess of the header are not shown (GFM 4.10), but
 * somebody wrote them, and they have inlines as the others have. */
static void add_row(struct blocks *blocks, uint32_t line, enum row_role role)
{
    const struct parse *parse = blocks->parse;
    uint32_t start = blocks_text_start(parse, line);
    struct row row = {
        .data = parse->source->data, .at = start, .end = blocks_line_end(parse, line)};
    uint32_t cells = 0;
    struct span span;
    struct node *node;

    row_start(&row);
    tree_open(&blocks->tree, NODE_TABLE_ROW, span_make(start, row.end));
    while (row_next(&row, &span)) {
        add_cell(blocks, role, line, span);
        cells++;
    }
    node = tree_close(&blocks->tree);
    node->form = (uint8_t)role;
    node->row.leading_pipe = row.leading_pipe;
    /* A pipe alone is an empty cell, with one on either side. */
    node->row.trailing_pipe = row.trailing_pipe || !cells;
    node->row.cells = cells ? cells : 1;
}

static uint32_t header_line(struct blocks *blocks, cmark_node *table)
{
    uint32_t line = parse_line(cmark_node_get_start_line(table));
    cmark_node *above = cmark_node_previous(table);

    /* A table that interrupts a paragraph starts, says cmark, where that did. */
    if (above && cmark_node_get_type(above) == CMARK_NODE_PARAGRAPH &&
        !cmark_node_get_start_line(above))
        return blocks->table_line;
    return blocks_skip_early_definitions(blocks, line,
                                         cmark_node_get_string_content(table));
}

void blocks_add_table(struct blocks *blocks, cmark_node *table)
{
    struct tree *tree = &blocks->tree;
    uint32_t line = header_line(blocks, table);
    cmark_node *row = cmark_node_first_child(table);
    uint32_t start = blocks_text_start(blocks->parse, line);
    struct node *node;

    tree_open(tree, NODE_TABLE, span_make(start, start));
    add_row(blocks, line, ROW_HEADER);
    add_row(blocks, line + 1, ROW_DELIMITER);
    line += 2;
    while ((row = cmark_node_next(row))) {
        line = parse_line(cmark_node_get_start_line(row));
        add_row(blocks, line++, ROW_BODY);
    }
    blocks_drop_openings(blocks, line);
    node = tree_close(tree);
    node->content = node->span;
    node->table.columns = cmark_gfm_extensions_get_table_columns(table);
}
