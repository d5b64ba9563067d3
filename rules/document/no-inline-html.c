/* no-inline-html.c - MD033: raw HTML in Markdown */

#include "lint/rule.h"

struct settings {
    struct str_list allowed;
    struct str_list table_allowed;
};

static const struct option options[] = {
    {.name = "allowed_elements",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "elements that may be used; case does not matter",
     .offset = offsetof(struct settings, allowed)},
    {.name = "table_allowed_elements",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "elements that may be used in tables; empty: as allowed_elements",
     .offset = offsetof(struct settings, table_allowed)},
    {.name = NULL},
};

/* The name of an opening tag or, with its `?`, of a processing instruction; else
 * empty. */
static struct str element_name(struct str html)
{
    struct html_tag tag = html_tag_read(html);
    size_t end = 1;

    if (tag.kind == HTML_OPEN_TAG)
        return tag.name;
    if (tag.kind != HTML_INSTRUCTION)
        return (struct str){NULL, 0};
    while (end < html.len && !strchr(" \t\v\f\r\n/>", html.data[end]))
        end++;
    return (struct str){html.data + 1, end - 1};
}

static void check(struct pass *pass, const struct node *node)
{
    const struct settings *settings = pass_settings(pass);
    struct str name = element_name(node_literal(node));
    struct str_list allowed = settings->allowed;

    if (name.len == 0)
        return;
    if (settings->table_allowed.count &&
        node_ancestor(pass_document(pass), node, NODE_TABLE))
        allowed = settings->table_allowed;
    if (str_list_has_ignore_case(allowed, name))
        return;
    report(pass, document_first_line(pass_source(pass), node),
           "HTML element `%s`; write it in Markdown",
           message_text(pass_arena(pass), name));
}

const struct rule rule_no_inline_html = {
    .code = "MD033",
    .name = "no-inline-html",
    .tags = "html",
    .summary = "raw HTML is used where Markdown is expected",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_HTML),
    .html_content = true,
    .node = check,
};
