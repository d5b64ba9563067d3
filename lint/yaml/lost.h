/* lost.h - finds text that YAML drops or takes for something else without a word */
#ifndef LINT_YAML_LOST_H
#define LINT_YAML_LOST_H

#include "lint/value/value.h"

/*
 * Adds to the problems of a tree what yaml_read() has read from the same input, but the
 * writer cannot have meant: tags and anchors that eat a word, comments that do, items
 * that continue the line above, spaces and quotes that are none to YAML, and what only
 * libyaml accepts. Each is a PROBLEM_LOST, or PROBLEM_SYNTAX where other readers stop.
 * When the text could not be read for such a space, that replaces what was said instead.
 */
void yaml_find_lost(struct arena *arena, struct value_input input,
                    struct value_tree *tree);

#endif
