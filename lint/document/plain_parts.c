/* plain_parts.c - the parts of a document that plain Markdown may read otherwise */

#include "lint/document/plain_parts.h"

#include "lint/markdown/markdown.h"

/* What plain Markdown does not have. */
static const uint64_t our_kinds =
    NODE_BIT(NODE_DIRECTIVE) | NODE_BIT(NODE_MATH) | NODE_BIT(NODE_MATH_BLOCK);

static const uint64_t definition_kinds =
    NODE_BIT(NODE_DEFINITION) | NODE_BIT(NODE_FOOTNOTE_DEFINITION);

bool plain_may_differ(const struct document *document)
{
    return document->front_matter.miss ||
           document_next(document, 1, our_kinds) < document->node_count;
}

static void add_part(struct parts *parts, uint32_t *capacity, struct part part,
                     struct arena *arena)
{
    parts->items = arena_make_room(arena, parts->items, parts->count, capacity,
                                   sizeof(*parts->items));
    parts->items[parts->count++] = part;
}

/* All of the document in one part, and what was meant as front matter. */
static struct parts one_part(const struct document *document, uint32_t *capacity,
                             struct arena *arena)
{
    struct parts parts = {.source = document->source,
                          .nodes = document->nodes,
                          .kinds = document->node_kinds,
                          .node_count = document->node_count};
    bool meant = document->front_matter.miss;
    uint32_t line = meant ? 0 : document->body_line;

    *capacity = 0;
    add_part(&parts, capacity, (struct part){line, 1, meant}, arena);
    return parts;
}

/* What plain Markdown does not have is in the parts to read again. */
static struct parts find_parts(const struct document *document, struct arena *arena)
{
    uint32_t capacity;
    struct parts parts = one_part(document, &capacity, arena);
    const struct source *source = document->source;
    uint32_t differs = document_next(document, 1, our_kinds);

    for (uint32_t i = 1; i < document->node_count; i = document->nodes[i].next) {
        uint32_t line = source_line(source, document->nodes[i].span.start);

        if (i > 1 && source->lines[line - 1].flags & LINE_BLANK)
            add_part(&parts, &capacity, (struct part){line, i, false}, arena);
        if (differs < document->nodes[i].next) {
            parts.items[parts.count - 1].again = true;
            differs = document_next(document, document->nodes[i].next, our_kinds);
        }
    }
    return parts;
}

/* What is read as front matter is that for every program that matters. */
static void read_plain(struct document *plain, struct parts *parts, struct arena *arena)
{
    struct tree tree;

    *plain =
        (struct document){.source = parts->source, .body_line = parts->items[0].line};
    markdown_read_parts(&tree, arena, parts,
                        (MARKDOWN_ARTICLE & ~(MARKDOWN_MATH | MARKDOWN_DIRECTIVES)) |
                            MARKDOWN_NO_TEXT);
    document_take_nodes(plain, &tree, arena);
}

/* Is there a definition in what is read again? It may be another one there, or none, so
 * that links anywhere differ. */
static bool has_definitions_again(const struct document *document,
                                  const struct parts *parts)
{
    uint32_t part = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, definition_kinds)) <
           document->node_count) {
        uint32_t line = source_line(document->source, document->nodes[i].span.start);

        while (line >= parts_lines(parts, part).end)
            part++;
        if (parts->items[part].again)
            return true;
    }
    return false;
}

/* Is there a definition in what is contested? Then links to it are, too. */
static bool has_contested_definitions(const struct document *document,
                                      struct contested contested)
{
    uint32_t i = 0;

    if (!contested.count)
        return false;
    while ((i = document_next(document, i + 1, definition_kinds)) < document->node_count)
        if (contested_touches(contested, document->nodes[i].span))
            return true;
    return false;
}

struct parts plain_parts_read(const struct document *document, struct contested contested,
                              struct document *plain, struct arena *arena)
{
    struct parts parts;
    uint32_t capacity;

    if (!has_contested_definitions(document, contested)) {
        parts = find_parts(document, arena);
        read_plain(plain, &parts, arena);
        if (!has_definitions_again(document, &parts) &&
            !has_definitions_again(plain, &parts))
            return parts;
        arena_reset(arena);
    }
    parts = one_part(document, &capacity, arena);
    parts.items[0].again = true;
    read_plain(plain, &parts, arena);
    return parts;
}
