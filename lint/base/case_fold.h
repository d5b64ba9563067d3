/* case_fold.h - Unicode case folding */
#ifndef LINT_BASE_CASE_FOLD_H
#define LINT_BASE_CASE_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

enum { CASE_FOLD_MAX = 3 }; /* the most code points that one becomes */

/*
 * Writes the full case folding of a code point (Unicode's CaseFolding.txt, statuses C and
 * F) to folded and returns its length in code points, 1 to CASE_FOLD_MAX. Most fold to
 * themselves.
 */
int case_fold(uint32_t code_point, uint32_t folded[CASE_FOLD_MAX]);

/* As case_fold(), but small letters stay as they are: Unicode's lower case, without what
 * depends on the letters beside it. */
int case_lower(uint32_t code_point, uint32_t lower[CASE_FOLD_MAX]);

/*
 * How many bytes at the start of text (UTF-8) are `start` but for the case of letters; 0
 * when they are not, or `start` is empty. Letters of ASCII equal only each other, and one
 * letter is never two, so this is not the whole of Unicode's folding: it is how regular
 * expressions of ECMAScript ignore case.
 */
size_t case_fold_start(struct str text, struct str start);

#endif
