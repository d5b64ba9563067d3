/* node.h - what Markdown is made of: one node for each block and inline */
#ifndef LINT_MARKDOWN_NODE_H
#define LINT_MARKDOWN_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"

enum node_kind {
    /* blocks */
    NODE_DOCUMENT,
    NODE_BLOCK_QUOTE,
    NODE_LIST,
    NODE_ITEM,
    NODE_FOOTNOTE_DEFINITION,
    NODE_DIRECTIVE, /* :::name to :::, with blocks in it; ::name is one without */
    NODE_HEADING,
    NODE_PARAGRAPH,
    NODE_CODE_BLOCK,
    NODE_MATH_BLOCK, /* $$ to $$ */
    NODE_HTML_BLOCK,
    NODE_THEMATIC_BREAK,
    NODE_DEFINITION, /* link reference definition */
    NODE_TABLE,
    NODE_TABLE_ROW,
    NODE_TABLE_CELL,
    /* inlines */
    NODE_TEXT,
    NODE_SOFT_BREAK,
    NODE_LINE_BREAK,
    NODE_CODE,
    NODE_MATH, /* $x$ */
    NODE_HTML, /* one tag, comment, instruction, declaration or CDATA section */
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_LINK,
    NODE_IMAGE,
    NODE_AUTOLINK, /* <https://…>, <a@b.c> */
    NODE_BARE_URL, /* what GFM would link by itself; inside it nothing else */
    NODE_FOOTNOTE_REFERENCE,
    NODE_STRIKETHROUGH, /* ~a~, ~~a~~ */
    NODE_KIND_COUNT
};

/* For sets of kinds, also in initializers. */
#define NODE_BIT(kind) (UINT64_C(1) << (kind))

enum node_flag {
    /* these decide which rules want a node */
    NODE_IN_HTML = 1 << 0, /* found by parsing an HTML block a second time */
    NODE_LOOSE = 1 << 1,   /* text: * or _ that could mark emphasis, but mark none */
    /* these do not */
    NODE_ESCAPED = 1 << 2, /* text: has backslash escapes or entities */
    NODE_FENCED = 1 << 3,  /* code block: fenced, else indented */
    NODE_ORDERED = 1 << 4, /* list, item */
    NODE_TIGHT = 1 << 5,   /* list */
    NODE_TASK = 1 << 6,    /* item: starts with [ ] or [x] */
    NODE_CHECKED = 1 << 7, /* item: with [x] */
    NODE_COMMENT = 1 << 8, /* HTML block: see document_is_comment() */
    NODE_RESIZED = 1 << 9, /* its literal is not as long as its content */
};

enum heading_style { HEADING_ATX, HEADING_ATX_CLOSED, HEADING_SETEXT };

enum row_role { ROW_HEADER, ROW_DELIMITER, ROW_BODY };

enum link_form {
    LINK_INLINE,    /* [text](destination "title") */
    LINK_FULL,      /* [text][label] */
    LINK_COLLAPSED, /* [label][] */
    LINK_SHORTCUT,  /* [label] */
};

enum bare_url_form { BARE_URL, BARE_WWW, BARE_EMAIL };

/* What is around a list, quote or footnote. Counts are limited by UNMARKED_MAX. */
struct nesting {
    uint8_t lists;   /* how many lists, whatever else is between them */
    uint8_t bullets; /* how many of them are in the same quote, if all of these are
                        bullet lists; else NESTING_NUMBERED */
    bool in_footnote;
};

/* One of the lists around a list, within the same quote, is numbered. */
#define NESTING_NUMBERED UINT8_MAX

/* Code block, math block. */
struct node_code_block {
    struct str literal;  /* content, without the prefixes of its containers */
    struct span info;    /* info string, trimmed; empty when there is none */
    struct span closing; /* closing fence; empty when indented or not closed */
};

struct node_directive {
    struct span name;    /* after the colons */
    struct span closing; /* closing fence; empty when there is none */
};

