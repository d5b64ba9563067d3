/* plain.c - what a parser of plain Markdown, without directives and formulas, sees */

#include "lint/document/plain.h"

#include "lint/base/ascii.h"
#include "lint/document/verbatim.h"

/* May the text of a formula begin a block that goes on after it? */
static bool may_begin_block(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_one_of(text.data[i], "`~<"))
            return true;
    return false;
}

/* Is the block the last one in its directive, with nothing that ends it? */
static bool outlasts_directive(const struct document *document, const struct node *block)
{
    const struct node *directive = node_ancestor(document, block, NODE_DIRECTIVE);

    if (!directive || block->next != directive->next)
        return false;
    return block->kind == NODE_HTML_BLOCK ||
           ((block->flags & NODE_FENCED) && span_empty(block->code_block->closing));
}

/* Where the next such byte is, from `at` on; the length of the text without one. */
static size_t find_byte(struct str text, size_t at, char c)
{
    const char *hit = memchr(text.data + at, c, text.len - at);

    return hit ? (size_t)(hit - text.data) : text.len;
}

/* The end of the tag; the length of the text without one. A > between quotes is none. */
static size_t tag_end(struct str html, size_t at)
{
    char quote = 0;

    for (; at < html.len && (quote || html.data[at] != '>'); at++)
        if (quote)
            quote = html.data[at] == quote ? 0 : quote;
        else if (html.data[at] == '"' || html.data[at] == '\'')
            quote = html.data[at];
    return at;
}

/* Does a tag go on at the end of the HTML? */
static bool ends_in_tag(struct str html)
{
    size_t at = 0;

    while ((at = find_byte(html, at, '<')) + 1 < html.len) {
        at += html.data[at + 1] == '/' && at + 2 < html.len ? 2 : 1;
        if (is_ascii_letter(html.data[at]))
            at = tag_end(html, at);
        if (at == html.len)
            return true;
    }
    return false;
}

/* Is an element of the HTML that shows white space, a tag or a comment still open at its
 * end? What follows may then be part of it. */
static bool leaves_open(struct str html)
{
    uint32_t elements = 0;
    bool comment = false;

    for (size_t at = 0; (at = find_byte(html, at, comment ? '-' : '<')) < html.len;
         at++) {
        struct str rest = {html.data + at, html.len - at};

        if (comment)
            comment = !str_starts(rest, STR("-->"));
        else if (str_starts(rest, STR("<!--")))
            comment = true;
        else if (verbatim_element_starts(rest))
            elements++;
        else if (elements && str_starts(rest, STR("</")))
            elements -=
                verbatim_element_starts((struct str){rest.data + 1, rest.len - 1});
    }
    return comment || elements || ends_in_tag(html);
}

/* Tags in text that are open: the end of their block closes no element. */
struct open_tags {
    uint32_t count;
    uint32_t first; /* where the outermost one is */
};

static void follow_tag(const struct document *document, const struct node *tag,
                       struct open_tags *open)
{
    struct str html = source_text(document->source, tag->span);

    if (verbatim_element_starts(html)) {
        if (!open->count++)
            open->first = tag->span.start;
    } else if (str_starts(html, STR("</")) && open->count) {
        html = (struct str){html.data + 1, html.len - 1};
        open->count -= verbatim_element_starts(html);
    }
}

static bool differs(const struct document *document, const struct node *node)
{
    if (node->flags & NODE_IN_HTML)
        return false;
    if (node->kind == NODE_MATH_BLOCK)
        return may_begin_block(source_text(document->source, node->span));
    if (node->kind == NODE_HTML_BLOCK &&
        leaves_open(source_text(document->source, node->span)))
        return true;
    return (node->kind == NODE_CODE_BLOCK || node->kind == NODE_HTML_BLOCK) &&
           outlasts_directive(document, node);
}

