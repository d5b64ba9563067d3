/* page_text.h - the text of a manual page: inline markup, widths, line breaks */
#ifndef LINT_MANUAL_PAGE_TEXT_H
#define LINT_MANUAL_PAGE_TEXT_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

/*
 * Between reading and drawing, a style is one byte in the text, which has no other
 * control characters; so a word can be measured and moved as it is.
 */
enum page_mark {
    PAGE_CODE = 1, /* code starts; the next PAGE_CODE ends it */
    PAGE_BOLD = 2, /* the same for strong emphasis */
};

/*
 * Appends the inlines of a heading, paragraph or table cell as marked text: code spans
 * and strong emphasis become marks, emphasis is dropped, an inline link becomes its text
 * and, when it leads into the web, its address; runs of white space become single spaces.
 */
void page_text_add(struct buf *out, const struct document *document,
                   const struct node *block);

/* The columns of marked text when drawn. Without colour, code keeps its back-ticks. */
unsigned page_text_columns(struct str text, bool colour);

/* Where a paragraph is drawn: a style that a line break interrupts goes on after it. */
struct page_pen {
    struct buf *out;
    bool colour;
    char open; /* the mark of the current style, 0 for none */
};

void page_text_draw(struct page_pen *pen, struct str text);

/* Takes the next line of at most width columns, but at least one word, off *text. */
struct str page_text_line(struct str *text, unsigned width, bool colour);

#endif
