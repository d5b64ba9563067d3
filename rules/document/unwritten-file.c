/* unwritten-file.c - ST008: a mended file that could not be written */

#include "lint/rule.h"

const struct rule rule_unwritten_file = {
    .code = "ST008",
    .name = "unwritten-file",
    .tags = "stet",
    .summary = "a mended file could not be written",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_UNWRITTEN,
};
