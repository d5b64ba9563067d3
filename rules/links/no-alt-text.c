/* no-alt-text.c - MD045: images without alternate text */

#include "lint/rule.h"

static void check_image(struct pass *pass, const struct node *node)
{
    if (span_empty(node->content))
        report(pass, node->span,
               "image without a text; write between `![` and `]` what it shows");
}

/* May it be an `<img>`? Most tags are none. */
static bool may_be_image(struct str html)
{
    return html.len > 1 && is_one_of(html.data[1], "iI");
}

/* `alt=""` marks a decorative image; `alt` alone means nothing. */
static void check_html(struct pass *pass, const struct node *node)
{
    struct str alt, hidden;
    struct html_tag tag;
    bool found;

    if (!may_be_image(node_literal(node)))
        return;
    tag = html_tag_read(node_literal(node));
    if (tag.kind != HTML_OPEN_TAG || !str_equal_ignore_case(tag.name, STR("img")))
        return;
    alt = html_attribute(node_literal(node), STR("alt"), &found);
    hidden = html_attribute(node_literal(node), STR("aria-hidden"), &found);
    if (!alt.data && !str_equal_ignore_case(hidden, STR("true")))
        report(pass, document_first_line(pass_source(pass), node),
               "image without a text; write in `alt=\"...\"` what it shows");
}

static void check(struct pass *pass, const struct node *node)
{
    if (node->kind == NODE_HTML)
        check_html(pass, node);
    else if (!(node->flags & NODE_IN_HTML))
        check_image(pass, node);
}

const struct rule rule_no_alt_text = {
    .code = "MD045",
    .name = "no-alt-text",
    .tags = "accessibility images",
    .summary = "an image has no alternate text",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_IMAGE) | NODE_BIT(NODE_HTML),
    .html_content = true,
    .node = check,
};
