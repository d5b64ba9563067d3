/* no-multiple-space-closed-atx.c - MD021: one space inside the # of a closed heading */

#include "lint/rule.h"

static void check(struct pass *pass, struct span blanks, const char *where)
{
    struct span rest = span_make(blanks.start + 1, blanks.end);
    struct finding *finding;

    if (span_length(blanks) < 2)
        return;
    finding = report(pass, rest, "%u spaces %s; write one", span_length(blanks), where);
    fix_replace(finding, rest, STR(""));
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct document *document = pass_document(pass);
    struct span lead = document_heading_lead(document, heading);
    struct span tail = document_heading_tail(document, heading);

    if (heading->form != HEADING_ATX_CLOSED)
        return;
    check(pass, lead, "after the first `#`");
    if (tail.start != lead.start)
        check(pass, tail, "before the closing `#`");
}

const struct rule rule_no_multiple_space_closed_atx = {
    .code = "MD021",
    .name = "no-multiple-space-closed-atx",
    .tags = "headings atx_closed spaces",
    .summary =
        "more than one space stands between the # of a closed heading and its text",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
