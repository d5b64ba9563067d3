/* value_dump.h - a tree of values as text, one node on each line */
#ifndef LINT_TOOL_VALUES_VALUE_DUMP_H
#define LINT_TOOL_VALUES_VALUE_DUMP_H

#include "lint/base/buf.h"
#include "lint/value/value.h"

/* Appends the tree and its problems, in the form that testdata/README.md describes. */
void value_tree_dump(struct buf *out, const struct value_tree *tree);

#endif
