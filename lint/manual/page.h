/* page.h - lays out a manual page in Markdown for a terminal */
#ifndef LINT_MANUAL_PAGE_H
#define LINT_MANUAL_PAGE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* The longest lines of prose in columns, however wide the terminal is. */
enum { PAGE_MAX_WIDTH = 88 };

/*
 * Appends a page, which is parsed like an article: headings, paragraphs, lists, code,
 * tables, code spans, emphasis and inline links are laid out, everything else appears as
 * it was written. Prose is wrapped at width columns, at most PAGE_MAX_WIDTH; code never
 * is.
 */
void page_render(struct buf *out, struct str markdown, unsigned width, bool colour);

/* Appends the first paragraph outside of lists on one line, with back-ticks as its only
 * markup; nothing when there is none. */
void page_add_first_paragraph(struct buf *out, struct str markdown);

#endif
