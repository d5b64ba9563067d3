/* unreadable-file.c - ST001: a file that could not be read */

#include "lint/rule.h"

const struct rule rule_unreadable_file = {
    .code = "ST001",
    .name = "unreadable-file",
    .tags = "stet",
    .summary = "a file could not be read",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_UNREADABLE,
};
