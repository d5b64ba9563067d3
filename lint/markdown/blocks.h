/* blocks.h - what the files that walk cmark's blocks share */
#ifndef LINT_MARKDOWN_BLOCKS_H
#define LINT_MARKDOWN_BLOCKS_H

#include "lint/markdown/cmark.h"
#include "lint/markdown/fence_blocks.h"
#include "lint/markdown/tree.h"

/* A block with inlines: paragraph, heading, cell or HTML block. */
struct leaf {
    uint32_t node;       /* its index in the tree of blocks */
    uint32_t line;       /* that its text starts on */
    uint32_t line_count; /* of its text */
    struct span text;    /* from its first byte to its last */
};

/* A walk over cmark's blocks. Lines are indices of parse->lines. */
struct blocks {
    struct parse *parse;
    struct tree tree;    /* the blocks alone */
    struct leaf *leaves; /* in order */
    uint32_t leaf_count;
    uint32_t leaf_capacity;
    struct nesting nesting; /* around the next block */
    uint32_t next_opening;  /* those before it are done */
    uint32_t table_line;    /* the first of the table below the current paragraph */
};

/* Makes a tree of the blocks below parse->root, in the document with that span. */
void blocks_read(struct blocks *blocks, struct span document);

/* All of the Markdown. */
static inline struct str blocks_text(const struct parse *parse)
{
    uint32_t start = parse->lines[0].start;

    return (struct str){parse->source->data + start, parse->source->size - start};
}

/* The innermost open block has inlines. */
void blocks_add_text(struct blocks *blocks, struct leaf leaf);

/* The file offset of a byte of a line, counted as cmark counts (from 0). */
uint32_t blocks_offset(const struct parse *parse, uint32_t line, uint32_t offset);

/* The file offset after the last byte of a line that is no blank. */
uint32_t blocks_line_end(const struct parse *parse, uint32_t line);

/* Where paragraph text starts on a line. */
uint32_t blocks_text_start(const struct parse *parse, uint32_t line);

/* Adds the block to the tree, with all that is in it, if it contains no blocks. */
void blocks_add_leaf(struct blocks *blocks, cmark_node *node);

/* Adds a paragraph, or a heading of either kind, with the definitions it starts with. */
void blocks_add_paragraph(struct blocks *blocks, cmark_node *node);
void blocks_add_heading(struct blocks *blocks, cmark_node *node);

/*
 * Blocks between fences that cmark does not know (fence_blocks.h), or NULL for
 * another node.
 */
struct fence *blocks_fence(const struct blocks *blocks, cmark_node *node);

/* Opens a container directive; fills and closes it. */
void blocks_open_directive(struct blocks *blocks, const struct fence *fence);
void blocks_close_directive(struct blocks *blocks, const struct fence *fence);

/* Adds a leaf directive or a block of formulas; nothing for a closing fence. */
void blocks_add_fenced(struct blocks *blocks, cmark_node *node,
                       const struct fence *fence);

/* Lines of a literal; each ends in LF. */
uint32_t blocks_count_lines(struct str text);

/* The same without blank lines at its end. */
uint32_t blocks_count_text_lines(struct str text);

/* The closing fence at the end of a line: a run of one character. */
struct span blocks_closing_fence(const struct blocks *blocks, uint32_t line);

/*
 * Sets content and end of a block of code or formulas whose opening fence is on `line`,
 * by its literal. closing is empty when no fence closes the block: then blank lines at
 * its end are left out.
 */
void blocks_set_code_content(const struct blocks *blocks, struct node *code,
                             uint32_t line, struct span closing);

/* Adds a table with its rows and cells. */
void blocks_add_table(struct blocks *blocks, cmark_node *table);

/*
 * Adds the link reference definitions that stand in `owner` before that line and
 * whose paragraphs cmark has dropped because they contained nothing else.
 */
void blocks_add_forgotten(struct blocks *blocks, const void *owner, uint32_t before);

/*
 * Adds the definitions that the paragraph on `line` starts with, of which cmark has left
 * what starts on the line `rest`; returns that.
 */
uint32_t blocks_skip_definitions(struct blocks *blocks, uint32_t line, uint32_t rest);

/* Adds the definitions that the text from `line` to before `end` starts with, in which
 * cmark has left them; returns the line after them. */
uint32_t blocks_take_definitions(struct blocks *blocks, uint32_t line, uint32_t end);

/*
 * The line where text, the content of a table or of a paragraph above one, starts
 * that as a paragraph started on `line`; adds the definitions in between, if any.
 */
uint32_t blocks_skip_early_definitions(struct blocks *blocks, uint32_t line,
                                       const char *text);

/* No definition starts before that line any more: a table or paragraph is there. */
void blocks_drop_openings(struct blocks *blocks, uint32_t before);

#endif
