/* shown_nodes.h - the nodes of a text, each with its place, as text */
#ifndef LINT_TOOL_MARKDOWN_SHOWN_NODES_H
#define LINT_TOOL_MARKDOWN_SHOWN_NODES_H

#include <stddef.h>

/*
 * A text, and its nodes in their order, a line for each but the document:
 * `kind@start-end` and the source there, `+` before them when the node is in HTML, and `
 * = ` with the literal after them when that may be another text.
 */
struct shown_nodes {
    const char *text;
    const char *nodes;
};

/* The test fails where the nodes of a text are others, or where it has not the same ones,
 * but for texts and soft breaks, when it is read without these. */
void shown_nodes_check_all(const struct shown_nodes *cases, size_t count);

#endif
