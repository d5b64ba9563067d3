/* front-matter-schema.c - FM004: front matter says what its schema asks for */

#include "lint/rule.h"

static void report_violation(struct pass *pass, const struct violation *violation)
{
    struct span fence = pass_document(pass)->front_matter.open;
    struct span span = violation->at_root ? fence : violation->mistake.span;
    struct finding *finding = report(
        pass, span, "%s", message_cut(pass_arena(pass), violation->mistake.message).data);

    if (violation->mistake.severity != SEVERITY_OFF)
        finding_set_severity(finding, violation->mistake.severity);
    for (const struct related *related = violation->mistake.related; related;
         related = related->next)
        finding_relate(finding, span_empty(related->span) ? fence : related->span, "%s",
                       message_cut(pass_arena(pass), related->message).data);
    for (uint32_t i = 0; i < violation->mistake.edit_count; i++)
        fix_replace(finding, violation->mistake.edits[i].span,
                    violation->mistake.edits[i].text);
    if (!violation->mistake.fix_safe)
        fix_is_unsafe(finding);
}

static void front_matter(struct pass *pass)
{
    uint32_t count;
    const struct violation *violations = pass_violations(pass, &count);

    for (uint32_t i = 0; i < count; i++)
        report_violation(pass, &violations[i]);
}

const struct rule rule_front_matter_schema = {
    .code = "FM004",
    .name = "front-matter-schema",
    .tags = "front-matter",
    .summary = "front matter does not fit its schema",
    .severity = SEVERITY_ERROR,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .front_matter = front_matter,
};
