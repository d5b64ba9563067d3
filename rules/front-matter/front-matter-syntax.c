/* front-matter-syntax.c - FM002: front matter can be read */

#include "lint/rule.h"

static void front_matter(struct pass *pass)
{
    const struct value_tree *tree = &pass_document(pass)->front_matter.tree;

    for (uint32_t i = 0; i < tree->problem_count; i++)
        if (tree->problems[i].kind != PROBLEM_DUPLICATE_KEY)
            report_mistake(pass, &tree->problems[i].mistake);
}

const struct rule rule_front_matter_syntax = {
    .code = "FM002",
    .name = "front-matter-syntax",
    .tags = "front-matter",
    .summary = "front matter cannot be read as YAML, TOML or JSON",
    .severity = SEVERITY_ERROR,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