/* Link, image, autolink, definition. */
struct node_link {
    struct span destination; /* without < >; empty in reference forms */
    struct span title;       /* with its quotes; empty when there is none */
    struct span label;       /* reference label between its brackets */
    uint32_t definition;     /* link, image: its node; 0 for LINK_INLINE */
};

/* Footnote definition and reference. */
struct node_footnote {
    struct span label;      /* between [^ and ] */
    struct nesting nesting; /* of a definition */
};

/*
 * Nodes stand in one array in document order, parents before children, so a
 * walk is a loop and "inside what" a comparison. next is the index after the
 * last node of the subtree; a node's first child, if any, is the node after it.
 *
 * span starts and ends on the node's own markers: a heading from its first #
 * (or first text byte of a setext heading) to the last byte of its closing run
 * or underline, trailing blanks excluded; a fenced code block to its closing
 * fence; a link from [ or ! to its last ) or ]. Container prefixes on the first
 * line (>, list indent) are outside, on later lines of the span inside.
 * content is what stands between the markers, without the blanks beside them.
 *
 * A run of * or _, or what emphasis leaves of one, is a text of its own with NODE_LOOSE,
 * but inside emphasis and links, where it is part of the text around it.
 *
 * A table cell reaches from pipe to pipe (its content does not); a soft break is the
 * line end alone, a line break has its backslash or spaces too. Cells beyond the
 * header's and those of the delimiter row have no inlines.
 */
struct node {
    struct span span;
    struct span content;
    uint32_t parent; /* index; the document is its own parent */
    uint32_t next;
    uint8_t kind;  /* enum node_kind */
    uint8_t level; /* heading: 1 to 6; emphasis, strong, strikethrough, code, math, fence,
                      marker of an item: length */
    uint8_t form;  /* heading_style, row_role, link_form or bare_url_form */
    char marker;   /* list: - + * . ); emphasis, strong: * _; strikethrough: ~;
                      fence: ` ~; break: * - _ */
    uint16_t flags; /* enum node_flag */
    /* What some kinds have besides. Nodes are many, so it is elsewhere where it is more
     * than a few bytes. */
    union {
        union { /* text, code, math, HTML, HTML block: see node_literal() */
            const char *bytes;
            const struct str *resized; /* with NODE_RESIZED */
        } literal;
        struct {
            struct span closing; /* closing # run or underline, else empty */
        } heading;
        struct nesting nesting; /* block quote */
        struct {
            struct nesting nesting;
            uint32_t first; /* number of the first item */
        } list;
        struct {
            uint32_t number; /* ordered: as written */
            uint32_t text;   /* where the blanks after item_marker() end; the marker's end
                                when nothing follows them; one byte later when it is
                                indented code that follows */
        } item;
        struct {
            uint32_t columns; /* of the header row */
        } table;
        struct {
            bool leading_pipe;
            bool trailing_pipe;
            uint32_t cells; /* as in the source, not padded or cut */
        } row;
        const struct node_code_block *code_block;
        const struct node_directive *directive;
        const struct node_link *link;
        const struct node_footnote *footnote;
    };
};

/* What a text, code, formula, HTML or HTML block says: its content, unescaped. (That of a
 * block of code or formulas is in its code_block.) */
static inline struct str node_literal(const struct node *node)
{
    if (node->flags & NODE_RESIZED)
        return *node->literal.resized;
    return (struct str){node->literal.bytes, span_length(node->content)};
}

/* The bullet of an item, or its number and delimiter. */
static inline struct span item_marker(const struct node *item)
{
    return span_make(item->span.start, item->span.start + item->level);
}

/*
 * What would be a reference if its label were defined: brackets without code, links that
 * failed and other brackets in them. Two that touch are a full one. Where there is no
 * definition it is text; nothing of it is a node.
 */
struct loose_reference {
    struct span span; /* from its [ or ! to its last ]; the last ] is missing from one
                         around a link */
    struct str label; /* without markup and escapes; never blank */
    uint8_t form;     /* enum link_form: full, collapsed or shortcut */
};

#endif
