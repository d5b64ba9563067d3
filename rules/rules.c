/* rules.c - the table of all rules, in the order of their codes */

#include "rules/rules.h"

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

const struct rule_table rules_all = {rules, sizeof(rules) / sizeof(rules[0]) - 1};
