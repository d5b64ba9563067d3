/* page.h - a manual page in Markdown, laid out for a terminal */
#ifndef LINT_MANUAL_PAGE_H
#define LINT_MANUAL_PAGE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Lines of prose longer than this tire the eye, however wide the terminal is. */
enum { PAGE_MAX_WIDTH = 88 };

/*
 * Appends a page, which is read as articles are: headings, paragraphs, lists, code,
 * tables, code spans, emphasis and inline links are laid out, everything else appears as
 * it was written. Prose is wrapped at width columns (or PAGE_MAX_WIDTH); code never is.
 */
void page_render(struct buf *out, struct str markdown, unsigned width, bool colour);

/* Appends the first paragraph outside lists on one line, without markup but back-ticks;
 * nothing when there is none. */
void page_add_first_paragraph(struct buf *out, struct str markdown);

#endif
