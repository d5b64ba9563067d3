/* front-matter-syntax.c - FM002: front matter can be read */

#include "lint/rule.h"

static void report_problem(struct pass *pass, const struct value_problem *problem)
{
    struct finding *finding = report(pass, problem->span, "%.*s",
                                     str_width(problem->message), problem->message.data);

    if (!span_empty(problem->related))
        finding_relate(finding, problem->related, "%.*s",
                       str_width(problem->related_message),
                       problem->related_message.data);
    if (problem->has_fix)
        fix_replace(finding, problem->fix, problem->fix_text);
}

static bool is_key_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '-' || c == '.';
}

/* `title = ...`, which YAML takes for a sentence. */
static bool looks_like_toml(struct str text)
{
    size_t at = 0;

    while (at < text.len && is_key_byte(text.data[at]))
        at++;
    if (at == 0)
        return false;
    while (at < text.len && text.data[at] == ' ')
        at++;
    return at < text.len && text.data[at] == '=';
}

/* A block that can be read, but says nothing of an article. */
static void check_kind(struct pass *pass, const struct value *root)
{
    if (root->kind == VALUE_MAP)
        return;
    if (root->kind == VALUE_STRING && root->style == STYLE_PLAIN &&
        looks_like_toml(root->text))
        report(pass, root->span,
               "this is TOML, not YAML: TOML stands between `+++` lines");
    else
        report(pass, root->span, "expected `key: value` lines, found %s",
               value_kind_name(root));
}

static void front_matter(struct pass *pass)
{
    const struct value_tree *tree = &pass_document(pass)->front_matter.tree;

    if (tree->root)
        check_kind(pass, tree->root);

    for (uint32_t i = 0; i < tree->problem_count; i++)
        if (tree->problems[i].kind != PROBLEM_DUPLICATE_KEY)
            report_problem(pass, &tree->problems[i]);
}

const struct rule rule_front_matter_syntax = {
    .code = "FM002",
    .name = "front-matter-syntax",
    .tags = "front-matter",
    .summary = "front matter cannot be read as YAML, TOML or JSON",
    .severity = SEVERITY_ERROR,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .front_matter = front_matter,
};
