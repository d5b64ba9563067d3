/* quote_line.h - blanks after the quote markers of a line */
#ifndef LINT_DOCUMENT_QUOTE_LINE_H
#define LINT_DOCUMENT_QUOTE_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* What is known of the containers that the last line was in. Zeroed at the start of a
 * document. */
struct quote_search {
    const struct node *block; /* the innermost block of that line */
    struct quote_level {
        const struct node *quote;
        const struct node *inside; /* the outermost item or footnote in it that is in no
                                      quote in it; NULL: none */
        bool has_item;             /* there is an item among these */
    } * levels;                    /* from the outside */
    uint32_t depth;                /* how many */
    uint32_t next;                 /* no code span or formula before this node matters */
    uint32_t capacity;
};

/* Blanks after a quote marker and its one blank. */
struct quote_blanks {
    struct span span;
    bool in_list; /* a list begins after them, or is around them */
};

/*
 * The blanks after quote markers on the line (0-based), left to right, in the arena,
 * which neither a list item nor a footnote needs that goes on there, nor code: of
 * indented code there are none, of a fenced block those that its fence has, too. Takes
 * time linear in the line, if the lines of a document are asked about in order; returns
 * their number.
 */
uint32_t document_quote_blanks(const struct document *document, uint32_t line,
                               struct quote_search *search, struct quote_blanks **blanks,
                               struct arena *arena);

#endif
