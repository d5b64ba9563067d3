/* mark.h - what the inline parser has met: marks, runs of delimiters, brackets */
#ifndef LINT_MARKDOWN_MARK_H
#define LINT_MARKDOWN_MARK_H

#include "lint/markdown/bare_url.h"
#include "lint/markdown/inline.h"

/* Shared by the files of the inline parser and by no others. */

enum mark_kind {
    MARK_TEXT,   /* nothing after all: a bracket or a URL's part */
    MARK_ESCAPE, /* text that stands for other text: \*, &amp;, NUL */
    MARK_BREAK,
    MARK_CODE,
    MARK_MATH,
    MARK_HTML,
    MARK_AUTOLINK,
    MARK_URL,
    MARK_FOOTNOTE,
    MARK_RUN,   /* of delimiters: struct run */
    MARK_LOOSE, /* the same, of * or _ that neither open nor close anything */
    MARK_OPEN,  /* [ or ![ of a link or image: struct link_parts */
    MARK_CLOSE, /* from its ] to its end: the same */
};

/*
 * Something that is not plain text. Marks stand in the order of their text, which is
 * that of the nodes that they become when all of a block has been read.
 */
struct mark {
    uint32_t start;
    uint32_t end;
    uint8_t kind;   /* enum mark_kind */
    uint8_t form;   /* URL: enum bare_url_form; break: enum node_kind */
    uint32_t index; /* run: of runs; open, close: of links; code, math: its delimiters;
                       break: where text goes on */
};

/*
 * A run of * or _ or ~. It closes with its first characters, then has some left that
 * are text, then opens with its last ones.
 */
struct run {
    uint32_t length; /* as written */
    uint32_t left;   /* not used yet */
    uint32_t below;  /* neighbours in the stack of runs that may still be used; */
    uint32_t above;  /* 0: none */
    uint32_t closed; /* first and last of the pairs that it closes, inner ones first */
    uint32_t closed_last;
    uint32_t opened; /* last, so outermost, of the pairs that it opens */
    char character;
    bool can_open;
    bool can_close;
};

/* One emphasis, strong emphasis or strikethrough. */
struct pair {
    uint32_t length;       /* of each of its delimiters */
    uint32_t closed_later; /* the next one that the same run closes, or 0 */
    uint32_t opened_inner; /* the next one inside that the same run opens, or 0 */
};

/* A [ or ![ that is still open. */
struct bracket {
    uint32_t mark;
    uint32_t text; /* after it */
    uint32_t run;  /* the topmost run when it was met */
    bool image;
    bool is_label;    /* of a text directive: no reference */
    bool has_bracket; /* there is another one after it, so it is around no label */
    bool has_loose;   /* one after it was no link */
};

struct link_parts {
    struct span text; /* between the brackets */
    struct span destination;
    struct span title;
    struct span label;
    uint32_t definition;
    uint8_t form; /* enum link_form */
    bool image;
};

/* Where runs of back-ticks, or of dollars, are, once one was met that nothing closes. */
struct run_ends {
    uint32_t *last; /* by length: the start of the last such run */
    uint32_t longest;
    bool known;
};

struct inlines {
    struct arena *arena;
    struct tree *tree;
    unsigned features;
    const struct label_map *definitions;
    const struct label_map *footnotes;
    uint8_t starts[256]; /* by byte: what it may start, from 1 on; 0: it is text */
    struct node_link **references; /* by label; their definitions are indices in the tree
                                      of blocks */
    uint32_t reference_count;
    uint32_t reference_capacity;
    /* of the current content */
    const struct content *content;
    struct str text; /* up to the end; offsets are into it */
    uint32_t start;
    uint32_t done;  /* what stands before belongs to what was met */
    uint32_t label; /* where that of the last text directive begins, if it has one */
    struct mark *marks;
    uint32_t mark_count;
    uint32_t mark_capacity;
    struct run *runs;
    uint32_t run_count;
    uint32_t run_capacity;
    uint32_t top_run;
    struct pair *pairs;
    uint32_t pair_count;
    uint32_t pair_capacity;
    struct bracket *brackets;
    uint32_t bracket_count;
    uint32_t bracket_capacity;
    uint32_t inactive; /* so many of the first brackets are around a link, so open none */
    uint32_t loose_first; /* the tree's loose references before it are of other content */
    struct link_parts *links;
    uint32_t link_count;
    uint32_t link_capacity;
    struct run_ends ticks;
    struct run_ends dollars;
    unsigned endless; /* enum html_kind bits: such a piece of HTML does not end here */
    struct bare_url_search urls;
};

/* A byte of the content; NUL after its end. */
static inline char inlines_byte(const struct inlines *in, uint32_t at)
{
    return at < in->text.len ? in->text.data[at] : '\0';
}

static inline struct str inlines_text(const struct inlines *in, uint32_t start,
                                      uint32_t end)
{
    return (struct str){in->text.data + start, end - start};
}

/* Adds a mark; the pointer is valid until the next one. */
struct mark *inlines_add(struct inlines *in, enum mark_kind kind, struct span span);

/* Readers of what can be told at once: code, formulas, HTML, autolinks, URLs. */
uint32_t code_read(struct inlines *in, uint32_t at);
uint32_t math_read(struct inlines *in, uint32_t at);
uint32_t angle_read(struct inlines *in, uint32_t at);
uint32_t colon_read(struct inlines *in, uint32_t at);
uint32_t url_read(struct inlines *in, uint32_t at);

/* Readers of delimiters and brackets, which become nodes when their partners come. */
uint32_t run_read(struct inlines *in, uint32_t at);
uint32_t bracket_open(struct inlines *in, uint32_t at);
uint32_t bracket_close(struct inlines *in, uint32_t at);

/* Notes what the bracket and the ] at `at` are around: no link, but perhaps a reference
 * without definition. It reaches up to `end`. */
void loose_note(struct inlines *in, const struct bracket *bracket, uint32_t at,
                uint32_t end);

/* Gives the loose references of the content their places in the file. */
void loose_place(struct inlines *in, const struct content *content);

/* Pairs the runs above that one; then they are done with. */
void runs_pair(struct inlines *in, uint32_t bottom);

/* Adds the nodes that the marks stand for. */
void marks_emit(struct inlines *in);

#endif
