/* front-matter-schema.c - FM004: front matter is valid by its schema */

#include "lint/rule.h"

static void front_matter(struct pass *pass)
{
    uint32_t count;
    const struct mistake *violations = pass_violations(pass, &count);

    for (uint32_t i = 0; i < count; i++)
        report_mistake(pass, &violations[i]);
}

const struct rule rule_front_matter_schema = {
    .code = "FM004",
    .name = "front-matter-schema",
    .tags = "front-matter",
    .summary = "front matter does not fit its schema",
    .severity = SEVERITY_ERROR,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
