/* markdownlint_style.h - the configs that come with markdownlint */
#ifndef LINT_CONFIG_MARKDOWNLINT_STYLE_H
#define LINT_CONFIG_MARKDOWNLINT_STYLE_H

#include "lint/value/value.h"

/* The rules that `markdownlint/style/NAME` stands for in an `extends`: a map in the
 * arena, without spans. NULL when the request is no such name. */
const struct value *markdownlint_style(struct arena *arena, struct str request);

#endif
