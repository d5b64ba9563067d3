/* pieces.c - the text of an article in the pieces that words are looked for in */

#include "lint/document/pieces.h"

#include "lint/base/ascii.h"
#include "lint/base/entity.h"
#include "lint/document/indent.h"
#include "lint/markdown/bare_url.h"
#include "lint/markdown/block_columns.h"

struct pieces {
    const struct document *document;
    struct arena *arena;
    struct span *items;
    uint32_t count;
    uint32_t capacity;
};

static void add(struct pieces *pieces, uint32_t start, uint32_t end)
{
    if (start >= end)
        return;
    pieces->items = arena_make_room(pieces->arena, pieces->items, pieces->count,
                                    &pieces->capacity, sizeof(*pieces->items));
    pieces->items[pieces->count++] = span_make(start, end);
}

/* After the blanks that make a line code. */
static uint32_t indented_code_start(const struct source *source, uint32_t start)
{
    uint32_t end = start;

    while (end < start + CODE_INDENT && source->data[end] == ' ')
        end++;
    return end < start + CODE_INDENT && source->data[end] == '\t' ? end + 1 : end;
}

/* Each line of the span; later ones without what their containers need. */
static void add_lines(struct pieces *pieces, const struct node *node, struct span span)
{
    const struct source *source = pieces->document->source;
    bool is_indented = node->kind == NODE_CODE_BLOCK && !(node->flags & NODE_FENCED);
    uint32_t line = source_line(source, span.start);

    for (; line < source->line_count && source->lines[line].start < span.end; line++) {
        uint32_t start = span.start;
        uint32_t end = source->lines[line].end;

        if (source->lines[line].start >= span.start)
            start = document_text_start(pieces->document, node, line);
        if (is_indented && source->lines[line].start >= span.start)
            start = indented_code_start(source, start);
        add(pieces, start, end < span.end ? end : span.end);
    }
}

/* Text in brackets after the name of a directive. */
static void add_directive(struct pieces *pieces, const struct node *directive)
{
    const struct source *source = pieces->document->source;
    uint32_t start = directive->directive->name.end;
    uint32_t end = source->lines[source_line(source, start)].end;

    if (source->data[start] != '[')
        return;
    while (end > start && source->data[end - 1] != ']')
        end--;
    add(pieces, start + 1, end ? end - 1 : 0);
}

/* Is the text part of emphasis or a link, where micromark joins what a [ that opens
 * nothing has parted? */
static bool is_joined(const struct document *document, const struct node *text)
{
    do
        text = node_parent(document, text);
    while (text->kind == NODE_STRIKETHROUGH);
    return text->kind >= NODE_TEXT;
}

/* The length of an escape, a character reference or the name of a directive at `at`, else
 * 0. */
static uint32_t gap_at(struct bare_url_search *search, struct span text, uint32_t at)
{
    char value[ENTITY_TEXT_MAX];
    size_t value_len;
    uint32_t end;

    if (search->data[at] == '\\')
        return is_ascii_punctuation(search->data[at + 1]) ? 2 : 0;
    if (search->data[at] == '&')
        return (uint32_t)entity_read((struct str){search->data + at, text.end - at},
                                     value, &value_len);
    if (search->data[at] != ':')
        return 0;
    end = bare_url_directive(search, text.start, at);
    return end ? end - at : 0;
}

static void add_text(struct pieces *pieces, const struct node *node)
{
    struct bare_url_search search;
    struct span text = node->span;
    bool joined = is_joined(pieces->document, node);
    uint32_t start = text.start;

    bare_url_start(&search, pieces->document->source->data, text, false);
    for (uint32_t at = text.start; at < text.end; at++) {
        uint32_t gap = gap_at(&search, text, at);

        if (search.data[at] == '[' && !joined)
            gap = 1;
        if (!gap)
            continue;
        add(pieces, start, at);
        start = at + gap;
        at = start - 1;
    }
    add(pieces, start, text.end);
}

static void add_node(struct pieces *pieces, const struct node *node, unsigned kinds)
{
    switch (node->kind) {
    case NODE_TEXT:
        if (kinds & PIECE_TEXT)
            add_text(pieces, node);
        break;
    case NODE_CODE:
    case NODE_CODE_BLOCK:
        if (kinds & PIECE_CODE)
            add_lines(pieces, node, node->content);
        break;
    case NODE_HTML:
        if (kinds & PIECE_HTML)
            add_lines(pieces, node, node->span);
        break;
    case NODE_HTML_BLOCK:
        if (kinds & PIECE_HTML && document_is_comment(node))
            add_lines(pieces, node, node->span);
        break;
    case NODE_DIRECTIVE:
        if (kinds & PIECE_TEXT)
            add_directive(pieces, node);
        break;
    case NODE_MATH_BLOCK:
        if (kinds & PIECE_TEXT)
            add(pieces, node->code_block->info.start, node->code_block->info.end);
        break;
    case NODE_FOOTNOTE_REFERENCE:
    case NODE_FOOTNOTE_DEFINITION:
        if (kinds & PIECE_TEXT)
            add(pieces, node->footnote->label.start, node->footnote->label.end);
        break;
    default:
        break;
    }
}

const struct span *document_pieces(const struct document *document, unsigned kinds,
                                   struct arena *arena, uint32_t *count)
{
    struct pieces pieces = {.document = document, .arena = arena};

    for (uint32_t i = 0; i < document->node_count; i++) {
        const struct node *node = &document->nodes[i];

        add_node(&pieces, node, kinds);
        if (document_is_comment(node))
            i = node->next - 1;
    }
    *count = pieces.count;
    return pieces.items;
}

/* The first bare URL of a text, outside of HTML blocks. */
static struct span first_url(struct str text)
{
    struct span url = {0, 0};
    struct document document;
    struct source source;
    struct arena arena;

    arena_init(&arena);
    source_init(&source, &arena, "", arena_str(&arena, text).data, text.len);
    document_parse(&document, &arena, &source);
    for (uint32_t i = 0; i < document.node_count && span_empty(url); i++)
        if (document.nodes[i].kind == NODE_BARE_URL &&
            !(document.nodes[i].flags & NODE_IN_HTML))
            url = document.nodes[i].span;
    arena_release(&arena);
    return url;
}

struct span document_piece_url(const struct document *document, struct span piece)
{
    const struct source *source = document->source;
    struct str text = source_text(source, piece);
    struct span url = {0, 0};
    uint32_t line_end = source->lines[source_line(source, piece.start)].end;
    uint32_t end;

    if (bare_url_possible(text))
        url = first_url(text);
    if (span_empty(url))
        return span_make(piece.end, piece.end);
    end = piece.end + url.end + 1;
    return span_make(piece.start + url.start, end < line_end ? end : line_end);
}
