/* cmark.h - what cmark says of a text's blocks, with what it would not remember */
#ifndef LINT_MARKDOWN_CMARK_H
#define LINT_MARKDOWN_CMARK_H

/* Else it defines names like NODE_TEXT, which are ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/source/source.h"

/* Shared by the files that read blocks and by no others. */

/* Lines that cmark is given before those of the file. */
enum { HEAD_LINES = 2 };

/*
 * A paragraph that starts with [ and may contain link reference definitions. When it
 * contains nothing else, cmark has forgotten it; the owner tells where it stood.
 */
struct opening {
    uint32_t line;
    const void *owner; /* the container's cmark node, NULL for the document; compared,
                          never followed */
};

#define TEXT_STARTS_PARAGRAPH UINT32_C(0x80000000)
#define TEXT_IS_ROW           UINT32_C(0x40000000)
#define TEXT_FLAGS            (TEXT_STARTS_PARAGRAPH | TEXT_IS_ROW)

/* One document's parsing: all that cmark may call back for. Lines are indices of
 * `lines`, whose first is that of the Markdown's start. */
struct parse {
    struct arena *arena;
    const struct source *source;
    unsigned features;        /* enum markdown_feature */
    const struct line *lines; /* of the source */
    uint32_t line_count;
    bool has_nul;
    bool has_directive; /* one with a closing fence has been opened */
    cmark_mem memory;
    char *free; /* the rest of the newest block that cmark's memory is cut from */
    char *end;
    void **recycled; /* by size: freed pieces, each pointing to the next */
    cmark_syntax_extension *table;
    cmark_syntax_extension *tasklist;
    cmark_syntax_extension *listener;
    cmark_node *document;   /* that cmark puts the blocks into */
    cmark_node *root;       /* the blocks, without inlines */
    uint32_t *text_starts;  /* by line: 1 + offset where paragraph text starts, else 0;
                               with TEXT_ flags */
    cmark_node *text_owner; /* the block that the last such text was found in */
    struct opening *openings;
    uint32_t opening_count;
    uint32_t opening_capacity;
    int closing_fence; /* cmark line of a closing fence that is not dealt with, or 0 */
};

/* The cmark line (from 1) as an index of parse->lines. */
static inline uint32_t parse_line(int cmark_line)
{
    return cmark_line > HEAD_LINES ? (uint32_t)cmark_line - 1 - HEAD_LINES : 0;
}

/* The innermost block of those that cmark may go on with. */
static inline cmark_node *parse_tip(const struct parse *parse)
{
    cmark_node *node = parse->document;

    for (cmark_node *child = node; child; child = cmark_node_last_child(node))
        node = child;
    return node;
}

/* The nearest block of that type, the node itself or around it; NULL when there is none.
 */
static inline cmark_node *parse_around(cmark_node *node, cmark_node_type type)
{
    while (node && cmark_node_get_type(node) != type)
        node = cmark_node_parent(node);
    return node;
}

#endif
