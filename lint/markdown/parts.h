/* parts.h - a text that has been read is read once more, but not all of it */
#ifndef LINT_MARKDOWN_PARTS_H
#define LINT_MARKDOWN_PARTS_H

#include <stdbool.h>

#include "lint/markdown/blocks.h"

/* It begins with a block that is in no other, below a blank line or as the first, and
 * reaches to the next part. */
struct part {
    uint32_t line; /* of the source, 0-based */
    uint32_t node; /* the index of its first one */
    bool again;    /* it is to be read once more, or was */
};

/* All of them, in order: at least one. */
struct parts {
    struct part *items;
    uint32_t count;
    const struct source *source;
    const struct node *nodes; /* what the text was read as */
    const uint8_t *kinds;     /* the kind of each, beside each other */
    uint32_t node_count;
};

/* The lines of a part. */
struct span parts_lines(const struct parts *parts, uint32_t part);

/* The indices of its nodes. */
struct span parts_nodes(const struct parts *parts, uint32_t part);

/*
 * Like blocks_read() from the first part on, but of those alone that are to be read
 * again. Where one of them leaves a block open that may go on in the next one, that is
 * read as well, and marked. Of the others there are just the definitions, of links and of
 * footnotes, each in no other block.
 */
struct blocks *blocks_read_parts(struct arena *arena, struct arena *kept,
                                 struct parts *parts, unsigned features);

#endif
