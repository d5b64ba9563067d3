/* contents.c - a table of contents: links to the headings of its article */

#include "lint/document/contents.h"

#include "lint/document/heading.h"
#include "lint/document/words.h"

enum { ENTRIES_MIN = 2 };

static bool is_toc_comment(const struct document *document, const struct node *block)
{
    struct str text = str_trim(source_text(document->source, block->span));

    /* <!-- and --> */
    if (!document_is_comment(block) || text.len < 7)
        return false;
    text = str_trim((struct str){text.data + 4, text.len - 7});
    return str_equal_ignore_case(text, STR("toc"));
}

bool contents_is_announced(const struct document *document, const struct node *list,
                           struct str_list titles, struct arena *arena)
{
    const struct node *before =
        list->parent == 0 ? node_sibling_before(document, list) : NULL;

    if (!before)
        return false;
    if (before->kind == NODE_HEADING)
        return str_list_has_ignore_case(titles,
                                        document_heading_title(document, before, arena));
    return is_toc_comment(document, before);
}

/* The heading that a link leads to, or NULL. */
static const struct node *target(const struct contents *contents, const struct node *link,
                                 struct arena *arena)
{
    struct str destination =
        source_text(contents->document->source, link->link->destination);
    const struct link_anchor *anchor;

    if (!str_starts(destination, STR("#")))
        return NULL;
    anchor = anchors_get(&contents->anchors, anchor_fragment(arena, destination));
    if (!anchor || !anchor->node || anchor->node->kind != NODE_HEADING)
        return NULL;
    return anchor->node;
}

static uint32_t count_links(const struct document *document, const struct node *list)
{
    uint32_t count = 0;

    for (const struct node *node = list; node < document->nodes + list->next; node++)
        count += node->kind == NODE_LINK;
    return count;
}

static void add(struct contents *contents, const struct node *link,
                const struct node *heading, struct arena *arena)
{
    const struct document *document = contents->document;
    struct contents_entry *entry = &contents->entries[contents->count];

    *entry = (struct contents_entry){
        .link = link,
        .heading = heading,
        .title = document_heading_title(document, heading, arena),
    };
    if (contents->count) {
        const struct contents_entry *last =
            entry[-1].later ? entry[-1].later : &entry[-1];

        entry->later = heading < last->heading ? last : NULL;
    }
    contents->count++;
    contents->listed[node_index(document, heading)] = entry;
    if (heading->level > contents->deepest)
        contents->deepest = heading->level;
}

bool contents_read(struct contents *contents, const struct document *document,
                   const struct node *list, struct arena *arena)
{
    *contents = (struct contents){.document = document, .list = list};
    anchors_find(&contents->anchors, document, arena);
    contents->entries =
        arena_array(arena, count_links(document, list), sizeof(*contents->entries));
    contents->listed =
        arena_array(arena, document->node_count, sizeof(*contents->listed));
    for (const struct node *node = list; node < document->nodes + list->next; node++) {
        const struct node *heading =
            node->kind == NODE_LINK ? target(contents, node, arena) : NULL;

        if (heading)
            add(contents, node, heading, arena);
    }
    return contents->count >= ENTRIES_MIN;
}

bool contents_entry_differs(const struct contents *contents,
                            const struct contents_entry *entry)
{
    struct str found = source_text(contents->document->source, entry->link->content);

    return !text_has_same_words(found, entry->title) &&
           !document_heading_has_link(contents->document, entry->heading);
}
