/* page_table.c - a pipe table of a manual page, laid out in columns */

#include "lint/manual/page_table.h"

#include "lint/manual/page_text.h"
#include "lint/terminal/terminal.h"

enum {
    COLUMNS_MAX = 8, /* our tables have five at most; further cells are left out */
    GAP = 2,         /* blanks between columns */
    LAST_MIN = 24,   /* the last column is not wrapped at less */
};

struct layout {
    unsigned widths[COLUMNS_MAX];
    size_t count;
};

/* Takes a line off *text, without its line end. */
static struct str take_line(struct str *text)
{
    const char *end = memchr(text->data, '\n', text->len);
    size_t len = end ? (size_t)(end - text->data) : text->len;
    struct str line = {text->data, len};

    *text =
        (struct str){text->data + len + (end != NULL), text->len - len - (end != NULL)};
    return line;
}

/* |---|:--| */
static bool is_delimiter_row(struct str row)
{
    for (size_t i = 0; i < row.len; i++)
        if (!memchr("|-: \r", row.data[i], 5))
            return false;
    return true;
}

/* Up to the next pipe that no backslash escapes. */
static size_t cell_length(struct str row)
{
    size_t i = 0;

    while (i < row.len && row.data[i] != '|')
        i += row.data[i] == '\\' && i + 1 < row.len ? 2 : 1;
    return i;
}

/* GFM reads `\|` as a pipe before anything else, even in code. */
static void add_unescaped(struct buf *out, struct str cell)
{
    for (size_t i = 0; i < cell.len; i++)
        if (!(cell.data[i] == '\\' && i + 1 < cell.len && cell.data[i + 1] == '|'))
            buf_putc(out, cell.data[i]);
}

/* Takes a cell off *row as marked text in *cell; false when there is none. */
static bool take_cell(struct str *row, struct buf *cell)
{
    struct buf unescaped = BUF_INIT;
    size_t len;

    if (!row->len)
        return false;
    len = cell_length(*row);
    cell->len = 0;
    add_unescaped(&unescaped, str_trim((struct str){row->data, len}));
    page_text_add(cell, buf_str(&unescaped));
    buf_release(&unescaped);
    len += len < row->len;
    *row = (struct str){row->data + len, row->len - len};
    return true;
}

static struct str without_outer_pipes(struct str row)
{
    row = str_trim(row);
    if (row.len && row.data[0] == '|')
        row = (struct str){row.data + 1, row.len - 1};
    if (row.len && row.data[row.len - 1] == '|')
        row.len--;
    return row;
}

static void measure_row(struct layout *layout, struct str row, bool colour)
{
    struct buf cell = BUF_INIT;

    if (is_delimiter_row(row))
        return;
    row = without_outer_pipes(row);
    for (size_t i = 0; i < COLUMNS_MAX && take_cell(&row, &cell); i++) {
        unsigned columns = page_text_columns(buf_str(&cell), colour);

        if (columns > layout->widths[i])
            layout->widths[i] = columns;
        if (i + 1 > layout->count)
            layout->count = i + 1;
    }
    buf_release(&cell);
}

/* The last column gets what the others leave. */
static void fit(struct layout *layout, unsigned width)
{
    unsigned used = 0;
    unsigned *last = &layout->widths[layout->count - 1];

    for (size_t i = 0; i + 1 < layout->count; i++)
        used += layout->widths[i] + GAP;
    if (used + *last > width)
        *last = width > used + LAST_MIN ? width - used : LAST_MIN;
}

/* The last cell, on as many lines as it takes; indent is where its column starts. */
static void draw_last(struct page_pen *pen, struct str text, unsigned width,
                      unsigned indent)
{
    bool first = true;

    while (text.len) {
        if (!first) {
            buf_putc(pen->out, '\n');
            buf_repeat(pen->out, ' ', indent);
        }
        page_text_draw(pen, page_text_line(&text, width, pen->colour));
        first = false;
    }
}

static void draw_row(struct page_pen *pen, struct str row, const struct layout *layout)
{
    struct buf cell = BUF_INIT;
    unsigned indent = 0;

    row = without_outer_pipes(row);
    for (size_t i = 0; i < layout->count && take_cell(&row, &cell); i++) {
        struct str text = buf_str(&cell);
        unsigned columns = page_text_columns(text, pen->colour);

        if (i + 1 == layout->count) {
            draw_last(pen, text, layout->widths[i], indent);
            break;
        }
        page_text_draw(pen, text);
        /* A header of dashes was taken for a delimiter row and not measured. */
        buf_repeat(pen->out, ' ',
                   GAP + (columns < layout->widths[i] ? layout->widths[i] - columns : 0));
        indent += layout->widths[i] + GAP;
    }
    buf_putc(pen->out, '\n');
    buf_release(&cell);
}

/* The header is bold as a whole, so code in it keeps its back-ticks. */
static void draw_header(struct buf *out, struct str row, const struct layout *layout,
                        bool colour)
{
    struct page_pen pen = {out, false, 0};

    buf_puts(out, style_start(STYLE_BOLD, colour));
    draw_row(&pen, row, layout);
    buf_puts(out, style_end(colour));
}

void page_table_draw(struct buf *out, const struct page_table *table)
{
    struct page_pen pen = {out, table->colour, 0};
    struct layout layout = {{0}, 0};
    struct str rest = table->markdown;
    struct str header = take_line(&rest);
    struct str rows = rest;

    measure_row(&layout, header, false);
    while (rest.len)
        measure_row(&layout, take_line(&rest), table->colour);
    if (!layout.count)
        return;
    fit(&layout, table->width);
    draw_header(out, header, &layout, table->colour);
    while (rows.len) {
        struct str row = take_line(&rows);

        if (!is_delimiter_row(row))
            draw_row(&pen, row, &layout);
    }
}
