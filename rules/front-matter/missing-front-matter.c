/* missing-front-matter.c - FM001: every article has front matter */

#include "lint/rule.h"

/* Nothing between the fences is no front matter either, unless a schema says more. */
static void check_empty(struct pass *pass, const struct front_matter *block)
{
    const struct value_tree *tree = &block->tree;
    uint32_t violations;

    if (tree->problem_count || (tree->root && tree->root->kind != VALUE_NULL &&
                                (tree->root->kind != VALUE_MAP || tree->root->count)))
        return;
    pass_violations(pass, &violations);
    if (!violations)
        report(pass, block->open, "front matter is empty");
}

static void front_matter(struct pass *pass)
{
    const struct front_matter *block = &pass_document(pass)->front_matter;
    uint32_t start = pass_source(pass)->text;

    if (!pass_front_matter_required(pass))
        return;
    if (block->syntax != FRONT_MATTER_NONE)
        check_empty(pass, block);
    else if (block->miss)
        report_mistake(pass, block->miss);
    else
        report(pass, span_make(start, start),
               "front matter is missing; the file must begin with it, between two lines "
               "`---`");
}

const struct rule rule_missing_front_matter = {
    .code = "FM001",
    .name = "missing-front-matter",
    .tags = "front-matter",
    .summary = "an article has no front matter where the config requires it",
    .severity = SEVERITY_ERROR,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
