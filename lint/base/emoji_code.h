/* emoji_code.h - GitHub's codes for emoji, such as :tada: */
#ifndef LINT_BASE_EMOJI_CODE_H
#define LINT_BASE_EMOJI_CODE_H

#include <stdbool.h>

#include "lint/base/str.h"

/* Does the text end in something that has the form of a code? The list of codes grows, so
 * their names are not known here but for those of no common form. */
bool ends_in_emoji_code(struct str text);

#endif
