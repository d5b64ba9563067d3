/* markdownlint.h - the rules that markdownlint has, or had, whether stet has them or not
 */
#ifndef LINT_RULE_MARKDOWNLINT_H
#define LINT_RULE_MARKDOWNLINT_H

#include <stdbool.h>

#include "lint/base/str.h"

/* Is that the code or the name of a rule of markdownlint's, without regard to case? */
bool markdownlint_has_rule(struct str name);

#endif
