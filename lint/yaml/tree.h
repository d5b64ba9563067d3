/* tree.h - the tree of values while YAML is read */
#ifndef LINT_YAML_TREE_H
#define LINT_YAML_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/base/str_map.h"
#include "lint/value/builder.h"
#include "lint/value/value.h"

struct yaml_anchor;

/* A collection that is being read. */
struct yaml_frame {
    struct value *value;
    struct yaml_anchor *anchor; /* or NULL */
    uint32_t first;             /* the index of its first entry among the open ones */
    uint32_t expanded;          /* values before it */
    uint32_t height;            /* levels of collections in it */
    uint32_t end;               /* of its last child */
    struct entry entry;         /* map: the key whose value comes next */
    bool has_key;
    bool has_merge; /* a key is `<<` */
};

/* Where the next node belongs. Starts as zeros, but for the builder, which is
 * initialized, and the frames. */
struct yaml_tree {
    struct value_builder builder;
    struct yaml_frame *frames; /* room for VALUE_MAX_DEPTH of them */
    uint32_t depth;
    struct str_map anchors; /* name -> anchor */
    struct value *root;     /* NULL until it is complete */
};

/* A scalar, as a key or a value. */
struct yaml_scalar {
    enum value_style style;
    struct span span;
    struct str text;   /* lives as long as the tree */
    struct str anchor; /* data is NULL when there is none */
    struct str tag;    /* the same; `!` alone is a tag too */
};

/* The start of a list or map. */
struct yaml_start {
    enum value_kind kind;
    bool is_flow;
    struct str anchor; /* data is NULL when there is none */
    struct span place; /* its first byte; empty at the end of the text */
};

/*
 * These add what was read next. They return false, after reporting what is wrong to the
 * builder, when reading must stop. Anchors and tags are copied or done with on return.
 */
bool yaml_tree_scalar(struct yaml_tree *tree, const struct yaml_scalar *scalar);
bool yaml_tree_alias(struct yaml_tree *tree, struct str name, struct span span);
bool yaml_tree_open(struct yaml_tree *tree, const struct yaml_start *start);

/* Ends the innermost collection; end is that of its bracket, if it has one. */
void yaml_tree_close(struct yaml_tree *tree, uint32_t end);

/* The innermost collection that is being read, or NULL. */
struct yaml_frame *yaml_tree_top(const struct yaml_tree *tree);

#endif
