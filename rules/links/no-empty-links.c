/* no-empty-links.c - MD042: links that lead nowhere */

#include "lint/rule.h"

static void node(struct pass *pass, const struct node *link)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *target =
        link->link->definition ? &document->nodes[link->link->definition] : link;
    struct str destination = source_text(source, target->link->destination);
    struct finding *finding;

    if (destination.len && !str_equal(destination, STR("#")))
        return;
    finding = report(pass, document_first_line(source, link),
                     destination.len ? "link to `#`, expected what it leads to"
                                     : "link without a target, expected one");
    if (target != link)
        finding_relate(finding, target->span, "its definition");
}

const struct rule rule_no_empty_links = {
    .code = "MD042",
    .name = "no-empty-links",
    .tags = "links",
    .summary = "a link leads nowhere",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_LINK),
    .node = node,
};
