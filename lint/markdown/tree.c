/* tree.c - the array of nodes while it grows */

#include "lint/markdown/tree.h"

#include <string.h>

_Static_assert(sizeof(struct node) <= 40, "memory and time go by the size of a node");

void tree_init(struct tree *tree, struct arena *arena, struct span span, uint32_t guess)
{
    size_t size = (size_t)guess * sizeof(*tree->nodes);

    *tree = (struct tree){
        .arena = arena, .nodes = arena_raw(arena, size), .count = 1, .capacity = guess};
    tree->nodes[0] = (struct node){.span = span, .content = span, .kind = NODE_DOCUMENT};
}

static struct node *make_room(struct tree *tree)
{
    tree->nodes = arena_make_room(tree->arena, tree->nodes, tree->count, &tree->capacity,
                                  sizeof(*tree->nodes));
    return &tree->nodes[tree->count];
}

struct node *tree_add(struct tree *tree, enum node_kind kind, struct span span)
{
    struct node *node = make_room(tree);

    memset(node, 0, sizeof(*node));
    node->span = span;
    node->content = span;
    node->parent = tree->parent;
    node->next = tree->count + 1;
    node->kind = (uint8_t)kind;
    node->flags = tree->flags;
    /* Last: a load of what has just been stored would have to wait. */
    tree->count++;
    return node;
}

uint32_t tree_open(struct tree *tree, enum node_kind kind, struct span span)
{
    tree_add(tree, kind, span);
    tree->parent = tree->count - 1;
    return tree->parent;
}

void tree_open_copy(struct tree *tree, const struct node *node)
{
    struct node *copy = make_room(tree);

    *copy = *node;
    copy->parent = tree->parent;
    tree->parent = tree->count++;
}

struct node *tree_close(struct tree *tree)
{
    struct node *node = tree_top(tree);
    struct node *parent = &tree->nodes[node->parent];

    node->next = tree->count;
    tree->parent = node->parent;
    if (parent->span.end < node->span.end)
        parent->span.end = node->span.end;
    return node;
}

void tree_stretch(struct tree *tree)
{
    struct node *parent = tree_top(tree);
    const struct node *last = &tree->nodes[tree->count - 1];

    if (parent->span.end < last->span.end)
        parent->span.end = last->span.end;
}

void node_set_literal(struct node *node, struct arena *arena, struct str literal)
{
    struct str *resized;

    if (literal.len == span_length(node->content)) {
        node->literal.bytes = literal.data;
        return;
    }
    resized = arena_raw(arena, sizeof(*resized));
    *resized = literal;
    node->literal.resized = resized;
    node->flags |= NODE_RESIZED;
}

void tree_add_loose(struct tree *tree, struct loose_reference loose)
{
    tree->loose = arena_make_room(tree->arena, tree->loose, tree->loose_count,
                                  &tree->loose_capacity, sizeof(*tree->loose));
    tree->loose[tree->loose_count++] = loose;
}
