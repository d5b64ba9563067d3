/* contents.c - a table of contents: links to the headings of its article */

#include "lint/document/contents.h"

#include "lint/base/ascii.h"

enum { LEVELS = 7 };

/* The heading that a link leads to, or NULL. */
static const struct node *target(const struct document *document,
                                 const struct anchors *anchors, const struct node *link,
                                 struct arena *arena)
{
    struct str destination = source_text(document->source, link->link.destination);
    const struct link_anchor *anchor;

    if (!str_starts(destination, STR("#")))
        return NULL;
    anchor = anchors_get(anchors, anchor_fragment(arena, destination));
    if (!anchor || !anchor->node || anchor->node->kind != NODE_HEADING)
        return NULL;
    return anchor->node;
}

static void add(struct contents *contents, const struct document *document,
                const struct contents_entry *entry, struct arena *arena)
{
    contents->entries = arena_make_room(arena, contents->entries, contents->count,
                                        &contents->capacity, sizeof(*contents->entries));
    contents->entries[contents->count++] = *entry;
    contents->links[node_index(document, entry->heading)] = entry->link;
    if (entry->heading->level > contents->deepest)
        contents->deepest = entry->heading->level;
}

void contents_read(struct contents *contents, const struct document *document,
                   const struct anchors *anchors, const struct node *list,
                   struct arena *arena)
{
    contents->links =
        arena_array(arena, document->node_count, sizeof(const struct node *));
    for (const struct node *node = list; node < document->nodes + list->next; node++) {
        struct contents_entry entry = {.link = node};

        if (node->kind == NODE_LINK)
            entry.heading = target(document, anchors, node, arena);
        if (entry.heading)
            add(contents, document, &entry, arena);
    }
}

void contents_place_pass(struct contents_place *place, const struct document *document,
                         int level, const struct node *link)
{
    const struct source *source = document->source;

    if (link) {
        place->at = source->lines[source_line(source, link->span.end)].end;
        place->alike[level] = link;
    }
    for (int deeper = level + 1; deeper < LEVELS; deeper++)
        place->alike[deeper] = NULL;
}

struct str contents_place_lead(const struct contents_place *place,
                               const struct document *document, int level,
                               struct arena *arena)
{
    const struct source *source = document->source;
    const struct node *alike = place->alike[level];
    uint32_t start;

    if (!alike)
        return (struct str){"", 0};
    start = source->lines[source_line(source, alike->span.start)].start;
    for (uint32_t at = start; at < alike->span.start; at++)
        if (!is_one_of(source->data[at], " \t-*+"))
            return (struct str){"", 0};
    return arena_format(arena, "%.*s%.*s", (int)source->newline.len, source->newline.data,
                        (int)(alike->span.start - start), source->data + start);
}
