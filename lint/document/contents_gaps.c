/* contents_gaps.c - the headings that a table of contents lacks, and where they go in */

#include "lint/base/ascii.h"
#include "lint/document/contents.h"
#include "lint/document/heading.h"

enum { LEVELS = 7 };

/* A walk over the headings below the list, in their order. */
struct walk {
    const struct contents *contents;
    struct arena *arena;
    uint32_t at;                 /* the end of the line of the last entry */
    const struct node *alike[7]; /* by level: the last entry in this section, or NULL */
    struct contents_gap *gaps;
    uint32_t count;
    uint32_t capacity;
};

/* The line end, blanks and bullet before an entry of that level; empty when it is not
 * known how one looks, or entries have numbers. */
static struct str lead(const struct walk *walk, int level)
{
    const struct source *source = walk->contents->document->source;
    const struct node *alike = walk->alike[level];
    struct str before;
    uint32_t start;

    if (!alike)
        return (struct str){"", 0};
    start = source->lines[source_line(source, alike->span.start)].start;
    before = source_text(source, span_make(start, alike->span.start));
    if (!str_has_only(before, " \t-*+"))
        return (struct str){"", 0};
    return arena_format(walk->arena, "%.*s%.*s", (int)source->newline.len,
                        source->newline.data, (int)before.len, before.data);
}

static void add_gap(struct walk *walk, const struct link_anchor *anchor)
{
    const struct document *document = walk->contents->document;
    const struct node *heading = anchor->node;
    struct str title = document_heading_title(document, heading, walk->arena);
    bool linked = document_heading_has_link(document, heading);
    struct str text = linked ? STR("…") : title;
    struct str entry = arena_format(walk->arena, "[%.*s](%.*s)", (int)text.len, text.data,
                                    (int)anchor->fragment.len, anchor->fragment.data);
    struct str before = linked ? STR("") : lead(walk, heading->level);

    walk->gaps = arena_make_room(walk->arena, walk->gaps, walk->count, &walk->capacity,
                                 sizeof(*walk->gaps));
    walk->gaps[walk->count++] = (struct contents_gap){
        heading, title, entry, walk->at,
        before.len ? arena_format(walk->arena, "%s%s", before.data, entry.data) : before};
}

static void pass_heading(struct walk *walk, const struct node *heading)
{
    const struct document *document = walk->contents->document;
    const struct contents_entry *entry =
        walk->contents->listed[node_index(document, heading)];

    if (entry) {
        uint32_t line = source_line(document->source, entry->link->span.end);

        walk->at = document->source->lines[line].end;
        walk->alike[heading->level] = entry->link;
    }
    for (int deeper = heading->level + 1; deeper < LEVELS; deeper++)
        walk->alike[deeper] = NULL;
}

const struct contents_gap *contents_gaps(const struct contents *contents, int min_level,
                                         int max_level, struct arena *arena,
                                         uint32_t *count)
{
    const struct document *document = contents->document;
    const struct node *last = document->nodes + contents->list->next - 1;
    struct walk walk = {.contents = contents, .arena = arena};

    max_level = max_level ? max_level : contents->deepest;
    for (uint32_t i = 0; i < contents->anchors.count; i++) {
        const struct link_anchor *anchor = &contents->anchors.items[i];
        const struct node *heading = anchor->node;

        if (!heading || heading->kind != NODE_HEADING || heading <= last)
            continue;
        last = heading;
        if (heading->parent == 0 && heading->level >= min_level &&
            heading->level <= max_level &&
            !contents->listed[node_index(document, heading)])
            add_gap(&walk, anchor);
        pass_heading(&walk, heading);
    }
    *count = walk.count;
    return walk.gaps;
}
