/* rules.h - every rule by name; only rules.c, main.c and tests include this */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "lint/rule_table.h"

/* One line a rule, in the order of their codes. */
extern const struct rule no_inline_html;
extern const struct rule no_bare_urls;
extern const struct rule no_emphasis_as_heading;
extern const struct rule fenced_code_language;
extern const struct rule first_line_heading;
extern const struct rule no_alt_text;
extern const struct rule bold_heading;

extern const struct rule_table rules_all;

#endif
