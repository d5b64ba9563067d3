/* fence_blocks.h - blocks between fences that CommonMark does not have */
#ifndef LINT_MARKDOWN_FENCE_BLOCKS_H
#define LINT_MARKDOWN_FENCE_BLOCKS_H

#include "lint/markdown/cmark.h"

enum fence_kind {
    FENCE_DIRECTIVE, /* :::name, blocks, ::: */
    FENCE_LEAF,      /* ::name, alone on its line */
    FENCE_MATH,      /* $$, lines of formulas, $$ */
    FENCE_CLOSING,   /* the line of a closing fence, which is nothing by itself */
};

/* Hangs on cmark's node as its user data. Lines count as cmark counts, from 1. */
struct fence {
    enum fence_kind kind;
    int size;   /* characters of the opening fence */
    int indent; /* columns before it, which the lines below may have as well */
    int line;   /* of the opening fence */
    int start;  /* its offset in the line */
    int close;  /* line of the closing fence; 0 when there is none */
};

/*
 * Opens what the line at the parser's place opens: adds the node to `container`, or
 * closes that, and returns it. NULL when the line is no fence.
 */
cmark_node *fence_open(struct parse *parse, cmark_parser *parser, cmark_node *container,
                       const char *line);

/*
 * Adds a paragraph to `container` for the text at the parser's place, and returns it,
 * where cmark would go on lazily with the paragraph of a directive that the container is
 * not in: text outside of an item or quote does not go on in a directive inside. NULL
 * elsewhere.
 */
cmark_node *fence_leave(const struct parse *parse, cmark_parser *parser,
                        cmark_node *container);

/* Does the node of a fence go on on the line at the parser's place? */
bool fence_goes_on(struct parse *parse, cmark_parser *parser, cmark_node *node,
                   const char *line);

#endif
