/* definition.c - the link reference definitions that cmark forgets */

#include <string.h>

#include "lint/markdown/blocks.h"
#include "lint/markdown/content.h"
#include "lint/markdown/link_syntax.h"

/* The lines from `line` up to before `end`, as content of its own. */
static void gather(const struct parse *parse, struct content *content, uint32_t line,
                   uint32_t end)
{
    content_gather(content, parse->lines[end - 1].end - parse->lines[line].start);
    for (uint32_t i = line; i < end; i++) {
        uint32_t next = i + 1 < end ? parse->lines[i + 1].start : parse->lines[i].end;

        content_add(content, parse->source->data,
                    span_make(blocks_text_start(parse, i), next), 0);
    }
}

static void add_definition(struct blocks *blocks, const struct content *content,
                           uint32_t at, const struct definition *definition)
{
    struct node *node = tree_add(&blocks->tree, NODE_DEFINITION,
                                 content_span(content, span_make(at, definition->end)));

    node->link.label = content_span(content, definition->label);
    node->link.destination = content_span(content, definition->destination);
    node->link.title = content_span(content, definition->title);
    tree_stretch(&blocks->tree);
}

/* Most text that starts with [ is a link: a label on its line, but no colon. */
static bool may_define(const struct parse *parse, uint32_t line)
{
    uint32_t from = blocks_text_start(parse, line);
    struct str text = {parse->source->data + from, parse->lines[line].end - from};
    struct span label;
    uint32_t end = link_label(text, 0, &label);

    return end ? end < text.len && text.data[end] == ':'
               : !memchr(text.data + 1, ']', text.len - 1);
}

/*
 * Adds the definitions at the start of the paragraph on this line, but none that reaches
 * the line `end`; returns the line after them.
 */
static uint32_t add_definitions(struct blocks *blocks, uint32_t line, uint32_t end)
{
    const struct parse *parse = blocks->parse;
    struct content content = {.arena = parse->arena};
    struct definition definition;
    struct str text;
    uint32_t first = line;
    uint32_t at = 0;

    if (line >= end || !may_define(parse, line))
        return line;
    gather(parse, &content, line, end);
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

/* The line after the paragraph that starts on this one. */
static uint32_t paragraph_end(const struct parse *parse, uint32_t line)
{
    uint32_t end = line + 1;

    while (end < parse->line_count && parse->text_starts[end] &&
           !(parse->text_starts[end] & TEXT_STARTS_PARAGRAPH))
        end++;
    return end;
}

static uint32_t add_opened(struct blocks *blocks, uint32_t line)
{
    return add_definitions(blocks, line, paragraph_end(blocks->parse, line));
}

void blocks_add_forgotten(struct blocks *blocks, const void *owner, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before &&
           parse->openings[blocks->next_opening].owner == owner)
        add_opened(blocks, parse->openings[blocks->next_opening++].line);
}

void blocks_drop_openings(struct blocks *blocks, uint32_t before)
{
    const struct parse *parse = blocks->parse;

    while (blocks->next_opening < parse->opening_count &&
           parse->openings[blocks->next_opening].line < before)
        blocks->next_opening++;
}

/* Does an opening that is not done stand on that line? Then it is done now. */
static bool take_opening(struct blocks *blocks, uint32_t line)
{
    const struct parse *parse = blocks->parse;

    if (blocks->next_opening >= parse->opening_count ||
        parse->openings[blocks->next_opening].line != line)
        return false;
    blocks->next_opening++;
    return true;
}

uint32_t blocks_skip_definitions(struct blocks *blocks, uint32_t line, uint32_t rest)
{
    if (!take_opening(blocks, line) || rest <= line)
        return line;
    add_definitions(blocks, line, rest);
    return rest;
}

uint32_t blocks_take_definitions(struct blocks *blocks, uint32_t line, uint32_t end)
{
    return take_opening(blocks, line) ? add_definitions(blocks, line, end) : line;
}

uint32_t blocks_skip_early_definitions(struct blocks *blocks, uint32_t line,
                                       const char *text)
{
    const struct parse *parse = blocks->parse;

    /*
     * cmark looks for definitions there no more; it has only if a setext underline
     * came before, which then is what the text starts with.
     */
    if (parse->source->data[blocks_text_start(parse, line)] != '[' || *text == '[' ||
        !take_opening(blocks, line))
        return line;
    return add_opened(blocks, line);
}
