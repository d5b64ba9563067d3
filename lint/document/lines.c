/* lines.c - questions about raw lines, for several rules */

#include "lint/document/lines.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/document/quote_columns.h"
#include "lint/markdown/block_columns.h"
#include "lint/markdown/html_start.h"

enum { BLANKS_MAX = 3 }; /* before a marker */

static bool starts_with(struct str text, size_t at, struct str marker)
{
    return str_starts((struct str){text.data + at, text.len - at}, marker);
}

/* The offset after the first --> from `from` on, or text.len when there is none. */
static size_t comment_end(struct str text, size_t from)
{
    for (; from < text.len; from++)
        if (starts_with(text, from, STR("-->")))
            return from + 3;
    return text.len;
}

/* A --> without its <!-- closes a comment of an earlier line: all before it is comment as
 * well. */
static bool is_quotes_and_comments(struct str text)
{
    bool blank = true;
    size_t at = 0;

    while (at < text.len) {
        size_t step = 1;

        if (starts_with(text, at, STR("<!--"))) {
            step = comment_end(text, at + 2) - at; /* <!--> is a comment */
        } else if (starts_with(text, at, STR("-->"))) {
            blank = true;
            step = 3;
        } else if (blank) {
            struct str rest = {text.data + at, text.len - at};

            blank = text.data[at] == '>' || code_point_is_space(utf8_decode(rest, &step));
            if (!blank && !memchr(rest.data, '>', rest.len))
                break;
        }
        at += step;
    }
    return blank;
}

bool document_line_is_blank(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;

    if (line < document->body_line || line >= source->line_count)
        return true;
    return (source->lines[line].flags & LINE_BLANK) ||
           is_quotes_and_comments(document_line(document, line));
}

static bool is_container(const struct node *node)
{
    return node->kind == NODE_BLOCK_QUOTE || node->kind == NODE_LIST ||
           node->kind == NODE_ITEM || node->kind == NODE_FOOTNOTE_DEFINITION;
}

/* The directive around the block, or NULL; and whether a quote in it is, too. */
static const struct node *directive_around(const struct document *document,
                                           const struct node *block, bool *in_quote)
{
    *in_quote = false;
    if (!(document->kinds & NODE_BIT(NODE_DIRECTIVE)))
        return NULL;
    for (; block->parent && block->kind != NODE_DIRECTIVE;
         block = node_parent(document, block))
        *in_quote |= block->kind == NODE_BLOCK_QUOTE;
    return block->kind == NODE_DIRECTIVE ? block : NULL;
}

/* Does another container start, or a directive end, on the line after the block? A quote
 * in a directive ends before either. */
static bool is_cut_off(const struct document *document, const struct node *block,
                       uint32_t line)
{
    const struct source *source = document->source;
    const struct node *next = &document->nodes[block->next];
    bool in_quote;
    const struct node *directive = directive_around(document, block, &in_quote);

    if (line >= source->line_count)
        return false;
    if (directive && in_quote && block->next >= directive->next)
        return false;
    if (block->next < document->node_count && is_container(next) &&
        source_line(source, next->span.start) == line)
        return true;
    return directive && !span_empty(directive->directive->closing) &&
           source_line(source, directive->directive->closing.start) == line;
}

uint32_t document_fence_end(const struct document *document, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, block->span.end);

    if (!span_empty(block->code_block->closing))
        return line;
    while (line + 1 < source->line_count &&
           document_line_node(document, line + 1) == block)
        line++;
    return line + is_cut_off(document, block, line + 1);
}

/* Does its end condition (CommonMark 4.6) close the HTML block? Not one that a blank line
 * ends. */
static bool is_open_html(const struct source *source, const struct node *block)
{
    struct str first = source_text(source, document_first_line(source, block));
    enum html_block_kind kind = html_block_start(first);
    uint32_t last = source_line_span(source, source_line(source, block->span.end)).start;

    if (kind == HTML_BLOCK_NONE || kind >= HTML_BLOCK_NAMED)
        return false;
    if (last < block->span.start)
        last = block->span.start;
    return !html_block_ends(kind, source_text(source, span_make(last, block->span.end)));
}

uint32_t document_html_end(const struct document *document, const struct node *block)
{
    const struct source *source = document->source;
    uint32_t end = source_line(source, block->span.end);
    uint32_t depth = node_quote_depth(document, block);
    uint32_t line = end;
    uint32_t quotes;

    if (!is_open_html(source, block))
        return end;
    do {
        if (is_cut_off(document, block, ++line))
            return line;
    } while (line < source->line_count &&
             line_is_blank_in_quotes(source, line, &quotes) && quotes == depth);
    return end;
}

bool document_line_is_code_content(const struct document *document, uint32_t line)
{
    const struct node *block = document_line_node(document, line);
    uint32_t start = source_line_span(document->source, line).start;

    if (block->kind != NODE_CODE_BLOCK)
        return false;
    if (!(block->flags & NODE_FENCED))
        return true;
    if (start <= block->span.start)
        return false;
    if (!span_empty(block->code_block->closing))
        return line < source_line(document->source, block->span.end);
    /* Its last line is what an unclosed block ends on, unless it is cut off. */
    return (line + 1 < document->source->line_count &&
            document_line_node(document, line + 1) == block) ||
           is_cut_off(document, block, line + 1);
}

bool document_line_is_raw(const struct document *document, uint32_t line)
{
    enum node_kind kind = document_line_node(document, line)->kind;

    return kind == NODE_CODE_BLOCK || kind == NODE_HTML_BLOCK;
}

/* List markers before and between quote markers: other lines have spaces there. */
static bool is_list_marker(char c)
{
    return is_ascii_digit(c) || memchr("-+*.)", c, 5);
}

