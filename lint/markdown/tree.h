/* tree.h - the array of nodes while it grows */
#ifndef LINT_MARKDOWN_TREE_H
#define LINT_MARKDOWN_TREE_H

#include "lint/base/arena.h"
#include "lint/markdown/node.h"

/*
 * Nodes are added in document order. An open node is the parent of what is added
 * until it is closed. Indices stay valid, pointers only until the next addition.
 */
struct tree {
    struct arena *arena;
    struct node *nodes;
    uint32_t count;
    uint32_t capacity;
    uint32_t parent;               /* the innermost open node */
    uint16_t flags;                /* that every new node gets */
    struct loose_reference *loose; /* in the order of their ends; none in HTML blocks */
    uint32_t loose_count;
    uint32_t loose_capacity;
};

/* Starts with the document's own node; guess is how many nodes are expected. */
void tree_init(struct tree *tree, struct arena *arena, struct span span, uint32_t guess);

/* Adds a node without children; its content is its span. The rest is zero. */
struct node *tree_add(struct tree *tree, enum node_kind kind, struct span span);

/* Adds a node that gets children; returns its index. */
uint32_t tree_open(struct tree *tree, enum node_kind kind, struct span span);

/* Adds a copy of a node of another tree, but for its parent; it gets children. */
void tree_open_copy(struct tree *tree, const struct node *node);

/* Closes the innermost open node and stretches its parent to its end. Nodes of tree_add()
 * stretch nothing: tree_stretch() does. */
struct node *tree_close(struct tree *tree);

/* Stretches the innermost open node to the end of the node that was added last. */
void tree_stretch(struct tree *tree);

/* Sets the literal of a node that has its content. It is not copied, but where its length
 * is not the content's, that stands in the arena. */
void node_set_literal(struct node *node, struct arena *arena, struct str literal);

/* Adds a loose reference; those of one content are added in the order of their ends. */
void tree_add_loose(struct tree *tree, struct loose_reference loose);

static inline struct node *tree_top(struct tree *tree)
{
    return &tree->nodes[tree->parent];
}

#endif
