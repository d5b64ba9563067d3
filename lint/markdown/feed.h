/* feed.h - the lines of a text on their way to cmark-gfm, some of them in disguise */
#ifndef LINT_MARKDOWN_FEED_H
#define LINT_MARKDOWN_FEED_H

#include "lint/markdown/cmark.h"

/*
 * Feeds the text of `parse` to the parser. Lines that cmark-gfm
 * 0.29 would get wrong are changed, but neither their number nor where their text starts;
 * inlines and code are not read from what cmark keeps of them.
 *
 * Blank lines right below an empty item and in footnotes lose their blanks: with them the
 * item goes on (CommonMark 5.2) and the footnote ends. In a quote, where a footnote ends
 * at a blank line anyway, they get those that it needs.
 *
 * Blank lines below an item with nothing but link reference definitions, which cmark
 * forgets, get the indent that keeps it open.
 *
 * A tag alone on its line does not interrupt a paragraph (CommonMark 4.6, the seventh
 * kind), but cmark lets it when the line goes on lazily (5.1) and so is outside of the
 * paragraph's item or quote: there it gets a letter for its `<`. So does the only pipe of
 * a row, which cmark takes for the end of the table (GFM 4.10).
 */
void feed_lines(const struct parse *parse, cmark_parser *parser);

#endif
