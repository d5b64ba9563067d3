/* spans.h - checks that a document's nodes are where they say they are */
#ifndef LINT_TOOL_SPANS_SPANS_H
#define LINT_TOOL_SPANS_SPANS_H

#include "lint/document/document.h"

/* One run over many files. Violations are printed as they are found. */
struct spans {
    const char *path;
    const struct document *document;
    struct arena *arena;
    uint64_t files;
    uint64_t nodes;
    uint64_t violations;
};

/* Prints path, line, kind and what is wrong with a node. */
void spans_violation(struct spans *spans, const struct node *node, const char *what);

/* Every node on its own markers, children inside parents, no byte unaccounted for. */
void spans_check_nodes(struct spans *spans);

/* A node inside its parent and before the next one, and no byte of it unaccounted for;
 * what is not so is a violation. */
void spans_check_place(struct spans *spans, const struct node *node);

/* What is wrong with the spans inside a node: content, closing run, info string,
 * destination, title, label; NULL when nothing is. */
const char *spans_check_content(const struct spans *spans, const struct node *node);

/*
 * A text node's source with NUL bytes as U+FFFD and with its backslash escapes and
 * character references undone: what the literal must be.
 */
struct str spans_unescaped(struct arena *arena, struct str source);

#endif
