/* emphasis.h - the markers of emphasis and strong emphasis */
#ifndef LINT_DOCUMENT_EMPHASIS_H
#define LINT_DOCUMENT_EMPHASIS_H

#include <stdbool.h>

#include "lint/base/span.h"
#include "lint/document/document.h"

/* Of a node of kind NODE_EMPHASIS or NODE_STRONG: its first marker, and its last. */
static inline struct span emphasis_opening(const struct node *emphasis)
{
    return span_make(emphasis->span.start, emphasis->span.start + emphasis->level);
}

static inline struct span emphasis_closing(const struct node *emphasis)
{
    return span_make(emphasis->span.end - emphasis->level, emphasis->span.end);
}

/* How all of them are to be marked, and the names of that; NULL-terminated, in the order
 * of the enum. */
enum emphasis_style { EMPHASIS_CONSISTENT, EMPHASIS_ASTERISK, EMPHASIS_UNDERSCORE };

extern const char *const emphasis_styles[];

/*
 * The marker that one is to have: `*` or `_`. *first is NULL before the first one and,
 * when they are to be consistent, that one from then on. It is the one that it has where
 * the other would be none, as `_` in a word.
 */
char emphasis_wanted(const struct document *document, const struct node *emphasis,
                     enum emphasis_style style, const struct node **first);

/* Does an ASCII letter, digit or _ touch it from outside, as in `un*believ*able`? */
bool emphasis_in_word(const struct document *document, const struct node *emphasis);

/*
 * Is it sure to be the same with the other of * and _? Neither of them is in it or
 * touches it, only white space or ASCII punctuation does, and it starts and ends in
 * UTF-8. Looks no further than the first * or _ in it.
 */
bool emphasis_can_change(const struct document *document, const struct node *emphasis);

#endif
