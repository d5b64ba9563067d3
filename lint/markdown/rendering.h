/* rendering.h - an article's Markdown as cmark-gfm shows it */
#ifndef LINT_MARKDOWN_RENDERING_H
#define LINT_MARKDOWN_RENDERING_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * Appends the HTML that cmark-gfm makes of the Markdown in text, with tables, task lists
 * and footnotes; raw HTML is left as it is. Bare URLs stay text: what a fix makes of them
 * must be seen. Takes as long as cmark-gfm does, which on hostile texts is too long.
 */
void rendering_write(struct str text, struct buf *out);

#endif
