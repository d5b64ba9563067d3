/* definition.c - the link reference definitions that cmark forgets */

#include <string.h>

#include "lint/markdown/blocks.h"
#include "lint/markdown/link_syntax.h"

/* Where paragraph text starts on a line, as an offset into the file. */
static uint32_t text_offset(const struct blocks *blocks, uint32_t line)
{
    return parse_offset(blocks->parse, line, blocks_text_start(blocks, line));
}

/* The lines of a paragraph that may hold definitions, as content of its own. */
static void gather(struct blocks *blocks, uint32_t line, uint32_t end)
{
    const struct parse *parse = blocks->parse;
    uint32_t size = 0;
    uint32_t at = 0;
    char *text;

    for (uint32_t i = line; i < end; i++)
        size += parse->lines[i].end - text_offset(blocks, i) + 1;
    text = arena_raw(parse->arena, size + 1);
    content_start(&blocks->content, (struct str){text, size});
    for (uint32_t i = line; i < end; i++) {
        uint32_t from = text_offset(blocks, i);
        uint32_t len = parse->lines[i].end - from;

        content_add(&blocks->content, at, from, parse->lines[i].end);
        memcpy(text + at, parse->source->data + from, len);
        at += len;
        text[at++] = '\n';
    }
    text[at] = '\0';
}

static void add_definition(struct blocks *blocks, uint32_t at,
                           const struct definition *definition)
{
    struct content *content = &blocks->content;
    struct node *node = tree_add(blocks->tree, NODE_DEFINITION,
                                 content_span(content, at, definition->end));

    node->link.label =
        content_span(content, definition->label.start, definition->label.end);
    node->link.destination =
        content_span(content, definition->destination.start, definition->destination.end);
    node->link.title =
        content_span(content, definition->title.start, definition->title.end);
    tree_stretch(blocks->tree);
}

/* Most text that starts with [ is a link: a label on its line, but no colon. */
static bool may_define(const struct blocks *blocks, uint32_t line)
{
    uint32_t from = text_offset(blocks, line);
    struct str text = {blocks->parse->source->data + from,
                       blocks->parse->lines[line].end - from};
    struct span label;
    uint32_t end = link_label(text, 0, &label);

    return end ? end < text.len && text.data[end] == ':'
               : !memchr(text.data + 1, ']', text.len - 1);
}

/* The line behind the paragraph that starts on this one. */
static uint32_t paragraph_end(const struct blocks *blocks, uint32_t line)
{
    const struct parse *parse = blocks->parse;
    uint32_t end = line + 1;

    while (end < parse->line_count && parse->text_starts[end] &&
           !(parse->text_starts[end] & TEXT_STARTS_PARAGRAPH))
        end++;
    return end;
}

static bool is_indented(const struct blocks *blocks, uint32_t line)
{
    return blocks->parse->text_starts[line] & TEXT_IS_INDENTED;
}

/*
 * Adds the definitions at the start of the paragraph on this line; returns the line
 * behind them.
 */
static uint32_t add_definitions(struct blocks *blocks, uint32_t line)
{
    struct definition definition;
    struct str text;
    uint32_t at = 0;

    if (!may_define(blocks, line))
        return line;
    gather(blocks, line, paragraph_end(blocks, line));
    text = blocks->content.text;
    while (at < text.len && text.data[at] == '[' && !is_indented(blocks, line) &&
           definition_read(text, at, &definition)) {
        add_definition(blocks, at, &definition);
        for (; at < definition.next; at++)
            line += text.data[at] == '\n';
    }
    return line;
}

void blocks_add_forgotten(struct blocks *blocks, const void *owner, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before &&
           parse->openings[blocks->next_opening].owner == owner)
        add_definitions(blocks, parse->openings[blocks->next_opening++].line);
}

void blocks_drop_openings(struct blocks *blocks, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before)
        blocks->next_opening++;
}

uint32_t blocks_skip_definitions(struct blocks *blocks, uint32_t line)
{
    const struct parse *parse = blocks->parse;

    if (blocks->next_opening >= parse->opening_count ||
        parse->openings[blocks->next_opening].line != line)
        return line;
    blocks->next_opening++;
    return add_definitions(blocks, line);
}

uint32_t blocks_skip_early_definitions(struct blocks *blocks, uint32_t line,
                                       const char *text)
{
    const char *start = blocks->parse->source->data + text_offset(blocks, line);

    /*
     * cmark looks for definitions there no more; it has only if a setext underline
     * came before, which then is what the text starts with.
     */
    if (*start != '[' || *text == '[')
        return line;
    return blocks_skip_definitions(blocks, line);
}
