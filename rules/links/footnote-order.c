/* footnote-order.c - ST121: footnotes stand in the order in which they are referred to */

#include "lint/rule.h"

/* Gives each label the next number that has none yet. Footnotes that other footnotes
 * refer to come after all that the article itself does. */
static void number_references(const struct document *document, struct arena *arena,
                              struct label_map *numbers, bool in_footnotes)
{
    const uint64_t kinds =
        NODE_BIT(NODE_FOOTNOTE_REFERENCE) | NODE_BIT(NODE_FOOTNOTE_DEFINITION);
    uint32_t footnote_end = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, kinds)) < document->node_count) {
        const struct node *node = &document->nodes[i];

        if (node->kind == NODE_FOOTNOTE_DEFINITION && node->next > footnote_end)
            footnote_end = node->next;
        if (node->kind == NODE_FOOTNOTE_REFERENCE && !(node->flags & NODE_IN_HTML) &&
            (i < footnote_end) == in_footnotes)
            labels_add(numbers, arena,
                       source_text(document->source, node->footnote->label),
                       (uint32_t)numbers->keys.count + 1);
    }
}

static const char *shown(struct pass *pass, const struct node *definition)
{
    return message_text(pass_arena(pass),
                        source_text(pass_source(pass), definition->footnote->label));
}

static void complain(struct pass *pass, const struct node *before,
                     const struct node *definition)
{
    const struct source *source = pass_source(pass);
    struct finding *finding =
        report(pass, document_first_line(source, definition),
               "footnote `[^%s]` is referred to before `[^%s]`; move it above that",
               shown(pass, definition), shown(pass, before));

    finding_relate(finding, document_first_line(source, before), "`[^%s]` stands here",
                   shown(pass, before));
}

static void finish(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct node *before = NULL;
    struct label_map numbers = {{0}};
    uint32_t number, last = 0;
    uint32_t i = 0;

    number_references(document, pass_arena(pass), &numbers, false);
    number_references(document, pass_arena(pass), &numbers, true);
    while ((i = document_next(document, i + 1, NODE_BIT(NODE_FOOTNOTE_DEFINITION))) <
           document->node_count) {
        const struct node *node = &document->nodes[i];

        if (!node_is_definition(node))
            continue;
        number =
            labels_find(&numbers, source_text(document->source, node->footnote->label));
        if (!number)
            continue;
        if (number < last)
            complain(pass, before, node);
        before = node;
        last = number;
    }
}

const struct rule rule_footnote_order = {
    .code = "ST121",
    .name = "footnote-order",
    .aliases = "MD067 footnote-definition-order",
    .tags = "footnotes",
    .summary = "footnotes stand in another order than they are referred to",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .finish = finish,
};
