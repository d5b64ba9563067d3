/* block_parser.h - the blocks that are open while lines are read */
#ifndef LINT_MARKDOWN_BLOCK_PARSER_H
#define LINT_MARKDOWN_BLOCK_PARSER_H

#include "lint/markdown/block_start.h"
#include "lint/markdown/blocks.h"
#include "lint/markdown/line_cursor.h"

/* Shared by the files that read blocks and by no others. */

#define NO_LINE UINT32_MAX

/* A block that later lines may go on with. Containers are in the tree already; the other
 * kinds, but for tables, get there when they are closed. */
struct open_block {
    uint8_t kind;        /* enum node_kind */
    char marker;         /* of a fence: its character */
    bool loose;          /* list: there are blank lines between what is in it */
    bool closed;         /* by a fence, which is on last_line */
    bool indented;       /* paragraph: its last line could be code, were it not text */
    uint32_t line;       /* its first */
    uint32_t last_line;  /* its last so far; blank lines may not be its own */
    uint32_t child_line; /* container: last line of the last block in it, or NO_LINE */
    uint32_t start;      /* offset of its first byte */
    uint32_t columns;    /* item: that later lines are indented; fence: that it is, and
                            later lines may be */
    uint32_t length;     /* of the opening fence; HTML: enum html_block_kind */
    uint32_t mark_end;   /* quote: after its last > so far */
    uint32_t directive;  /* how many are open up to the innermost directive that is or is
                            around this block; 0: none is */
};

struct block_parser {
    struct blocks *blocks;
    struct line_cursor cursor;
    uint32_t line;           /* that is being read */
    struct open_block *open; /* from the document to the innermost */
    uint32_t depth;          /* how many are open */
    uint32_t capacity;
    uint32_t matched;       /* how many of them the line is in */
    uint32_t unmarked;      /* how many of them count for UNMARKED_MAX */
    struct nesting nesting; /* around the next block */
};

static inline struct open_block *parser_tip(const struct block_parser *parser)
{
    return &parser->open[parser->depth - 1];
}

/* Is the line in all blocks that are open, the innermost of which is of that kind? */
static inline bool parser_is_in(const struct block_parser *parser, enum node_kind kind)
{
    return parser->matched == parser->depth && parser_tip(parser)->kind == kind;
}

/* The line from its text on. */
static inline struct str parser_text(const struct block_parser *parser)
{
    const struct line_cursor *cursor = &parser->cursor;

    return (struct str){cursor->data + cursor->text, cursor->end - cursor->text};
}

/* Makes room for the blocks of the Markdown that starts at body_line: blocks_read(). */
struct blocks *blocks_new(struct arena *arena, struct arena *kept,
                          const struct source *source, uint32_t body_line,
                          unsigned features);

/* Reads the lines from `line` up to before `end`, where the Markdown's last one is the
 * last. */
void blocks_read_lines(struct block_parser *parser, uint32_t line, uint32_t end);

/* Does the block go on at the cursor, or a fence there closes it? If so, the cursor is
 * moved past what belongs to the block. */
bool blocks_goes_on(struct open_block *block, struct line_cursor *cursor);

/* Closes the innermost blocks until only so many are open. */
void blocks_close_to(struct block_parser *parser, uint32_t depth);

/* Closes what the line is not in, and what cannot contain a block of that kind; the
 * innermost is where such a block goes now. */
void blocks_make_place(struct block_parser *parser, enum node_kind kind);

/* A block of one line, which has its place, is in the tree. */
void blocks_end_line_block(struct block_parser *parser);

/* Opens a block that starts at the line's text, after blocks_make_place(). */
struct open_block *blocks_open(struct block_parser *parser, enum node_kind kind);

/* Opens a container there is a mark for at the text, and moves on after the mark; false
 * when there is none. */
bool blocks_open_container(struct block_parser *parser);

/* Moves on after the > at the text, and a blank that follows it. */
void blocks_skip_quote_mark(struct open_block *quote, struct line_cursor *cursor);

/* The innermost open block, a container, into the tree, which has it open. */
void blocks_close_container(struct block_parser *parser);

/* Keeps where the line's text starts: the cursor's `at` for the one, with the columns of
 * a split tab, its `text` for the other. */
void blocks_add_verbatim_line(struct block_parser *parser);
void blocks_add_text_line(struct block_parser *parser);

/* Blocks of one line at the text. */
void blocks_add_atx_heading(struct block_parser *parser, uint32_t level);
void blocks_add_thematic_break(struct block_parser *parser);
void blocks_add_leaf_directive(struct block_parser *parser);

/* The innermost open block, a block of code, formulas or HTML, into the tree. */
void blocks_close_code(struct block_parser *parser);
void blocks_close_html(struct block_parser *parser);

/*
 * The innermost open block, a paragraph, into the tree: definitions and what is left
 * after them.
 */
void blocks_close_paragraph(struct block_parser *parser);

/* The same for its lines before `end`, without closing it. */
void blocks_add_paragraph(struct block_parser *parser, uint32_t end);

/* Makes the innermost open block, a paragraph, the heading that the line underlines.
 * False when the paragraph has nothing but definitions: then the line is text. */
bool blocks_underline(struct block_parser *parser, uint32_t level);

/* Makes the last line of the paragraph that is the innermost open block the header of a
 * table whose delimiter row the line is; false when one of them is no such row
 * (GFM 4.10). As micromark has it, a header is not indented so far that it could be code.
 */
bool blocks_open_table(struct block_parser *parser);

/* The line as a row of the table that is the innermost open block. */
void blocks_add_row(struct block_parser *parser);

/* The innermost open block, a table, which the tree has open. */
void blocks_close_table(struct block_parser *parser);

/* The innermost node of the tree, which is open, has inlines. */
void blocks_add_leaf(struct blocks *blocks, struct leaf leaf);

/*
 * Adds the link reference definitions that the text from `line` to before `end` starts
 * with; returns the line after them.
 */
uint32_t blocks_add_definitions(struct blocks *blocks, uint32_t line, uint32_t end);

/* The closing fence at the end of a line: a run of one character. */
struct span blocks_closing_fence(const struct blocks *blocks, uint32_t line);

#endif
