/* table.c - tables keep the rows, cells and pipes of the source */

#include "lint/base/ascii.h"
#include "lint/markdown/block_parser.h"
#include "lint/markdown/feature.h"

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
    const char *data = blocks->source->data;
    bool first = span.start == tree_top(&blocks->tree)->span.start;
    struct span content = trimmed(data, span, !first);

    tree_open(&blocks->tree, NODE_TABLE_CELL, span);
    tree_top(&blocks->tree)->content = content;
    if (role != ROW_DELIMITER && !span_empty(content))
        blocks_add_leaf(blocks, (struct leaf){0, line, 1, content});
    tree_close(&blocks->tree);
}

/* The row on that line, before its first cell. */
static struct row row_on(const struct blocks *blocks, uint32_t line, uint32_t start)
{
    struct row row = {
        .data = blocks->source->data, .at = start, .end = blocks_line_end(blocks, line)};

    row_start(&row);
    return row;
}

static uint32_t count_cells(struct row row)
{
    uint32_t count = 0;
    struct span cell;

    while (row_next(&row, &cell))
        count++;
    return count;
}

/* Adds the row on that line. Cells in excess of the header are not shown (GFM 4.10), but
 * somebody wrote them, and they have inlines as the others have. */
static void add_row(struct blocks *blocks, uint32_t line, enum row_role role)
{
    uint32_t start = blocks_text_start(blocks, line);
    struct row row = row_on(blocks, line, start);
    bool leading_pipe = row.leading_pipe;
    uint32_t cells = 0;
    struct span span;
    struct node *node;

    tree_open(&blocks->tree, NODE_TABLE_ROW, span_make(start, row.end));
    while (row_next(&row, &span)) {
        add_cell(blocks, role, line, span);
        cells++;
    }
    node = tree_close(&blocks->tree);
    node->form = (uint8_t)role;
    node->row.leading_pipe = leading_pipe;
    /* A pipe alone is an empty cell, with one on either side. */
    node->row.trailing_pipe = row.trailing_pipe || !cells;
    node->row.cells = cells ? cells : 1;
}

/* Dashes, with a colon on either side or none. */
static bool is_delimiter(struct str cell)
{
    cell = str_trim(cell);
    if (str_starts(cell, STR(":")))
        cell = (struct str){cell.data + 1, cell.len - 1};
    if (str_ends(cell, STR(":")))
        cell.len--;
    return cell.len && str_has_only(cell, "-");
}

/* How many cells a delimiter row has; 0 when it is none. */
static uint32_t count_delimiters(struct row row)
{
    uint32_t count = 0;
    struct span cell;

    for (; row_next(&row, &cell); count++)
        if (!is_delimiter((struct str){row.data + cell.start, cell.end - cell.start}))
            return 0;
    return count;
}

bool blocks_open_table(struct block_parser *parser)
{
    struct blocks *blocks = parser->blocks;
    struct open_block *block = parser_tip(parser);
    uint32_t header = parser->line - 1;
    uint32_t columns;
    uint32_t start;

    if (!(blocks->features & MARKDOWN_TABLES) || !parser_is_in(parser, NODE_PARAGRAPH) ||
        block->line == parser->line || block->indented)
        return false;
    columns = count_delimiters(row_on(blocks, parser->line, parser->cursor.text));
    start = blocks_text_start(blocks, header);
    if (!columns || count_cells(row_on(blocks, header, start)) != columns)
        return false;
    if (block->line < header)
        blocks_add_paragraph(parser, header);
    block->kind = NODE_TABLE;
    block->line = header;
    tree_open(&blocks->tree, NODE_TABLE, span_make(start, start));
    tree_top(&blocks->tree)->table.columns = columns;
    add_row(blocks, header, ROW_HEADER);
    blocks_add_text_line(parser);
    add_row(blocks, parser->line, ROW_DELIMITER);
    return true;
}

void blocks_add_row(struct block_parser *parser)
{
    blocks_add_text_line(parser);
    add_row(parser->blocks, parser->line, ROW_BODY);
}

void blocks_close_table(struct block_parser *parser)
{
    struct node *table = tree_close(&parser->blocks->tree);

    table->content = table->span;
}
