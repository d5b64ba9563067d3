/* cmark.h - what cmark says of a text, with what it would not remember */
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
#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/* Shared by the files lint/markdown*.c and by no others. */

/* A line as cmark is given it. Offsets in it are counted as cmark counts. */
struct fed_line {
    uint32_t start;    /* in the file, of its first byte */
    uint32_t end;      /* in the file, line end excluded */
    uint32_t sentinel; /* offset of a byte that the file does not have, or NO_SENTINEL */
};

#define NO_SENTINEL UINT32_MAX

/*
 * A paragraph that starts with [ and may hold link reference definitions. When it
 * holds nothing else, cmark has forgotten it; the owner tells where it stood.
 */
struct opening {
    uint32_t line;
    const void *owner; /* the container's cmark node; compared, never followed */
};

/* A footnote definition, whose node cmark would move or drop. */
struct footnote_place {
    const void *owner; /* as the openings know it */
    int line;          /* as cmark counts, from 1 */
    int column;        /* from 1, behind the label and its colon */
    int end;           /* its last line, as cmark has it */
};

#define TEXT_STARTS_PARAGRAPH UINT32_C(0x80000000)
#define TEXT_IS_ROW           UINT32_C(0x40000000)
#define TEXT_IS_INDENTED      UINT32_C(0x20000000) /* lazy: the indent is content */
#define TEXT_FLAGS            (TEXT_STARTS_PARAGRAPH | TEXT_IS_ROW | TEXT_IS_INDENTED)

struct parse {
    struct arena *arena;
    const struct source *source;
    struct fed_line *lines;
    uint32_t line_count;
    uint32_t head; /* lines that cmark was given before these */
    bool has_nul;
    cmark_node *root;
    uint32_t *text_starts; /* by line: 1 + offset where paragraph text starts, else 0;
                              with TEXT_ flags */
    struct opening *openings;
    uint32_t opening_count;
    uint32_t opening_capacity;
    bool keeps_footnotes;
    int closing_fence; /* cmark line of a closing fence that is not dealt with, or 0 */
};

/* Everything that cmark may call back for; lives as long as one document's parsing. */
struct markdown {
    struct arena *arena;
    struct tree *tree;
    const struct source *source;
    cmark_mem memory;
    char *free; /* the rest of the newest block that cmark's memory is cut from */
    char *end;
    void **recycled; /* by size: freed pieces, each pointing to the next */
    cmark_syntax_extension *table;
    cmark_syntax_extension *tasklist;
    cmark_syntax_extension *listener;
    struct parse *parse; /* the one that runs */
    char sentinel;       /* of that one: see struct fed_line; NUL when it has none */
};

/*
 * Parses text, which is what parse->lines say, into parse->root. Fills the other
 * results in parse.
 */
void markdown_cmark(struct markdown *markdown, struct parse *parse, struct str text);

/* A copy of cmark's literal in the arena, without sentinels. */
struct str markdown_keep(const struct markdown *markdown, struct str literal);

/* The cmark line (from 1) as an index of parse->lines. */
static inline uint32_t parse_line(const struct parse *parse, int cmark_line)
{
    uint32_t line = (uint32_t)cmark_line - 1;

    return line < parse->head ? 0 : line - parse->head;
}

/* The file offset of a byte of a line, counted as cmark counts (from 0). */
uint32_t parse_offset(const struct parse *parse, uint32_t line, uint32_t offset);

/* Adds the blocks below parse->root, with their inlines, to the open node. */
void markdown_blocks(struct markdown *markdown, struct parse *parse);

struct content;

/* Adds the inlines below a leaf block, whose content is given, to the open node. */
void markdown_inlines(struct markdown *markdown, cmark_node *leaf,
                      struct content *content);

/* Parses the HTML block that is open in the tree a second time. */
void markdown_html(struct markdown *markdown, const struct parse *outer,
                   uint32_t first_line, uint32_t line_count);

#endif
