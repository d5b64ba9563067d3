/* inlines.c - cmark's inlines become nodes with exact spans */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/inlines.h"
#include "lint/markdown/link_syntax.h"
#include "lint/markdown/raw_inline.h"
#include "lint/markdown/url_nodes.h"

/* The literal as the file has it where it does, else a copy. */
static struct str as_in_source(struct inlines *inlines, uint32_t start, uint32_t end,
                               struct span span)
{
    struct str text = {inlines->text.data + start, end - start};

    if (content_is_plain(inlines->content, start, end))
        return source_text(inlines->markdown->source, span);
    return markdown_keep(inlines->markdown, text);
}

static void meet_code(struct inlines *inlines, const char *literal)
{
    uint32_t start = inlines->at;
    uint32_t ticks = 0;
    uint32_t run = 0;
    struct span inner;
    struct node *node;

    while (inlines_byte(inlines, start + ticks) == '`')
        ticks++;
    inner.start = inner.end = start + ticks;
    for (inlines->at = inner.start;
         run != ticks || inlines_byte(inlines, inlines->at) == '`';) {
        if (inlines->at >= inlines->text.len || !ticks) {
            inlines->lost = true;
            return;
        }
        run = inlines->text.data[inlines->at++] == '`' ? run + 1 : 0;
        if (run > ticks)
            while (inlines_byte(inlines, inlines->at) == '`')
                inlines->at++;
    }
    inner.end = inlines->at - ticks;
    while (inner.start < inner.end &&
           is_space_tab_or_line_end(inlines->text.data[inner.start]))
        inner.start++;
    while (inner.end > inner.start &&
           is_space_tab_or_line_end(inlines->text.data[inner.end - 1]))
        inner.end--;
    node = tree_add(inlines->tree, NODE_CODE,
                    content_span(inlines->content, start, inlines->at));
    node->content = content_span(inlines->content, inner.start, inner.end);
    node->level = ticks > 255 ? 255 : (uint8_t)ticks;
    node->marker = '`';
    node->literal = str_from(literal);
    if (inlines->markdown->sentinel)
        node->literal = markdown_keep(inlines->markdown, node->literal);
}

static void meet_raw(struct inlines *inlines, const struct raw_inline *raw)
{
    uint32_t start = inlines->at;
    uint32_t end = start + raw->length;
    struct node *node;

    inlines->at = end;
    node = tree_add(inlines->tree, raw->kind == RAW_MATH ? NODE_MATH : NODE_BARE_URL,
                    content_span(inlines->content, start, end));
    if (raw->kind == RAW_URL) {
        node->form = (uint8_t)raw->form;
        return;
    }
    start += raw->marker;
    end -= raw->marker;
    node->content = content_span(inlines->content, start, end);
    node->level = raw->marker > 255 ? 255 : (uint8_t)raw->marker;
    node->marker = '$';
    node->literal = as_in_source(inlines, start, end, node->content);
}

static void meet_html(struct inlines *inlines, const char *literal)
{
    size_t len = strlen(literal);
    uint32_t start = inlines->at;
    struct node *node;
    struct span span;

    if (inlines->text.len - start < len ||
        memcmp(inlines->text.data + start, literal, len) != 0) {
        inlines->lost = true;
        return;
    }
    inlines->at += (uint32_t)len;
    span = content_span(inlines->content, start, inlines->at);
    node = tree_add(inlines->tree, NODE_HTML, span);
    node->literal = as_in_source(inlines, start, inlines->at, span);
}

static void meet_autolink(struct inlines *inlines)
{
    uint32_t start = inlines->at;
    const char *end = memchr(inlines->text.data + start, '>', inlines->text.len - start);
    struct node *node;

    if (!end) {
        inlines->lost = true;
        return;
    }
    inlines->at = (uint32_t)(end - inlines->text.data) + 1;
    node = tree_add(inlines->tree, NODE_AUTOLINK,
                    content_span(inlines->content, start, inlines->at));
    node->content = content_span(inlines->content, start + 1, inlines->at - 1);
    node->link.destination = node->content;
    node->link.title = node->link.label = span_make(node->span.end, node->span.end);
}

static void meet_footnote(struct inlines *inlines)
{
    uint32_t start = inlines->at;
    uint32_t end = inlines_closing_bracket(inlines, start);
    struct node *node;

    if (inlines_byte(inlines, start) != '[' || inlines_byte(inlines, start + 1) != '^' ||
        !end) {
        inlines->lost = true;
        return;
    }
    inlines->at = end;
    node = tree_add(inlines->tree, NODE_FOOTNOTE_REFERENCE,
                    content_span(inlines->content, start, end));
    node->content = content_span(inlines->content, start + 2, end - 1);
    node->footnote.label = node->content;
}

static void open_emphasis(struct inlines *inlines, enum node_kind kind, uint32_t length)
{
    char marker = inlines_byte(inlines, inlines->at);
    uint32_t start = content_source(inlines->content, inlines->at);
    struct node *node;

    if (marker != '*' && marker != '_') {
        inlines->lost = true;
        return;
    }
    inlines->at += length;
    tree_open(inlines->tree, kind, span_make(start, start + length));
    node = tree_top(inlines->tree);
    node->content.start = node->span.end;
    node->marker = marker;
    node->level = (uint8_t)length;
}

