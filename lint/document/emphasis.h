/* emphasis.h - the markers of emphasis and strong emphasis */
#ifndef LINT_DOCUMENT_EMPHASIS_H
#define LINT_DOCUMENT_EMPHASIS_H

#include <stdbool.h>

#include "lint/base/span.h"
#include "lint/document/document.h"

/* Of a node of kind NODE_EMPHASIS or NODE_STRONG: its first marker. */
static inline struct span emphasis_opening(const struct node *emphasis)
{
    return span_make(emphasis->span.start, emphasis->span.start + emphasis->level);
}

/* How all of them are to be marked, and the names of that; NULL-terminated, in the order
 * of the enum. */
enum emphasis_style { EMPHASIS_CONSISTENT, EMPHASIS_ASTERISK, EMPHASIS_UNDERSCORE };

extern const char *const emphasis_styles[];

/* The markers of one, and those that it is to have. */
struct emphasis_change {
    struct span opening; /* its first marker */
    struct span closing;
    struct str found; /* each: `*` or `**`, followed by a NUL */
    struct str wanted;
    bool is_safe; /* it is sure to be the same then */
};

/*
 * Is it to have other markers? *first is NULL before the first one and, when they are to
 * be consistent, that one from then on. It keeps those that it has where others would be
 * none, as `_` in a word. Sure to be the same is what has neither * nor _ in it or beside
 * it, only white space or ASCII punctuation beside it, and starts and ends in UTF-8.
 */
bool emphasis_wants_change(const struct document *document, const struct node *emphasis,
                           enum emphasis_style style, const struct node **first,
                           struct emphasis_change *change);

#endif
