/* no-multiple-space-atx.c - MD019: one space after the # of a heading */

#include "lint/rule.h"

static void node(struct pass *pass, const struct node *heading)
{
    struct span lead = document_heading_lead(pass_document(pass), heading);
    struct finding *finding;

    if (heading->form != HEADING_ATX || span_length(lead) < 2)
        return;
    finding = report(pass, span_make(lead.start + 1, lead.end),
                     "%u spaces after `%s`; write one", span_length(lead),
                     heading_signs(heading->level));
    fix_replace(finding, span_make(lead.start + 1, lead.end), STR(""));
}

const struct rule rule_no_multiple_space_atx = {
    .code = "MD019",
    .name = "no-multiple-space-atx",
    .tags = "headings atx spaces",
    .summary = "more than one space stands after the # of a heading",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
