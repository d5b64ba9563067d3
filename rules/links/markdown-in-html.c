/* markdown-in-html.c - ST137: Markdown inside an HTML block is shown as it is typed */

#include "lint/rule.h"

struct state {
    const struct node *block; /* the last HTML block */
    struct verbatim_search search;
};

static void check(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    struct finding *finding;
    struct span place;

    if (node->kind == NODE_HTML_BLOCK)
        state->block = node;
    if (node->kind == NODE_HTML_BLOCK || !(node->flags & NODE_IN_HTML) || !state->block)
        return;
    place = document_first_line(source, node);
    if (document_is_verbatim(pass_document(pass), place, &state->search))
        return;
    finding = report(pass, place,
                     "inside HTML this %s is shown as it is typed; write a blank line "
                     "above it, or `%s`",
                     node->kind == NODE_LINK ? "link" : "image",
                     node->kind == NODE_LINK ? "<a href=\"…\">" : "<img src=\"…\">");
    finding_relate(finding, document_first_line(source, state->block),
                   "the HTML begins here");
}

const struct rule rule_markdown_in_html = {
    .code = "ST137",
    .name = "markdown-in-html",
    .aliases = "MD091 no-markdown-in-html",
    .tags = "html links images",
    .summary = "a Markdown link or image inside HTML is shown as it is typed",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HTML_BLOCK) | NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE),
    .html_content = true,
    .node = check,
};
