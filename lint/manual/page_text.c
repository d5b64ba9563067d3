/* page_text.c - the text of a manual page: inline markup, widths, line breaks */

#include "lint/manual/page_text.h"

#include "lint/base/ascii.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

static struct str rest_of(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

static void add_blank(struct buf *out)
{
    if (out->len && out->data[out->len - 1] != ' ')
        buf_putc(out, ' ');
}

/* Runs of white space become one space, other control characters are dropped: two of them
 * are marks. */
static void add_plain(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_space_tab_or_line_end(text.data[i]))
            add_blank(out);
        else if ((unsigned char)text.data[i] >= 0x20)
            buf_putc(out, text.data[i]);
    }
}

static void add_code(struct buf *out, struct str code)
{
    buf_putc(out, PAGE_CODE);
    for (size_t i = 0; i < code.len; i++)
        buf_putc(out, (unsigned char)code.data[i] < 0x20 ? ' ' : code.data[i]);
    buf_putc(out, PAGE_CODE);
}

/* Are the inlines inside drawn one by one? In links, only if they have their
 * destination. */
static bool is_open(const struct node *node)
{
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE)
        return node->form == LINK_INLINE;
    return node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG;
}

/* A node as a whole; what the manual does not use appears as it was written. */
static void add_leaf(struct buf *out, const struct document *document,
                     const struct node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        add_plain(out, node_literal(node));
        break;
    case NODE_CODE:
        add_code(out, node_literal(node));
        break;
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
        add_blank(out);
        break;
    case NODE_AUTOLINK:
        add_plain(out, source_text(document->source, node->content));
        break;
    default:
        add_plain(out, source_text(document->source, node->span));
    }
}

static bool is_web_address(struct str text)
{
    return str_starts(text, STR("https://")) || str_starts(text, STR("http://"));
}

static void add_address(struct buf *out, struct str destination)
{
    if (!is_web_address(destination))
        return;
    buf_puts(out, " (");
    add_plain(out, destination);
    buf_putc(out, ')');
}

/* Adds what follows the inlines inside a node. */
static void add_end(struct buf *out, const struct document *document,
                    const struct node *node)
{
    if (!is_open(node))
        return;
    if (node->kind == NODE_STRONG)
        buf_putc(out, PAGE_BOLD);
    else if (node->kind != NODE_EMPHASIS)
        add_address(out, source_text(document->source, node->link->destination));
}

void page_text_add(struct buf *out, const struct document *document,
                   const struct node *block)
{
    for (uint32_t i = node_index(document, block) + 1; i < block->next; i++) {
        const struct node *node = &document->nodes[i];

        if (node->kind == NODE_STRONG)
            buf_putc(out, PAGE_BOLD);
        if (!is_open(node)) {
            add_leaf(out, document, node);
            i = node->next - 1;
        }
        for (; node != block && node->next == i + 1; node = node_parent(document, node))
            add_end(out, document, node);
    }
}

/* The number of bytes before the next mark. */
static size_t unmarked_length(struct str text)
{
    size_t len = 0;

    while (len < text.len && text.data[len] != PAGE_CODE && text.data[len] != PAGE_BOLD)
        len++;
    return len;
}

unsigned page_text_columns(struct str text, bool colour)
{
    unsigned columns = 0;

    while (text.len) {
        size_t len = unmarked_length(text);

        columns += display_columns((struct str){text.data, len});
        if (len == text.len)
            break;
        columns += text.data[len] == PAGE_CODE && !colour;
        text = rest_of(text, len + 1);
    }
    return columns;
}

static void draw_style(const struct page_pen *pen, char mark)
{
    if (mark)
        buf_puts(pen->out,
                 style_start(mark == PAGE_CODE ? STYLE_CODE : STYLE_BOLD, pen->colour));
}

static void turn_style(struct page_pen *pen, char mark)
{
    if (mark == PAGE_CODE && !pen->colour)
        buf_putc(pen->out, '`');
    if (pen->open)
        buf_puts(pen->out, style_end(pen->colour));
    pen->open = pen->open == mark ? 0 : mark;
    draw_style(pen, pen->open);
}

void page_text_draw(struct page_pen *pen, struct str text)
{
    draw_style(pen, pen->open);
    while (text.len) {
        size_t len = unmarked_length(text);

        display_add(pen->out, (struct str){text.data, len});
        if (len == text.len)
            break;
        turn_style(pen, text.data[len]);
        text = rest_of(text, len + 1);
    }
    if (pen->open)
        buf_puts(pen->out, style_end(pen->colour));
}

static size_t word_end(struct str text, size_t from)
{
    while (from < text.len && text.data[from] != ' ')
        from++;
    return from;
}

struct str page_text_line(struct str *text, unsigned width, bool colour)
{
    size_t end = word_end(*text, 0);
    unsigned columns = page_text_columns((struct str){text->data, end}, colour);
    struct str line;

    while (end < text->len) {
        size_t next = word_end(*text, end + 1);

        columns += page_text_columns((struct str){text->data + end, next - end}, colour);
        if (columns > width)
            break;
        end = next;
    }
    line = (struct str){text->data, end};
    *text = rest_of(*text, end < text->len ? end + 1 : end);
    return line;
}
