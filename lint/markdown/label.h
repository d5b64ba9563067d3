/* label.h - which definition a reference means */
#ifndef LINT_MARKDOWN_LABEL_H
#define LINT_MARKDOWN_LABEL_H

#include "lint/markdown/tree.h"
#include "lint/source/source.h"

/*
 * Gives every link and image in reference form, from the node `first` on, the first
 * definition (from there on) whose label matches: without regard to case and to how
 * much white space stands where (CommonMark 4.7).
 */
void labels_resolve(struct tree *tree, const struct source *source, uint32_t first);

#endif
