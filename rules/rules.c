/* rules.c - the table of all rules, in the order of their codes */

#include "rules/rules.h"

/* One a line, so that changes to this list seldom meet. */
/* clang-format off */
static const struct rule *const rules[] = {
    &no_inline_html,
    &no_bare_urls,
    &no_emphasis_as_heading,
    &fenced_code_language,
    &first_line_heading,
    &no_alt_text,
    &bold_heading,
    NULL,
};
/* clang-format on */

const struct rule_table rules_all = {rules, sizeof(rules) / sizeof(rules[0]) - 1};
