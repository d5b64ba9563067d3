/* case_fold.h - letters without their case */
#ifndef LINT_BASE_CASE_FOLD_H
#define LINT_BASE_CASE_FOLD_H

#include <stdint.h>

enum { CASE_FOLD_MAX = 3 }; /* code points that one becomes at most */

/*
 * Writes what the code point becomes by Unicode's full case folding (CaseFolding.txt,
 * statuses C and F) and returns how many code points that are. Most become themselves.
 */
int case_fold(uint32_t code_point, uint32_t folded[CASE_FOLD_MAX]);

#endif
