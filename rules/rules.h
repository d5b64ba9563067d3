/* rules.h - every rule by name; only rules.c, main.c and tests include this */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "lint/rule/table.h"

/* One line per rule, in the order of their codes. */
extern const struct rule rule_missing_front_matter;
extern const struct rule rule_front_matter_syntax;
extern const struct rule rule_duplicate_key;
extern const struct rule rule_front_matter_schema;
extern const struct rule rule_front_matter_fence;
extern const struct rule rule_ambiguous_scalar;
extern const struct rule rule_heading_increment;
extern const struct rule rule_heading_style;
extern const struct rule rule_ul_style;
extern const struct rule rule_list_indent;
extern const struct rule rule_ul_indent;
extern const struct rule rule_no_trailing_spaces;
extern const struct rule rule_no_hard_tabs;
extern const struct rule rule_no_reversed_links;
extern const struct rule rule_no_multiple_blanks;
extern const struct rule rule_line_length;
extern const struct rule rule_commands_show_output;
extern const struct rule rule_no_missing_space_atx;
extern const struct rule rule_no_multiple_space_atx;
extern const struct rule rule_no_missing_space_closed_atx;
extern const struct rule rule_no_multiple_space_closed_atx;
extern const struct rule rule_blanks_around_headings;
extern const struct rule rule_heading_start_left;
extern const struct rule rule_no_duplicate_heading;
extern const struct rule rule_single_title;
extern const struct rule rule_no_trailing_punctuation;
extern const struct rule rule_no_multiple_space_blockquote;
extern const struct rule rule_no_blanks_blockquote;
extern const struct rule rule_ol_prefix;
extern const struct rule rule_list_marker_space;
extern const struct rule rule_blanks_around_fences;
extern const struct rule rule_blanks_around_lists;
extern const struct rule rule_no_inline_html;
extern const struct rule rule_no_bare_urls;
extern const struct rule rule_hr_style;
extern const struct rule rule_no_emphasis_as_heading;
extern const struct rule rule_no_space_in_emphasis;
extern const struct rule rule_no_space_in_code;
extern const struct rule rule_no_space_in_links;
extern const struct rule rule_fenced_code_language;
extern const struct rule rule_first_line_heading;
extern const struct rule rule_no_empty_links;
extern const struct rule rule_required_headings;
extern const struct rule rule_proper_names;
extern const struct rule rule_no_alt_text;
extern const struct rule rule_code_block_style;
extern const struct rule rule_single_trailing_newline;
extern const struct rule rule_code_fence_style;
extern const struct rule rule_emphasis_style;
extern const struct rule rule_strong_style;
extern const struct rule rule_link_fragments;
extern const struct rule rule_reference_links_images;
extern const struct rule rule_link_image_reference_definitions;
extern const struct rule rule_link_image_style;
extern const struct rule rule_table_pipe_style;
extern const struct rule rule_table_column_count;
extern const struct rule rule_blanks_around_tables;
extern const struct rule rule_descriptive_link_text;
extern const struct rule rule_table_column_style;
extern const struct rule rule_unreadable_file;
extern const struct rule rule_crashed_file;
extern const struct rule rule_timed_out_file;
extern const struct rule rule_memory_limit;
extern const struct rule rule_too_many_findings;
extern const struct rule rule_unused_suppression;
extern const struct rule rule_withheld_fix;
extern const struct rule rule_unwritten_file;
extern const struct rule rule_bold_heading;
extern const struct rule rule_invalid_characters;
extern const struct rule rule_merge_conflict_markers;
extern const struct rule rule_mojibake;
extern const struct rule rule_invisible_characters;
extern const struct rule rule_empty_section;
extern const struct rule rule_heading_numbering;
extern const struct rule rule_required_outline;
extern const struct rule rule_article_length;
extern const struct rule rule_section_length;
extern const struct rule rule_paragraph_length;
extern const struct rule rule_link_text_url;
extern const struct rule rule_introduction_before_heading;
extern const struct rule rule_question_heading;
extern const struct rule rule_forbidden_terms;
extern const struct rule rule_list_continuation_indent;
extern const struct rule rule_orphaned_table_rows;
extern const struct rule rule_unmatched_footnote;
extern const struct rule rule_footnote_order;
extern const struct rule rule_empty_footnote;
extern const struct rule rule_heading_capitalization;
extern const struct rule rule_space_around_target;
extern const struct rule rule_multiple_spaces;
extern const struct rule rule_repeated_marker;
extern const struct rule rule_blank_after_front_matter;
extern const struct rule rule_blanks_around_breaks;
extern const struct rule rule_unclosed_comment;
extern const struct rule rule_break_before_heading;
extern const struct rule rule_markdown_in_html;
extern const struct rule rule_formatting_in_heading;

extern const struct rule_table rules_all;

#endif
