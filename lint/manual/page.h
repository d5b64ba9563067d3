/* page.h - a manual page in Markdown, laid out for a terminal */
#ifndef LINT_MANUAL_PAGE_H
#define LINT_MANUAL_PAGE_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Lines of prose longer than this tire the eye, however wide the terminal is. */
enum { PAGE_MAX_WIDTH = 88 };

/*
 * Lays out the Markdown that our own pages use: headings, paragraphs, lists,
 * fenced code, tables, code spans, emphasis, links. Everything else appears as it
 * was written. Prose is wrapped at width (or PAGE_MAX_WIDTH); code never is.
 */
void page_render(struct buf *out, struct str markdown, unsigned width, bool colour);

/* The first paragraph of prose on one line, without markup but back-ticks. */
void page_add_first_paragraph(struct buf *out, struct str markdown);

#endif
