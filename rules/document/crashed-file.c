/* crashed-file.c - ST002: a file whose check crashed */

#include "lint/rule.h"

const struct rule rule_crashed_file = {
    .code = "ST002",
    .name = "crashed-file",
    .tags = "stet",
    .summary = "the check of a file crashed",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_CRASHED,
};
