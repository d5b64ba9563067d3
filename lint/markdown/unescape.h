/* unescape.h - text without its escapes */
#ifndef LINT_MARKDOWN_UNESCAPE_H
#define LINT_MARKDOWN_UNESCAPE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * What the source of text, a destination, a title or an info string stands for: its
 * backslash escapes and character references undone (CommonMark 2.4, 2.5), NUL as
 * U+FFFD. A copy in the arena.
 */
struct str text_unescape(struct arena *arena, struct str text);

#endif
