/* document.h - the front matter and the Markdown of one file, as rules see them */
#ifndef LINT_DOCUMENT_DOCUMENT_H
#define LINT_DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/markdown/mask.h"
#include "lint/markdown/node.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

enum front_matter_syntax {
    FRONT_MATTER_NONE,
    FRONT_MATTER_YAML,
    FRONT_MATTER_TOML,
    FRONT_MATTER_JSON
};

/* Who says where front matter ends and Markdown begins, and what Markdown has. */
enum front_matter_reading {
    READ_AS_PROGRAMS,     /* most site generators */
    READ_AS_MARKDOWNLINT, /* markdownlint 0.40: no strikethrough */
};

/* The block at the very start of the file, between --- and --- (or ...), +++ and +++, {
 * and }: front_matter_cut(). */
struct front_matter {
    enum front_matter_syntax syntax;
    struct span open;       /* opening fence, without trailing white space; JSON: the { */
    struct span text;       /* what is read: between the fences; JSON: { and } included */
    struct span close;      /* closing fence */
    struct value_tree tree; /* root is NULL when syntax is NONE or text does not parse */
    /* When syntax is NONE: what was meant as front matter, and why it is none. NULL when
     * there is nothing like it. A fix is unsafe: it makes front matter of text. */
    const struct mistake *miss;
    bool doubtful;     /* that may be text: it matters only where front matter must be */
    struct span meant; /* its lines, when it stands below other text; else empty */
};

struct document {
    const struct source *source;
    struct front_matter front_matter;
    /* The index of the first line of Markdown, after the front matter, or what was meant
     * or is configured as such, and the blank lines that follow it; line_count when the
     * file ends with the closing fence. */
    uint32_t body_line;
    const struct node *nodes; /* nodes[0] is the document; spans are file offsets */
    uint32_t node_count;
    uint64_t kinds;            /* NODE_BIT() of each kind of which there is a node */
    const uint8_t *node_kinds; /* the kind of each node, beside each other for searches,
                                  and then NODE_KIND_COUNT */
    const struct loose_reference *loose; /* references without a definition */
    uint32_t loose_count;
    /* By line: the index of the innermost block on it, which may be a table row but not a
     * cell, nor anything in an HTML block. 0 for front matter and for blank lines between
     * blocks. */
    const uint32_t *line_nodes;
    uint32_t *plain_end; /* what document_plain_end() found, for when it is asked again;
                            UINT32_MAX: it was not asked yet */
    /* The source with the inside of HTML comments as dots, for rules that read raw lines:
     * document_line(). */
    struct mask mask;
};

/*
 * Reads the front matter as most programs do and parses the Markdown; all of it lives in
 * the arena, and points into source, which must live as long. Never fails: malformed
 * front matter has problems in its tree, and every text is Markdown.
 */
void document_parse(struct document *document, struct arena *arena,
                    const struct source *source);

/* The same, with another idea of front matter. */
void document_parse_as(struct document *document, struct arena *arena,
                       const struct source *source, enum front_matter_reading reading);

/* The same, where it is known how many lines come before the Markdown: they are front
 * matter when that is exactly what markdownlint would see. */
void document_parse_after(struct document *document, struct arena *arena,
                          const struct source *source, uint32_t lines,
                          enum front_matter_reading reading);

/* The last part of document_parse(): the document gets the tree's nodes, and what follows
 * from them. */
struct tree;
void document_take(struct document *document, struct tree *tree, struct arena *arena);

/* The same without the mask, for one whose nodes alone are read. */
void document_take_nodes(struct document *document, struct tree *tree,
                         struct arena *arena);

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

/* The index of the first node, from that index on, of one of the kinds (NODE_BIT());
 * node_count when there is none. Costs nothing where the whole document has none. */
uint32_t document_next(const struct document *document, uint32_t from, uint64_t kinds);

/*
 * The text that the byte at an offset is in, or NULL. *next is the index of a node that
 * does not begin after it, and moves on: asked about in ascending order, all offsets
 * together take time linear in the nodes.
 */
const struct node *document_text_at(const struct document *document, uint32_t *next,
                                    uint32_t offset);

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

/* The last child, or NULL. Steps over all of them. */
const struct node *node_last_child(const struct document *document,
                                   const struct node *node);

/* The sibling right before the node, or NULL. Steps up from the last node in it: asking
 * this about all nodes takes time linear in how many there are. */
const struct node *node_sibling_before(const struct document *document,
                                       const struct node *node);

/* The nearest ancestor of the kind, or NULL; the node itself does not count. */
const struct node *node_ancestor(const struct document *document, const struct node *node,
                                 enum node_kind kind);

/* The outermost block that the node is in, or the node itself. */
const struct node *node_outermost(const struct document *document,
                                  const struct node *node);

/* Is the node the definition of a footnote, or in one? */
bool document_in_footnote(const struct document *document, const struct node *node);

/* The number of block quotes around the node, itself included. */
uint32_t node_quote_depth(const struct document *document, const struct node *node);

/* The innermost block on a line (0-based), or the document's own node. */
static inline const struct node *document_line_node(const struct document *document,
                                                    uint32_t line)
{
    return &document->nodes[document->line_nodes[line]];
}

/*
 * Is the node an HTML block that is one comment, from the start of its first line to the
 * end of its last? Such a block is not content; white space before or after the comment
 * makes it content, as in markdownlint.
 */
static inline bool document_is_comment(const struct node *node)
{
    return node->flags & NODE_COMMENT;
}

/* A line (0-based) without its line end, and the inside of HTML comments as dots: a view.
 * The length is that in the source. */
static inline struct str document_line(const struct document *document, uint32_t line)
{
    return mask_line(&document->mask, document->source, line);
}

/* Does the line (0-based) belong to a code block, its fences and blank lines included? */
bool document_line_is_code(const struct document *document, uint32_t line);

#endif
