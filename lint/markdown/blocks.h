/* blocks.h - the blocks of a text: the first half of reading Markdown */
#ifndef LINT_MARKDOWN_BLOCKS_H
#define LINT_MARKDOWN_BLOCKS_H

#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/* A block with inlines: paragraph, heading, cell or HTML block. */
struct leaf {
    uint32_t node;       /* its index in the tree of blocks */
    uint32_t line;       /* that its text starts on */
    uint32_t line_count; /* of its text */
    struct span text;    /* from its first byte to its last */
};

/* The blocks of one text. Lines are indices of `lines`, whose first is that of the
 * Markdown's start. */
struct blocks {
    struct arena *arena; /* what is below */
    struct arena *kept;  /* what its nodes point to */
    const struct source *source;
    unsigned features;        /* enum markdown_feature */
    const struct line *lines; /* of the source */
    uint32_t line_count;
    struct tree tree;    /* the blocks alone */
    struct leaf *leaves; /* in document order */
    uint32_t leaf_count;
    uint32_t leaf_capacity;
    uint32_t *text_starts; /* by line of a paragraph, table, code or HTML block: where its
                              text starts, with the columns of blocks_tab_rest() */
};

/*
 * Reads the blocks of the Markdown that starts at body_line: CommonMark 0.31.2, by the
 * strategy of its appendix, with what `features` (enum markdown_feature) add. They live
 * in the arena; but what their nodes point to in `kept`, where it outlives them.
 * Items, footnotes and directives nest to UNMARKED_MAX; deeper, their marks are read as
 * text. In time that grows like the text.
 */
struct blocks *blocks_read(struct arena *arena, struct arena *kept,
                           const struct source *source, uint32_t body_line,
                           unsigned features);

/*
 * Items, footnotes and directives: containers that go on on a line without a mark of
 * their own. Each line is held against all that are open, so a limit keeps that linear.
 */
enum { UNMARKED_MAX = 100 };

_Static_assert((int)UNMARKED_MAX < NESTING_NUMBERED, "lists around a block are counted");

/* Offsets take 26 bits (SOURCE_MAX_BYTES); above them, columns of a tab. */
enum { TEXT_START_BITS = 28 };

/* Where the text of a line starts, of a block whose kind has text_starts. */
static inline uint32_t blocks_text_start(const struct blocks *blocks, uint32_t line)
{
    return blocks->text_starts[line] & ((UINT32_C(1) << TEXT_START_BITS) - 1);
}

/* Columns that are left of the tab that stands before the text of a line: the rest
 * belongs to containers. */
static inline uint32_t blocks_tab_rest(const struct blocks *blocks, uint32_t line)
{
    return blocks->text_starts[line] >> TEXT_START_BITS;
}

/* The file offset after the last byte of a line that is no blank. */
uint32_t blocks_line_end(const struct blocks *blocks, uint32_t line);

/* All of the Markdown. */
static inline struct str blocks_text(const struct blocks *blocks)
{
    uint32_t start = blocks->lines[0].start;

    return (struct str){blocks->source->data + start, blocks->source->size - start};
}

#endif
