/* front-matter-syntax.c - FM002: front matter can be read */

#include "lint/rule.h"

/* What cannot be read is not compared with a schema: a clean rest would mean nothing. */
static void report_last(struct pass *pass, const struct mistake *mistake)
{
    struct mistake copy = *mistake;
    struct str message =
        arena_format(pass_arena(pass), "%s; the rest is checked once this is mended",
                     message_text(pass_arena(pass), mistake->message));

    copy.message = message;
    report_mistake(pass, &copy);
}

static void front_matter(struct pass *pass)
{
    const struct value_tree *tree = &pass_document(pass)->front_matter.tree;
    bool hides = !tree->root && pass_has_schema(pass);

    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const struct value_problem *problem = &tree->problems[i];

        if (problem->kind == PROBLEM_DUPLICATE_KEY)
            continue;
        if (hides && i + 1 == tree->problem_count)
            report_last(pass, &problem->mistake);
        else
            report_mistake(pass, &problem->mistake);
    }
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
