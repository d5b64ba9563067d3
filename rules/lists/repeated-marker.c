/* repeated-marker.c - ST130: a line has one list marker */

#include "lint/rule.h"

/* The item that begins after the marker of this one; NULL when something else does. */
static const struct node *item_in(const struct document *document,
                                  const struct node *item)
{
    const struct node *list = node_child(document, item);
    const struct node *inner;

    if (!list || list->kind != NODE_LIST)
        return NULL;
    inner = node_child(document, list);
    return source_line(document->source, inner->span.start) ==
                   source_line(document->source, item->span.start)
               ? inner
               : NULL;
}

static void check(struct pass *pass, const struct node *item)
{
    const struct source *source = pass_source(pass);
    const struct node *inner = item_in(pass_document(pass), item);
    struct arena *arena = pass_arena(pass);
    struct span both;

    if (!inner)
        return;
    both = span_make(item->span.start, item_marker(inner).end);
    report(pass, both, "two list markers `%s` on one line; leave `%s`",
           message_text(arena, source_text(source, both)),
           message_text(arena, source_text(source, item_marker(inner))));
}

const struct rule rule_repeated_marker = {
    .code = "ST130",
    .name = "repeated-marker",
    .aliases = "MD069 no-duplicate-list-markers",
    .tags = "lists",
    .summary = "a line begins with two list markers",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .nodes = NODE_BIT(NODE_ITEM),
    .node = check,
};
