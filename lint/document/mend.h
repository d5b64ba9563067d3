/* mend.h - reads front matter with its safe fixes, when it cannot be read without */
#ifndef LINT_DOCUMENT_MEND_H
#define LINT_DOCUMENT_MEND_H

#include "lint/base/arena.h"
#include "lint/value/value.h"

/* Reads a text into a tree, as yaml_read(). */
typedef void mend_read_fn(struct arena *arena, struct value_input input,
                          struct value_tree *tree);

/*
 * For a tree without a root, read from input: applies the safe fixes of its problems to a
 * copy and reads that, again and again, until there is a root or nothing to apply. With a
 * root the tree gets it and the problems of all rounds, with places in the original text;
 * otherwise it stays as it is. Texts of more than 64 KiB are left alone.
 */
void mend_and_read(struct arena *arena, struct value_input input, mend_read_fn *read,
                   struct value_tree *tree);

#endif
