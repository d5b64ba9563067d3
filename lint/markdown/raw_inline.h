/* raw_inline.h - inlines that hold no Markdown and that cmark does not know */
#ifndef LINT_MARKDOWN_RAW_INLINE_H
#define LINT_MARKDOWN_RAW_INLINE_H

#include "lint/markdown/bare_url.h"
#include "lint/markdown/cmark.h"

enum raw_kind {
    RAW_MATH, /* $x$, $$x$$ */
    RAW_URL,  /* a bare URL with something in it that cmark takes for markup */
};

/* Hangs on an inline of cmark's that stands for it, as its user data. */
struct raw_inline {
    enum raw_kind kind;
    uint32_t length;         /* bytes of content */
    uint32_t marker;         /* math: dollars on each side */
    enum bare_url_form form; /* URL */
};

/*
 * Makes cmark stop, in the inlines of text, at the bytes where one may start. Most
 * files have none, and cmark is as fast as ever.
 */
void raw_listen(cmark_syntax_extension *listener, struct str text);

/* The inline that starts at the byte where the inline parser stopped, or NULL. */
cmark_node *raw_match(struct markdown *markdown, cmark_node *leaf,
                      cmark_inline_parser *parser);

#endif
