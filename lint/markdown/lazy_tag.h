/* lazy_tag.h - tags that go on lazily, which cmark-gfm takes for HTML blocks */
#ifndef LINT_MARKDOWN_LAZY_TAG_H
#define LINT_MARKDOWN_LAZY_TAG_H

#include "lint/markdown/cmark.h"

/*
 * Feeds the text of `parse` to the parser. A tag alone on its line starts an HTML block,
 * but does not interrupt a paragraph (CommonMark 4.6, the seventh kind); cmark-gfm 0.29
 * lets it when the line goes on lazily (CommonMark 5.1) and so is outside of the
 * paragraph's item or quote. There it is fed a letter instead of the tag's `<`: what it
 * says of lines stays true, and inlines are not read from its text.
 */
void lazy_tags_feed(const struct parse *parse, cmark_parser *parser, struct str text);

#endif
