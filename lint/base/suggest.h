/* suggest.h - the word that was probably meant */
#ifndef LINT_BASE_SUGGEST_H
#define LINT_BASE_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/str.h"

/* Longer words (in code points) get no suggestion: names are short, and the search takes
 * the square of this for each choice. */
enum { SUGGEST_MAX_LENGTH = 64 };

/* The fewest code points of a word that may be taken for the start of a longer one. */
enum { SUGGEST_MIN_START = 3 };

/*
 * The choice nearest to word, or an empty string when none is near. Near are choices with
 * at most a third of the word's code points, but at least one, changed, added, left out
 * or swapped with their neighbour; for a word of one code point, only the same one. When
 * none is near, the only choice that starts with the word. The case of ASCII letters does
 * not count. Of equally near choices the first is taken.
 */
struct str suggest_nearest(struct str word, const struct str *choices, size_t count);

/* Do the words differ by one letter changed, added, left out or swapped with its
 * neighbour? Case counts as in suggest_nearest(). */
bool suggest_is_slip(struct str word, struct str meant);

#endif
