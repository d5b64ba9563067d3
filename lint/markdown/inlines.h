/* inlines.h - what the files that walk cmark's inlines share */
#ifndef LINT_MARKDOWN_INLINES_H
#define LINT_MARKDOWN_INLINES_H

#include "lint/markdown/cmark.h"
#include "lint/markdown/content.h"

/*
 * cmark's tree says what comes next; the content says where. `at` is behind what
 * was met so far; lost is set when what comes next is not there.
 */
struct inlines {
    struct markdown *markdown;
    struct tree *tree;
    struct content *content;
    struct str text;
    uint32_t at;
    bool verbatim; /* no escapes and no character references in the text */
    bool lost;
};

/* A byte of the content; NUL behind its end. */
static inline char inlines_byte(const struct inlines *inlines, uint32_t at)
{
    return at < inlines->text.len ? inlines->text.data[at] : '\0';
}

/* Meets a soft or hard break, and the blanks around it. */
void inlines_add_break(struct inlines *inlines, enum node_kind kind);

/* Adds content that is text as it stands: its lines become text and soft breaks. */
void inlines_add_raw(struct inlines *inlines, uint32_t start, uint32_t end);

/* Meets a text node of cmark's: its literal, made of what stands in the content. */
void inlines_meet_text(struct inlines *inlines, const char *literal);

/* Behind the ] that closes the [ at `open`, or 0. */
uint32_t inlines_closing_bracket(const struct inlines *inlines, uint32_t open);

#endif
