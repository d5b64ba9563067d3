/* empty-footnote.c - ST122: the text of a footnote is not empty */

#include "lint/rule.h"

static void check(struct pass *pass, const struct node *definition)
{
    struct str label = source_text(pass_source(pass), definition->footnote->label);

    if (!node_child(pass_document(pass), definition))
        report(pass, document_first_line(pass_source(pass), definition),
               "footnote `[^%s]` is empty; write its text after the colon",
               message_text(pass_arena(pass), label));
}

const struct rule rule_empty_footnote = {
    .code = "ST122",
    .name = "empty-footnote",
    .aliases = "MD068 empty-footnote-definition",
    .tags = "footnotes",
    .summary = "a footnote has no text after its colon",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_FOOTNOTE_DEFINITION),
    .node = check,
};
