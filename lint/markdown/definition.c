/* definition.c - link reference definitions (CommonMark 4.7) */

#include <string.h>

#include "lint/markdown/block_parser.h"
#include "lint/markdown/content.h"
#include "lint/markdown/link_syntax.h"

/* The lines from `line` up to before `end`, as content of its own. */
static void gather(const struct blocks *blocks, struct content *content, uint32_t line,
                   uint32_t end)
{
    content_gather(content, blocks->lines[end - 1].end - blocks->lines[line].start);
    for (uint32_t i = line; i < end; i++) {
        uint32_t next = i + 1 < end ? blocks->lines[i + 1].start : blocks->lines[i].end;

        content_add(content, blocks->source->data,
                    span_make(blocks_text_start(blocks, i), next), 0);
    }
}

static void add_definition(struct blocks *blocks, const struct content *content,
                           uint32_t at, const struct definition *definition)
{
    struct node *node = tree_add(&blocks->tree, NODE_DEFINITION,
                                 content_span(content, span_make(at, definition->end)));
    struct node_link *link = arena_alloc(blocks->kept, sizeof(*link));

    link->label = content_span(content, definition->label);
    link->destination = content_span(content, definition->destination);
    link->title = content_span(content, definition->title);
    node->link = link;
    tree_stretch(&blocks->tree);
}

/* Most text that starts with [ is a link: a label on its line, but no colon. */
static bool may_define(const struct blocks *blocks, uint32_t line)
{
    uint32_t from = blocks_text_start(blocks, line);
    struct str text = {blocks->source->data + from, blocks->lines[line].end - from};
    struct span label;
    uint32_t end = link_label(text, 0, &label);

    return end ? end < text.len && text.data[end] == ':'
               : !memchr(text.data + 1, ']', text.len - 1);
}

uint32_t blocks_add_definitions(struct blocks *blocks, uint32_t line, uint32_t end)
{
    struct content content = {.arena = blocks->arena};
    struct definition definition;
    struct str text;
    uint32_t first = line;
    uint32_t at = 0;

    if (line >= end || blocks->source->data[blocks_text_start(blocks, line)] != '[' ||
        !may_define(blocks, line))
        return line;
    gather(blocks, &content, line, end);
    text = (struct str){content.data, content.end};
    while (at < text.len && text.data[at] == '[' &&
           definition_read(text, at, &definition)) {
        add_definition(blocks, &content, at, &definition);
        while (line < end && content.pieces[line - first].at < definition.next)
            line++;
        at = definition.next;
    }
    return line;
}
