/* case_fold.h - Unicode case folding */
#ifndef LINT_BASE_CASE_FOLD_H
#define LINT_BASE_CASE_FOLD_H

#include <stdint.h>

enum { CASE_FOLD_MAX = 3 }; /* the most code points that one becomes */

/*
 * Writes the full case folding of a code point (Unicode's CaseFolding.txt, statuses C and
 * F) to folded and returns its length in code points, 1 to CASE_FOLD_MAX. Most fold to
 * themselves.
 */
int case_fold(uint32_t code_point, uint32_t folded[CASE_FOLD_MAX]);

#endif
