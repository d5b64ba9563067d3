/* table-column-count.c - MD056: every row of a table has as many cells as its header */

#include "lint/rule.h"

/* A row's cell, which must be there. */
static const struct node *cell_of(const struct document *document, const struct node *row,
                                  uint32_t index)
{
    const struct node *cell = node_child(document, row);

    while (index--)
        cell = node_sibling(document, cell);
    return cell;
}

static void complain(struct pass *pass, const struct node *row, uint32_t start,
                     const char *effect)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    uint32_t end = source_line_span(source, source_line(source, row->span.start)).end;
    uint32_t cells = row->row.cells;

    if (!start)
        start = source_character(source, end - 1).start;
    report(pass, span_make(start, end), "%u %s, but the header of the table has %u: %s",
           cells, cells == 1 ? "cell" : "cells",
           node_child(document, node_parent(document, row))->row.cells, effect);
}

static void node(struct pass *pass, const struct node *row)
{
    const struct document *document = pass_document(pass);
    uint32_t expected = node_child(document, node_parent(document, row))->row.cells;

    if (row->row.cells < expected)
        complain(pass, row, 0, "the others stay empty");
    else if (row->row.cells > expected)
        complain(pass, row, cell_of(document, row, expected)->span.start - 1,
                 "the rest is not shown");
}

const struct rule rule_table_column_count = {
    .code = "MD056",
    .name = "table-column-count",
    .tags = "table",
    .summary = "a table row has more or fewer cells than the header",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_TABLE_ROW),
    .node = node,
};
