/* white_space.h - white space as JavaScript trims it */
#ifndef LINT_BASE_WHITE_SPACE_H
#define LINT_BASE_WHITE_SPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/str.h"

/*
 * What is white space says code_point_is_space(): more than ASCII, unlike str_trim().
 * markdownlint trims so, and where it does, so do the rules that agree with it.
 */

/* Is there nothing else in text? True of none at all. */
bool white_space_only(struct str text);

/* The bytes of it that text ends with. */
size_t white_space_at_end(struct str text);

#endif
