/* sections.c - the headings of a document and what belongs to them */

#include "lint/lsp/sections.h"

enum { LEVELS = 6 };

static bool is_heading(const struct node *node)
{
    return node->kind == NODE_HEADING && !(node->flags & NODE_IN_HTML);
}

static uint32_t count_headings(const struct document *document)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < document->node_count; i++)
        count += is_heading(&document->nodes[i]);
    return count;
}

/* From the last heading to the first: for each level, `before` is the line before the
 * nearest heading below that ends a section of it. */
static void find_ends(const struct document *document, struct section *sections,
                      uint32_t count)
{
    uint32_t before[LEVELS + 1];

    for (int level = 0; level <= LEVELS; level++)
        before[level] = document->source->line_count - 1;
    for (uint32_t i = count; i-- > 0;) {
        const struct node *heading = sections[i].heading;
        uint32_t line = source_line(document->source, heading->span.start);

        sections[i].last_line = before[heading->level];
        for (int level = heading->level; level <= LEVELS; level++)
            before[level] = line ? line - 1 : 0;
    }
}

const struct section *sections_of(const struct document *document, struct arena *arena,
                                  uint32_t *count)
{
    uint32_t total = count_headings(document);
    struct section *sections = arena_array(arena, (size_t)total + 1, sizeof(*sections));

    *count = 0;
    for (uint32_t i = 0; i < document->node_count; i++)
        if (is_heading(&document->nodes[i]))
            sections[(*count)++].heading = &document->nodes[i];
    find_ends(document, sections, total);
    return sections;
}
