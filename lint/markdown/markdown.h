/* markdown.h - the Markdown of a file, as nodes with spans */
#ifndef LINT_MARKDOWN_MARKDOWN_H
#define LINT_MARKDOWN_MARKDOWN_H

#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/*
 * Adds the nodes of the Markdown that starts at body_line to the tree, which holds
 * the document's node. cmark-gfm says what they are; where they are is found by
 * reading the source along with its tree.
 */
void markdown_read(struct tree *tree, const struct source *source, uint32_t body_line);

/* Labels of definitions and references, without line ends. */
struct markdown_labels {
    struct str *definitions;
    struct str *references;
    uint32_t definition_count;
    uint32_t reference_count;
};

/*
 * For each reference the number, from 1, of the first definition that cmark takes
 * it for, or 0. The array lives in the arena.
 */
uint32_t *markdown_match_labels(struct arena *arena,
                                const struct markdown_labels *labels);

#endif
