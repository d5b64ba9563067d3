/* page_table.c - lays out a table of a manual page in columns */

#include "lint/manual/page_table.h"

#include "lint/manual/page_text.h"
#include "lint/terminal/terminal.h"

enum {
    COLUMNS_MAX = 8, /* the manual has five at most; further cells are left out */
    GAP = 2,         /* spaces between columns */
    LAST_MIN = 24,   /* the last column is never wrapped at fewer columns */
};

struct layout {
    const struct document *document;
    unsigned indent;
    unsigned widths[COLUMNS_MAX];
    uint32_t count; /* columns */
};

static void measure_row(struct layout *layout, const struct node *row, bool colour)
{
    const struct node *cell = node_child(layout->document, row);
    struct buf text = BUF_INIT;

    for (uint32_t i = 0; cell && i < layout->count; i++) {
        unsigned columns;

        text.len = 0;
        page_text_add(&text, layout->document, cell);
        columns = page_text_columns(buf_str(&text), colour);
        if (columns > layout->widths[i])
            layout->widths[i] = columns;
        cell = node_sibling(layout->document, cell);
    }
    buf_release(&text);
}

/* Gives the last column what the others leave. */
static void fit(struct layout *layout, unsigned width)
{
    unsigned used = layout->indent;
    unsigned *last = &layout->widths[layout->count - 1];

    for (uint32_t i = 0; i + 1 < layout->count; i++)
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

static void draw_row(struct page_pen *pen, const struct node *row,
                     const struct layout *layout)
{
    const struct node *cell = node_child(layout->document, row);
    unsigned column = layout->indent;
    struct buf text = BUF_INIT;

    buf_repeat(pen->out, ' ', layout->indent);
    for (uint32_t i = 0; cell && i < layout->count; i++) {
        text.len = 0;
        page_text_add(&text, layout->document, cell);
        if (i + 1 == layout->count) {
            draw_last(pen, buf_str(&text), layout->widths[i], column);
            break;
        }
        page_text_draw(pen, buf_str(&text));
        buf_repeat(pen->out, ' ',
                   GAP + layout->widths[i] -
                       page_text_columns(buf_str(&text), pen->colour));
        column += layout->widths[i] + GAP;
        cell = node_sibling(layout->document, cell);
    }
    buf_putc(pen->out, '\n');
    buf_release(&text);
}

/* The header is bold as a whole, so code in it keeps its back-ticks. */
static void draw_header(struct buf *out, const struct node *row,
                        const struct layout *layout, bool colour)
{
    struct page_pen pen = {out, false, 0};

    buf_puts(out, style_start(STYLE_BOLD, colour));
    draw_row(&pen, row, layout);
    buf_puts(out, style_end(colour));
}

void page_table_draw(struct buf *out, const struct page_table *table)
{
    const struct node *header = node_child(table->document, table->node);
    struct page_pen pen = {out, table->colour, 0};
    struct layout layout = {.document = table->document, .indent = table->indent};
    const struct node *row = header;

    layout.count = table->node->table.columns;
    if (layout.count > COLUMNS_MAX)
        layout.count = COLUMNS_MAX;
    for (; row; row = node_sibling(table->document, row))
        measure_row(&layout, row, table->colour && row != header);
    fit(&layout, table->width);
    draw_header(out, header, &layout, table->colour);
    for (row = header; row; row = node_sibling(table->document, row))
        if (row->form == ROW_BODY)
            draw_row(&pen, row, &layout);
}
