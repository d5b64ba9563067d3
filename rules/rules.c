/* rules.c - the table of all rules, in the order of their codes */

#include "rules/rules.h"

/* One per line, so that changes to this list rarely conflict. */
/* clang-format off */
static const struct rule *const rules[] = {
    &rule_missing_front_matter,
    &rule_front_matter_syntax,
    &rule_duplicate_key,
    &rule_front_matter_schema,
    &rule_front_matter_fence,
    &rule_ambiguous_scalar,
    &rule_heading_increment,
    &rule_heading_style,
    &rule_ul_style,
    &rule_no_trailing_spaces,
    &rule_no_hard_tabs,
    &rule_no_reversed_links,
    &rule_no_multiple_blanks,
    &rule_line_length,
    &rule_commands_show_output,
    &rule_no_missing_space_atx,
    &rule_blanks_around_headings,
    &rule_no_duplicate_heading,
    &rule_single_title,
    &rule_no_blanks_blockquote,
    &rule_blanks_around_fences,
    &rule_no_inline_html,
    &rule_no_bare_urls,
    &rule_hr_style,
    &rule_no_emphasis_as_heading,
    &rule_no_space_in_links,
    &rule_fenced_code_language,
    &rule_first_line_heading,
    &rule_no_empty_links,
    &rule_no_alt_text,
    &rule_code_block_style,
    &rule_single_trailing_newline,
    &rule_code_fence_style,
    &rule_table_pipe_style,
    &rule_table_column_count,
    &rule_blanks_around_tables,
    &rule_descriptive_link_text,
    &rule_table_column_style,
    &rule_unreadable_file,
    &rule_crashed_file,
    &rule_timed_out_file,
    &rule_memory_limit,
    &rule_too_many_findings,
    &rule_unused_suppression,
    &rule_withheld_fix,
    &rule_unwritten_file,
    &rule_bold_heading,
    &rule_invalid_characters,
};
/* clang-format on */

const struct rule_table rules_all = {rules, sizeof(rules) / sizeof(rules[0])};
