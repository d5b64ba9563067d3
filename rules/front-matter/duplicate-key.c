/* duplicate-key.c - FM003: a key has one value */

#include "lint/rule.h"

static void front_matter(struct pass *pass)
{
    const struct value_tree *tree = &pass_document(pass)->front_matter.tree;

    for (uint32_t i = 0; i < tree->problem_count; i++)
        if (tree->problems[i].kind == PROBLEM_DUPLICATE_KEY)
            report_mistake(pass, &tree->problems[i].mistake);
}

const struct rule rule_duplicate_key = {
    .code = "FM003",
    .name = "duplicate-key",
    .tags = "front-matter",
    .summary = "a key of the front matter is given twice",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
