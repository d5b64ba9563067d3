/* memory-limit.c - ST004: a file whose check needed too much memory */

#include "lint/rule.h"

const struct rule rule_memory_limit = {
    .code = "ST004",
    .name = "memory-limit",
    .tags = "stet",
    .summary = "the check of a file needed more memory than allowed",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_MEMORY,
};
