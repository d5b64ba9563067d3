/* promises.h - what is true of every tree of values, whatever it was read from */
#ifndef LINT_TOOL_FUZZ_PROMISES_H
#define LINT_TOOL_FUZZ_PROMISES_H

#include "lint/value/value.h"

/* The limit on values for all targets: small, so that small inputs reach it. */
enum { FUZZ_MAX_NODES = 500 };

/* What is not true of every syntax. */
enum tree_promise {
    TREE_NESTED = 1 << 0,  /* children are inside their parents */
    TREE_ORDERED = 1 << 1, /* and in order, each after the one before */
};

/*
 * A copy of the input for a reader, in the arena: it does not start at offset 0,
 * so that no reader can take offsets into its text for offsets into the file.
 */
struct value_input fuzz_input(struct arena *arena, struct str input);

/* The contract of value.h, for a tree that was read from input. */
void promise_tree(const struct value_tree *tree, struct value_input input,
                  unsigned promises);

/* Written as JSON and read again, the value is the same. */
void promise_round_trip(const struct value *value, struct arena *arena);

#endif
