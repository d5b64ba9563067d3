/* mentions.c - what has a name in an article, and where that name stands */

#include "lint/lsp/mentions.h"

#include <stdlib.h>

#include "lint/markdown/html.h"

struct finder {
    struct mentions *mentions;
    const struct document *document;
    struct arena *arena;
};

static void add(struct finder *finder, struct mention mention)
{
    struct mentions *mentions = finder->mentions;

    mentions->items = arena_make_room(finder->arena, mentions->items, mentions->count,
                                      &mentions->capacity, sizeof(*mentions->items));
    mentions->items[mentions->count++] = mention;
}

/* Without an id in braces at the end, which is no part of the text. */
static struct span heading_name(const struct finder *finder, const struct node *heading)
{
    struct span span = heading->content;
    struct str text = source_text(finder->document->source, span);
    size_t at = text.len;

    if (!str_ends(text, STR("}")))
        return span;
    while (at > 0 && text.data[at - 1] != '{')
        at--;
    if (at < 2 || text.data[at] != '#' || text.data[at - 2] != ' ')
        return span;
    at--;
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    return span_make(span.start, span.start + (uint32_t)at);
}

static const struct node *labelled(const struct finder *finder,
                                   const struct label_map *map, struct span label)
{
    uint32_t index = labels_find(map, source_text(finder->document->source, label));

    return index ? &finder->document->nodes[index] : NULL;
}

/* A destination that leads to a place in this article. */
static void add_fragment(struct finder *finder, const struct node *node, struct span span)
{
    struct str text = source_text(finder->document->source, span);
    struct anchors *anchors = &finder->mentions->anchors;
    const struct link_anchor *anchor;
    struct str fragment;

    if (text.len < 2 || text.data[0] != '#')
        return;
    fragment = anchor_fragment(finder->arena, text);
    anchor = anchors_get(anchors, fragment);
    if (!anchor)
        anchor = anchors_get_any_case(anchors, finder->arena, fragment);
    if (!anchor || !anchor->node)
        return;
    add(finder,
        (struct mention){.kind = anchor->node->kind == NODE_HEADING ? MENTION_HEADING
                                                                    : MENTION_TAG,
                         .span = span_make(span.start + 1, span.end),
                         .node = node,
                         .target = anchor->node});
}

/* `<a href="#…">`. Where a tag goes over several lines with markers before them, its text
 * is not that of the source: none is found there. */
static void add_href(struct finder *finder, const struct node *html)
{
    const struct source *source = finder->document->source;
    struct html_tag tag = html_tag_read(node_literal(html));
    struct str value;
    uint32_t start;
    bool found;

    if (tag.kind != HTML_OPEN_TAG || !str_equal_ignore_case(tag.name, STR("a")) ||
        node_literal(html).data != source->data + html->span.start)
        return;
    value = html_attribute(node_literal(html), STR("href"), &found);
    if (!value.len)
        return;
    start = (uint32_t)(value.data - source->data);
    add_fragment(finder, html, span_make(start, start + (uint32_t)value.len));
}

static void add_label(struct finder *finder, const struct node *node,
                      enum mention_kind kind, struct span label)
{
    const struct mentions *mentions = finder->mentions;
    bool note = kind == MENTION_FOOTNOTE;
    const struct node *target =
        labelled(finder, note ? &mentions->footnotes : &mentions->labels, label);

    if (target)
        add(finder, (struct mention){.kind = kind,
                                     .defines = node == target,
                                     .span = label,
                                     .node = node,
                                     .target = target});
}

static void add_node(struct finder *finder, const struct node *node)
{
    switch (node->kind) {
    case NODE_HEADING:
        add(finder, (struct mention){MENTION_HEADING, true, heading_name(finder, node),
                                     node, node});
        break;
    case NODE_DEFINITION:
        add_label(finder, node, MENTION_LABEL, node->link->label);
        add_fragment(finder, node, node->link->destination);
        break;
    case NODE_LINK:
    case NODE_IMAGE:
        if (node->form != LINK_INLINE)
            add_label(finder, node, MENTION_LABEL, node->link->label);
        else
            add_fragment(finder, node, node->link->destination);
        break;
    case NODE_FOOTNOTE_DEFINITION:
    case NODE_FOOTNOTE_REFERENCE:
        add_label(finder, node, MENTION_FOOTNOTE, node->footnote->label);
        break;
    default:
        break;
    }
}

/* Each tag once, whatever number of anchors it makes. */
static void add_tags(struct finder *finder)
{
    const struct anchors *anchors = &finder->mentions->anchors;
    const struct node *last = NULL;

    for (uint32_t i = 0; i < anchors->count; i++) {
        const struct node *node = anchors->items[i].node;

        if (!node || node->kind == NODE_HEADING || node == last)
            continue;
        add(finder, (struct mention){MENTION_TAG, true, node->span, node, node});
        last = node;
    }
}

static void find_labels(struct finder *finder)
{
    const struct document *document = finder->document;

    for (uint32_t i = 1; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        if (node->flags & NODE_IN_HTML)
            continue;
        if (node->kind == NODE_DEFINITION)
            labels_add(&finder->mentions->labels, finder->arena,
                       source_text(document->source, node->link->label), i);
        if (node->kind == NODE_FOOTNOTE_DEFINITION)
            labels_add(&finder->mentions->footnotes, finder->arena,
                       source_text(document->source, node->footnote->label), i);
    }
}

static int compare(const void *a, const void *b)
{
    const struct mention *first = a;
    const struct mention *second = b;

    if (first->span.start != second->span.start)
        return first->span.start < second->span.start ? -1 : 1;
    /* The outer one first; of equal ones, the outer node. */
    if (first->span.end != second->span.end)
        return first->span.end > second->span.end ? -1 : 1;
    return first->node < second->node ? -1 : first->node > second->node;
}

void mentions_find(struct mentions *mentions, const struct document *document,
                   struct arena *arena)
{
    struct finder finder = {mentions, document, arena};

    *mentions = (struct mentions){.items = NULL};
    anchors_find(&mentions->anchors, document, arena);
    find_labels(&finder);
    for (uint32_t i = 1; i < document->node_count; i++)
        if (document->nodes[i].kind == NODE_HTML)
            add_href(&finder, &document->nodes[i]);
        else if (!(document->nodes[i].flags & NODE_IN_HTML))
            add_node(&finder, &document->nodes[i]);
    add_tags(&finder);
    if (mentions->count)
        qsort(mentions->items, mentions->count, sizeof(*mentions->items), compare);
}

static bool touches(struct span span, uint32_t offset)
{
    return span.start <= offset && offset <= span.end;
}

const struct mention *mention_named(const struct mentions *mentions, uint32_t offset)
{
    const struct mention *found = NULL;

    for (uint32_t i = 0; i < mentions->count; i++)
        if (touches(mentions->items[i].span, offset))
            found = &mentions->items[i];
    return found;
}

const struct mention *mention_under(const struct mentions *mentions, uint32_t offset)
{
    const struct mention *named = mention_named(mentions, offset);
    const struct mention *found = NULL;

    if (named && named->node->kind != NODE_HEADING)
        return named;
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];

        if (!mention->defines && touches(mention->node->span, offset) &&
            (!found || mention->node > found->node))
            found = mention;
    }
    return found ? found : named;
}

const struct mention *mention_definition(const struct mentions *mentions,
                                         const struct mention *mention)
{
    for (uint32_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].defines && mentions->items[i].target == mention->target)
            return &mentions->items[i];
    return mention;
}
