/* document.h - what a file says: front matter and Markdown, as rules see it */
#ifndef LINT_DOCUMENT_H
#define LINT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/source.h"
#include "lint/span.h"
#include "lint/str.h"
#include "lint/value.h"

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
    NODE_KIND_COUNT
};

static inline uint64_t node_bit(enum node_kind kind)
{
    return UINT64_C(1) << kind;
}

enum node_flag {
    NODE_IN_HTML = 1 << 0, /* found by parsing an HTML block a second time */
    NODE_ESCAPED = 1 << 1, /* text: has backslash escapes or entities */
    NODE_FENCED = 1 << 2,  /* code block: fenced, else indented */
    NODE_ORDERED = 1 << 3, /* list, item */
    NODE_TIGHT = 1 << 4,   /* list */
    NODE_TASK = 1 << 5,    /* item: starts with [ ] or [x] */
    NODE_CHECKED = 1 << 6, /* item: with [x] */
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

/*
 * Nodes stand in one array in document order, parents before children, so a
 * walk is a loop and "inside what" a comparison. next is the index behind the
 * last node of the subtree; a node's first child, if any, is the node after it.
 *
 * span starts and ends on the node's own markers: a heading from its first #
 * (or first text byte of a setext heading) to the last byte of its closing run
 * or underline, trailing blanks excluded; a fenced code block to its closing
 * fence; a link from [ or ! to its last ) or ]. Container prefixes on the first
 * line (>, list indent) are outside, on later lines of the span inside.
 * content is what stands between the markers, without the blanks beside them.
 *
 * A table cell reaches from pipe to pipe (its content does not); a soft break is the
 * line end alone, a line break has its backslash or spaces too. Cells beyond the
 * header's and those of the delimiter row have no inlines. Where cmark's inlines cannot
 * be found in the source, as it happens with odd footnotes, a block is plain text.
 */
struct node {
    struct span span;
    struct span content;
    uint32_t parent; /* index; the document is its own parent */
    uint32_t next;
    uint8_t kind;   /* enum node_kind */
    uint8_t level;  /* heading: 1 to 6; emphasis, strong, code, math, fence: length */
    uint8_t form;   /* heading_style, row_role, link_form or bare_url_form */
    char marker;    /* list: - + * . ); emphasis, strong: * _; fence: ` ~; break: * - _ */
    uint32_t flags; /* enum node_flag */
    union {
        /* text, code, math, HTML, code block, HTML block: content, unescaped */
        struct str literal;
        struct {
            struct span closing; /* closing # run or underline, else empty */
        } heading;
        struct {
            uint32_t first; /* number of the first item */
        } list;
        struct {
            struct span marker; /* bullet, or number and delimiter */
            uint32_t number;    /* ordered: as written */
        } item;
        struct {
            struct str literal;
            struct span info;    /* info string, trimmed; empty when there is none */
            struct span closing; /* closing fence; empty when indented or not closed */
        } code_block;            /* code block, math block */
        struct {
            struct span name;    /* behind the colons */
            struct span closing; /* closing fence; empty when there is none */
        } directive;
        struct {
            uint32_t columns; /* of the header row */
        } table;
        struct {
            bool leading_pipe;
            bool trailing_pipe;
            uint32_t cells; /* as in the source, not padded or cut */
        } row;
        struct {
            struct span destination; /* without < >; empty in reference forms */
            struct span title;       /* with its quotes; empty when there is none */
            struct span label;       /* reference label between its brackets */
            uint32_t definition;     /* its node; 0 for LINK_INLINE */
        } link;                      /* link, image; definition: all but `definition` */
        struct {
            struct span label; /* between [^ and ] */
        } footnote;            /* definition and reference */
    };
};

enum front_matter_syntax {
    FRONT_MATTER_NONE,
    FRONT_MATTER_YAML,
    FRONT_MATTER_TOML,
    FRONT_MATTER_JSON
};

/*
 * The block at the very start of the file, between --- and ---, +++ and +++
 * (or ...), { and }: found as markdownlint finds it, so both agree on where the
 * Markdown begins.
 */
struct front_matter {
    enum front_matter_syntax syntax;
    struct span open;  /* opening fence, without trailing blanks; JSON: the { */
    struct span text;  /* what is read: between the fences; JSON: { and } included */
    struct span close; /* closing fence */
    bool unclosed;     /* an opening fence and front-matter-like lines, but no end */
    bool late;         /* a block that would be front matter, but blank lines or spaces
                          stand before it; open is its fence */
    struct value_tree tree; /* root is NULL when syntax is NONE or text does not parse */
};

struct document {
    const struct source *source;
    struct front_matter front_matter;
    uint32_t body_line; /* index of the first line of Markdown: behind the front matter
                           and the blank lines after it; line_count when the closing
                           fence ends the file */
    const struct node *nodes; /* nodes[0] is the document; spans are file offsets */
    uint32_t node_count;
    const uint32_t *line_nodes; /* by line: the innermost block on it, a table row but
                                   no cell, and nothing found in HTML blocks; 0 for
                                   blank lines between blocks and front matter */
    const char *masked; /* the source with the inside of HTML comments as dots, for rules
                           that look at raw lines (same offsets; often source->data) */
};

/*
 * Reads the front matter and parses the Markdown; everything lives in arena.
 * Never fails: text that no parser likes gives problems in the front matter and
 * always some Markdown.
 */
void document_parse(struct document *document, struct arena *arena,
                    const struct source *source);

static inline uint32_t node_index(const struct document *document,
                                  const struct node *node)
{
    return (uint32_t)(node - document->nodes);
}

static inline const struct node *node_parent(const struct document *document,
                                             const struct node *node)
{
    return &document->nodes[node->parent];
}

/* First child, or NULL. */
static inline const struct node *node_child(const struct document *document,
                                            const struct node *node)
{
    return node->next > node_index(document, node) + 1 ? node + 1 : NULL;
}

/* Next node with the same parent, or NULL. */
static inline const struct node *node_sibling(const struct document *document,
                                              const struct node *node)
{
    const struct node *parent = node_parent(document, node);

    return node->next < parent->next && node != document->nodes
               ? &document->nodes[node->next]
               : NULL;
}

/* Nearest ancestor of that kind, or NULL; the node itself does not count. */
const struct node *node_ancestor(const struct document *document, const struct node *node,
                                 enum node_kind kind);

/* Block quotes around the node, itself included. */
uint32_t node_quote_depth(const struct document *document, const struct node *node);

/* The innermost block on a line (0-based), or the document's own node. */
static inline const struct node *document_line_node(const struct document *document,
                                                    uint32_t line)
{
    return &document->nodes[document->line_nodes[line]];
}

/*
 * Is the node a block of HTML that is one comment, from the start of its first line to
 * the end of its last? Those are no content. A blank before or behind the comment makes
 * it some, as markdownlint has it.
 */
bool document_is_comment(const struct document *document, const struct node *node);

/* A line of the masked text, without its line end. */
static inline struct str document_line(const struct document *document, uint32_t line)
{
    struct span span = source_line_span(document->source, line);

    return (struct str){document->masked + span.start, span_length(span)};
}

/* Does the line belong to a code block (its fences and blank lines included)? */
bool document_line_is_code(const struct document *document, uint32_t line);

#endif
