/* unused-suppression.c - ST006: a comment that suppresses nothing */

#include "lint/rule.h"

const struct rule rule_unused_suppression = {
    .code = "ST006",
    .name = "unused-suppression",
    .tags = "stet",
    .summary = "a comment suppresses nothing",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED,
    .role = ROLE_UNUSED_SUPPRESSION,
};
