/* too-many-findings.c - ST005: a file with more findings than are kept */

#include "lint/rule.h"

const struct rule rule_too_many_findings = {
    .code = "ST005",
    .name = "too-many-findings",
    .tags = "stet",
    .summary = "a file has more findings than are kept",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_TOO_MANY,
};
