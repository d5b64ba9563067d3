/* table_layout.c - how the pipes of a table are set */

#include "lint/document/table_layout.h"

#include "lint/base/ascii.h"
#include "lint/document/columns.h"

/* The pipes of a row, one after the other. */
struct pipes {
    const struct document *document;
    const struct node *row;
    const struct node *cell; /* the next one; NULL after the last */
    bool started;
    uint32_t at;      /* the pipe */
    uint32_t columns; /* before it, from the start of the line */
    uint32_t counted; /* up to this byte */
    const char *text; /* of the line, from there on */
};

static struct pipes pipes_of(const struct document *document, const struct node *row)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, row->span.start);

    return (struct pipes){
        .document = document,
        .row = row,
        .cell = node_child(document, row),
        .counted = source->lines[line].start,
        .text = document_line(document, line).data,
    };
}

static void pipes_take(struct pipes *pipes, uint32_t at)
{
    uint32_t len = at - pipes->counted;

    pipes->columns += text_columns((struct str){pipes->text, len});
    pipes->text += len;
    pipes->at = pipes->counted = at;
}

static bool pipes_next(struct pipes *pipes)
{
    const struct node *cell = pipes->cell;

    if (!pipes->started && pipes->row->row.leading_pipe) {
        pipes->started = true;
        pipes_take(pipes, pipes->row->span.start);
        return true;
    }
    pipes->started = true;
    if (!cell)
        return false;
    pipes->cell = node_sibling(pipes->document, cell);
    if (!pipes->cell && !pipes->row->row.trailing_pipe)
        return false;
    pipes_take(pipes, cell->span.end);
    return true;
}

static void add(struct table_flaws *flaws, enum table_flaw_kind kind, uint32_t pipe,
                uint32_t blanks)
{
    if (flaws->arena) {
        flaws->items = arena_make_room(flaws->arena, flaws->items, flaws->count,
                                       &flaws->capacity, sizeof(*flaws->items));
        flaws->items[flaws->count] = (struct table_flaw){pipe, blanks, kind};
    }
    flaws->count++;
}

/* Every pipe of the row is below one of the header's, until all of those are used. */
static void check_row_aligned(const struct document *document, const struct node *header,
                              const struct node *row, struct table_flaws *flaws)
{
    struct pipes above = pipes_of(document, header);
    struct pipes pipes = pipes_of(document, row);
    bool left = pipes_next(&above);
    uint32_t missed = 0; /* pipes of the header that no pipe of the row is below */

    while (pipes_next(&pipes)) {
        while (left && above.columns < pipes.columns) {
            left = pipes_next(&above);
            missed++;
        }
        if (left && above.columns == pipes.columns)
            left = pipes_next(&above);
        else if (left || missed)
            add(flaws, TABLE_FLAW_COLUMN, pipes.at, 0);
    }
}

static void check_aligned(const struct document *document, const struct node *table,
                          uint32_t rows, struct table_flaws *flaws)
{
    const struct node *header = node_child(document, table);
    const struct node *row = node_sibling(document, header);

    for (; row && rows; row = node_sibling(document, row), rows--)
        check_row_aligned(document, header, row, flaws);
}

/* The spaces and tabs from `at` on, which end before `end`; step is 1 or -1. */
static uint32_t blanks(const char *data, uint32_t at, uint32_t end, int step)
{
    uint32_t count = 0;

    for (; at != end && is_space_or_tab(data[at]); at += (uint32_t)step)
        count++;
    return count;
}

/* What stands before the first pipe of a row and after the last one does not matter. */
static void check_row_spaces(const struct document *document, const struct node *row,
                             uint32_t wanted, struct table_flaws *flaws)
{
    const struct source *source = document->source;
    const char *data = source->data;
    uint32_t end = source_line_span(source, source_line(source, row->span.start)).end;
    struct pipes pipes = pipes_of(document, row);

    while (pipes_next(&pipes)) {
        uint32_t before = blanks(data, pipes.at - 1, row->span.start - 1, -1);
        uint32_t after = blanks(data, pipes.at + 1, end, 1);

        if (pipes.at > row->span.start && before != wanted)
            add(flaws, TABLE_FLAW_BEFORE, pipes.at, before);
        if (pipes.at + 1 + after < end && after != wanted)
            add(flaws, TABLE_FLAW_AFTER, pipes.at, after);
    }
}

void table_layout_check(const struct document *document, const struct node *table,
                        enum table_layout layout, bool aligned_delimiter,
                        struct table_flaws *flaws)
{
    const struct node *row = node_child(document, table);

    if (layout == TABLE_ALIGNED) {
        check_aligned(document, table, UINT32_MAX, flaws);
        return;
    }
    if (aligned_delimiter)
        check_aligned(document, table, 1, flaws);
    for (; row; row = node_sibling(document, row))
        check_row_spaces(document, row, layout == TABLE_COMPACT, flaws);
}

enum table_layout table_layout_nearest(const struct document *document,
                                       const struct node *table, bool aligned_delimiter,
                                       struct table_flaws *flaws)
{
    enum table_layout nearest = TABLE_ALIGNED;

    for (enum table_layout layout = TABLE_ALIGNED;
         layout == TABLE_ALIGNED || (flaws->count && layout <= TABLE_TIGHT); layout++) {
        struct table_flaws own = {.arena = flaws->arena};

        table_layout_check(document, table, layout, aligned_delimiter, &own);
        if (layout == TABLE_ALIGNED || own.count < flaws->count) {
            *flaws = own;
            nearest = layout;
        }
    }
    return nearest;
}