static void open_link(struct inlines *inlines, enum node_kind kind)
{
    uint32_t length = kind == NODE_IMAGE ? 2 : 1;
    uint32_t start = content_source(inlines->content, inlines->at);

    if (inlines_byte(inlines, inlines->at + length - 1) != '[') {
        inlines->lost = true;
        return;
    }
    inlines->at += length;
    tree_open(inlines->tree, kind, span_make(start, start + length));
    tree_top(inlines->tree)->content.start = start + length;
}

/* Reads what stands behind a link's ] and fills the node. */
static void close_link(struct inlines *inlines, struct node *node)
{
    struct content *content = inlines->content;
    uint32_t close = inlines->at;
    struct span destination = {0, 0};
    struct span title = {0, 0};
    struct span label;
    uint32_t end = link_tail(inlines->text, close + 1, &destination, &title);

    node->content.end = content_source(content, close);
    if (node->content.end < node->content.start)
        node->content.end = node->content.start;
    if (end) {
        node->form = LINK_INLINE;
        node->link.destination =
            content_span(content, destination.start, destination.end);
        node->link.title = content_span(content, title.start, title.end);
        node->link.label = span_make(node->content.end, node->content.end);
    } else {
        end = link_label(inlines->text, close + 1, &label);
        node->form = !end                ? LINK_SHORTCUT
                     : span_empty(label) ? LINK_COLLAPSED
                                         : LINK_FULL;
        node->link.label = node->form == LINK_FULL
                               ? content_span(content, label.start, label.end)
                               : node->content;
        if (!end)
            end = close + 1;
        label = span_make(end, end);
        node->link.destination = node->link.title =
            span_make(content_source_end(content, end), content_source_end(content, end));
    }
    inlines->at = end;
    node->span.end = content_source_end(content, end);
}

static void close_node(struct inlines *inlines)
{
    struct node *node = tree_top(inlines->tree);
    uint32_t length = node->level;

    if (inlines->lost) {
        tree_close(inlines->tree);
        return;
    }
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
        if (inlines_byte(inlines, inlines->at) != ']')
            inlines->lost = true;
        else
            close_link(inlines, node);
    } else {
        for (uint32_t i = 0; i < length; i++)
            if (inlines_byte(inlines, inlines->at + i) != node->marker)
                inlines->lost = true;
        node->content.end = content_source(inlines->content, inlines->at);
        inlines->at += length;
        node->span.end = content_source_end(inlines->content, inlines->at);
    }
    tree_close(inlines->tree);
}

/* Meets a node; true when it was opened and its children come next. */
static bool meet(struct inlines *inlines, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        inlines_meet_text(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_SOFTBREAK:
        inlines_add_break(inlines, NODE_SOFT_BREAK);
        return false;
    case CMARK_NODE_LINEBREAK:
        inlines_add_break(inlines, NODE_LINE_BREAK);
        return false;
    case CMARK_NODE_CODE:
        meet_code(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_HTML_INLINE:
        if (cmark_node_get_user_data(node))
            meet_raw(inlines, cmark_node_get_user_data(node));
        else
            meet_html(inlines, cmark_node_get_literal(node));
        return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        meet_footnote(inlines);
        return false;
    case CMARK_NODE_EMPH:
        open_emphasis(inlines, NODE_EMPHASIS, 1);
        break;
    case CMARK_NODE_STRONG:
        open_emphasis(inlines, NODE_STRONG, 2);
        break;
    case CMARK_NODE_IMAGE:
        open_link(inlines, NODE_IMAGE);
        break;
    default:
        if (inlines_byte(inlines, inlines->at) == '<') {
            meet_autolink(inlines);
            return false;
        }
        open_link(inlines, NODE_LINK);
    }
    return !inlines->lost;
}

/* No recursion: emphasis and links nest as deep as their author likes. */
static void meet_all(struct inlines *inlines, cmark_node *leaf)
{
    cmark_node *node = cmark_node_first_child(leaf);

    while (node && !inlines->lost) {
        cmark_node *next;

        if (meet(inlines, node)) {
            next = cmark_node_first_child(node);
            if (next) {
                node = next;
                continue;
            }
            close_node(inlines);
        }
        while (!(next = cmark_node_next(node))) {
            node = cmark_node_parent(node);
            if (node == leaf)
                return;
            close_node(inlines);
        }
        node = next;
    }
}

/*
 * cmark's inlines are not all in the content, or not in its order: that happens when
 * it takes a footnote reference over lines apart. Then the block is plain text.
 */
static void start_over(struct inlines *inlines, uint32_t leaf)
{
    inlines->tree->parent = leaf;
    inlines->tree->count = leaf + 1;
    inlines->lost = false;
    inlines_add_raw(inlines, 0, inlines->text.len);
}

void markdown_inlines(struct markdown *markdown, cmark_node *leaf,
                      struct content *content)
{
    uint32_t parent = markdown->tree->parent;
    struct inlines inlines = {.markdown = markdown,
                              .tree = markdown->tree,
                              .content = content,
                              .text = content->text};

    inlines.verbatim = !memchr(content->text.data, '\\', content->text.len) &&
                       !memchr(content->text.data, '&', content->text.len);
    meet_all(&inlines, leaf);
    while (inlines.at < content->text.len &&
           is_space_tab_or_line_end(content->text.data[inlines.at]))
        inlines.at++;
    if (inlines.lost || inlines.at != content->text.len)
        start_over(&inlines, parent);
    if (url_nodes_possible(content->text))
        url_nodes_add(markdown->tree, markdown->source);
}
