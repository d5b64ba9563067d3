/* document.h - what a file says: front matter and Markdown, as rules see it */
#ifndef LINT_DOCUMENT_DOCUMENT_H
#define LINT_DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/markdown/node.h"
#include "lint/source/source.h"
#include "lint/value/value.h"

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
