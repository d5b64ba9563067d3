/* withheld-fix.c - ST007: a fix that was not kept, because it did harm */

#include "lint/rule.h"

const struct rule rule_withheld_fix = {
    .code = "ST007",
    .name = "withheld-fix",
    .tags = "stet",
    .summary = "a fix was not kept, because it did harm",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_WITHHELD,
};
