/* table_layout.h - how the pipes of a table are set */
#ifndef LINT_DOCUMENT_TABLE_LAYOUT_H
#define LINT_DOCUMENT_TABLE_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

enum table_layout {
    TABLE_ALIGNED, /* the pipes of each row are below those of the header */
    TABLE_COMPACT, /* one space beside each pipe */
    TABLE_TIGHT,   /* none */
};

enum table_flaw_kind {
    TABLE_FLAW_COLUMN, /* the pipe is below none of the header's */
    TABLE_FLAW_BEFORE, /* the blanks before the pipe are too few or too many */
    TABLE_FLAW_AFTER,
};

struct table_flaw {
    uint32_t pipe;   /* its offset */
    uint32_t blanks; /* how many there are */
    enum table_flaw_kind kind;
};

/* Starts as {.arena = …}. */
struct table_flaws {
    struct arena *arena; /* NULL: they are only counted */
    struct table_flaw *items;
    uint32_t count;
    uint32_t capacity;
};

/*
 * Adds what is wrong with the table for this layout, row by row. With aligned_delimiter
 * the second row is to be aligned in the other two layouts as well. Takes time linear in
 * the table.
 */
void table_layout_check(const struct document *document, const struct node *table,
                        enum table_layout layout, bool aligned_delimiter,
                        struct table_flaws *flaws);

/* The layout with the fewest flaws, the first of those. What is wrong for that is in
 * *flaws, which starts with an arena alone. */
enum table_layout table_layout_nearest(const struct document *document,
                                       const struct node *table, bool aligned_delimiter,
                                       struct table_flaws *flaws);

#endif
