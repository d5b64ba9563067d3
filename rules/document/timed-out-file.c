/* timed-out-file.c - ST003: a file whose check took too long */

#include "lint/rule.h"

const struct rule rule_timed_out_file = {
    .code = "ST003",
    .name = "timed-out-file",
    .tags = "stet",
    .summary = "the check of a file took longer than allowed",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .role = ROLE_TIMED_OUT,
};