static uint32_t blanks_at_start(const struct source *source, uint32_t line)
{
    uint32_t at = line;

    while (is_space_or_tab(source->data[at]))
        at++;
    return quote_column(source, at);
}

/* How many blanks may stand before the first quote marker of the line: more are code, or
 * text that goes on lazily. */
static uint32_t blanks_before_quotes(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;
    const struct node *node = document_line_node(document, line);
    const struct node *quote = NULL;
    uint32_t blanks = BLANKS_MAX;

    for (; node != document->nodes; node = node_parent(document, node))
        quote = node->kind == NODE_BLOCK_QUOTE ? node : quote;
    for (node = quote; node && node != document->nodes;
         node = node_parent(document, node)) {
        uint32_t start = source->lines[source_line(source, node->span.start)].start;

        if (node->kind == NODE_ITEM)
            return blanks + node->item.text - start;
        blanks += node->kind == NODE_FOOTNOTE_DEFINITION ? FOOTNOTE_INDENT : 0;
    }
    return blanks;
}

/* Which quotes around the block, outermost first, are right in another one: only one
 * blank belongs between their markers. */
static bool *nested_quotes(const struct document *document, const struct node *block,
                           uint32_t depth, struct arena *arena)
{
    bool *nested = arena_array(arena, depth + 1, sizeof(*nested));

    for (; block != document->nodes; block = node_parent(document, block))
        if (block->kind == NODE_BLOCK_QUOTE)
            nested[--depth] = node_parent(document, block)->kind == NODE_BLOCK_QUOTE;
    return nested;
}

static uint32_t skip_lead(const struct source *source, uint32_t at)
{
    while (is_space_or_tab(source->data[at]) || is_list_marker(source->data[at]))
        at++;
    return at;
}

struct str document_quote_prefix(const struct document *document, uint32_t line,
                                 uint32_t depth, struct arena *arena)
{
    const struct source *source = document->source;
    const struct node *block = document_line_node(document, line);
    uint32_t quotes = node_quote_depth(document, block);
    struct span span = source_line_span(source, line);
    struct str prefix = {NULL, 0};
    uint32_t at = span.start;
    const bool *nested;
    char *out;

    if (!depth || blanks_at_start(source, at) > blanks_before_quotes(document, line))
        return prefix;
    nested = nested_quotes(document, block, quotes, arena);
    out = arena_raw(arena, (size_t)span_length(span) * BLOCK_TAB_STOP + 1);
    prefix.data = out;
    for (uint32_t i = 0; i < depth; i++) {
        uint32_t marker = skip_lead(source, at);
        uint32_t blanks = quote_column(source, marker) - quote_column(source, at);

        if (marker == span.end || source->data[marker] != '>')
            break;
        if (i < quotes && nested[i] && blanks > 1)
            blanks = 1;
        memset(out + prefix.len, ' ', blanks);
        out[prefix.len + blanks] = '>';
        prefix.len += blanks + 1;
        at = marker + 1;
    }
    return prefix;
}

struct span document_first_line(const struct source *source, const struct node *node)
{
    uint32_t line = source_line(source, node->span.start);
    uint32_t end = source->lines[line].end;

    return span_make(node->span.start, node->span.end < end ? node->span.end : end);
}

struct span document_code_language(const struct source *source, const struct node *fence)
{
    struct span info = fence->code_block->info;
    uint32_t end = info.start;

    while (end < info.end && !is_space_or_tab(source->data[end]))
        end++;
    return span_make(info.start, end);
}

const struct node *document_ends_after(const struct document *document, uint64_t kinds,
                                       uint32_t offset, uint32_t *next)
{
    while ((*next = document_next(document, *next, kinds)) < document->node_count) {
        const struct node *node = &document->nodes[*next];

        if (!(node->flags & NODE_IN_HTML) && node->span.end > offset)
            return node;
        ++*next;
    }
    return NULL;
}

bool document_in_code_span(const struct document *document, struct span place,
                           uint32_t *next)
{
    uint32_t before = place.start ? place.start - 1 : 0;
    const struct node *span =
        document_ends_after(document, NODE_BIT(NODE_CODE), before, next);

    return span && span->span.start < place.end;
}

bool line_is_blank_in_quotes(const struct source *source, uint32_t line, uint32_t *quotes)
{
    struct str text = source_text(source, source_line_span(source, line));

    *quotes = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '>')
            ++*quotes;
        else if (!is_space_or_tab(text.data[i]))
            return false;
    }
    return true;
}

/* `1.`, `20)` */
static bool is_number(struct str text)
{
    size_t digits = 0;

    while (digits < text.len && is_ascii_digit(text.data[digits]))
        digits++;
    return digits && digits < text.len && is_one_of(text.data[digits], ".)");
}

bool text_may_begin_block(struct str text)
{
    static const char *const starts[] = {"#", "```", "~~~", "::", "$$",
                                         "|", "<",   ">",   "[^", NULL};

    for (int i = 0; starts[i]; i++)
        if (str_starts(text, str_from(starts[i])))
            return true;
    if (text.len && is_one_of(text.data[0], "*+-") &&
        (text.len == 1 || is_space_or_tab(text.data[1])))
        return true;
    /* Breaks, underlines, the second row of a table. */
    return text.len && (is_number(text) || str_has_only(text, "* \t") ||
                        str_has_only(text, "_ \t") || str_has_only(text, "=-:| \t"));
}

uint32_t line_first_blank_above(const struct source *source, uint32_t line)
{
    uint32_t quotes;

    while (line && line_is_blank_in_quotes(source, line - 1, &quotes))
        line--;
    return line;
}