static uint32_t find_plain_end(const struct document *document)
{
    const uint64_t blocks = NODE_BIT(NODE_TEXT) - 1;
    const uint64_t kinds = NODE_BIT(NODE_MATH_BLOCK) | NODE_BIT(NODE_HTML_BLOCK) |
                           NODE_BIT(NODE_CODE_BLOCK) | NODE_BIT(NODE_HTML);
    struct open_tags open = {0, 0};
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, open.count ? kinds | blocks : kinds)) <
           document->node_count) {
        const struct node *node = &document->nodes[i];

        if (open.count && node->kind < NODE_TEXT)
            return open.first;
        if (differs(document, node))
            return node->span.start;
        if (node->kind == NODE_HTML && !(node->flags & NODE_IN_HTML))
            follow_tag(document, node, &open);
    }
    return open.count ? open.first : document->source->size;
}

uint32_t document_plain_end(const struct document *document)
{
    if (*document->plain_end == UINT32_MAX)
        *document->plain_end = find_plain_end(document);
    return *document->plain_end;
}

/* The outermost list around the last block on the line (0-based); the end of the file
 * when the line is blank or in no list. */
static uint32_t list_on(const struct document *document, uint32_t line)
{
    const struct node *node = document_line_node(document, line);
    uint32_t start = document->source->size;

    if (document->source->lines[line].flags & LINE_BLANK)
        return start;
    for (; node != document->nodes; node = node_parent(document, node))
        if (node->kind == NODE_LIST)
            start = node->span.start;
    return start;
}

/* Does the first block on the line start with an item that cannot interrupt text? */
static bool is_weak_item(const struct document *document, const struct node *node,
                         uint32_t line)
{
    if (node->kind != NODE_LIST ||
        source_line(document->source, node->span.start) != line)
        return false;
    node = node_child(document, node);
    return node->item.text == item_marker(node).end ||
           ((node->flags & NODE_ORDERED) && node->item.number != 1);
}

/* Where lists may begin to differ because of a fence at `fence`, before the node `next`.
 */
static uint32_t lists_end_at(const struct document *document, uint32_t fence,
                             uint32_t next)
{
    uint32_t line = source_line(document->source, fence);
    uint32_t end =
        line > document->body_line ? list_on(document, line - 1) : document->source->size;

    if (end > fence && next < document->node_count &&
        is_weak_item(document, &document->nodes[next], line + 1))
        return fence;
    return end;
}

/* Does text below the fence of a directive go on lazily where that is text, too? */
static bool goes_on_lazily(const struct document *document, const struct node *directive)
{
    const struct source *source = document->source;
    uint32_t below = source_line(source, directive->span.start) + 1;
    uint32_t index;

    if (below >= source->line_count || source->lines[below].flags & LINE_BLANK)
        return false;
    index = node_index(document, document_line_node(document, below));
    return index >= directive->next;
}

static uint32_t lists_end_in(const struct document *document, const struct node *node)
{
    struct span closing = node->directive->closing;
    uint32_t end =
        lists_end_at(document, node->span.start, node_index(document, node) + 1);
    uint32_t after = span_empty(closing)
                         ? document->source->size
                         : lists_end_at(document, closing.start, node->next);

    if (goes_on_lazily(document, node))
        end = list_on(document, source_line(document->source, node->span.start));
    return after < end ? after : end;
}

uint32_t document_plain_lists_end(const struct document *document)
{
    const uint64_t kinds = NODE_BIT(NODE_MATH_BLOCK) | NODE_BIT(NODE_DIRECTIVE);
    uint32_t end = document_plain_end(document);
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, kinds)) < document->node_count) {
        const struct node *node = &document->nodes[i];
        uint32_t here = end;

        if (node->kind == NODE_MATH_BLOCK) {
            here = lists_end_at(document, node->span.start, document->node_count);
            here = here < node->span.start ? here : node->span.start;
        } else {
            here = lists_end_in(document, node);
        }
        end = here < end ? here : end;
    }
    return end;
}

static bool holds_text(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING;
}

bool document_line_goes_on(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;
    const struct node *block = document_line_node(document, line);
    enum node_kind next;

    if (!holds_text(block) && block->kind != NODE_DIRECTIVE)
        return false;
    if (holds_text(block) && source->lines[line].end < block->span.end)
        return true;
    if (line + 1 >= source->line_count)
        return false;
    next = document_line_node(document, line + 1)->kind;
    return next == NODE_DIRECTIVE || next == NODE_MATH_BLOCK ||
           (block->kind == NODE_DIRECTIVE && next == NODE_PARAGRAPH);
}
