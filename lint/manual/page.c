/* page.c - lays out a manual page in Markdown for a terminal */

#include "lint/manual/page.h"

#include "lint/document/document.h"
#include "lint/manual/page_table.h"
#include "lint/manual/page_text.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

enum {
    CODE_INDENT = 4,
    INDENT_MAX = 12, /* deeper lists are not indented any further */
    NARROWEST = 20,  /* prose is never wrapped at fewer columns */
};

struct reading {
    struct arena arena;
    struct source source;
    struct document document;
};

static void reading_init(struct reading *reading, struct str markdown)
{
    struct str text;

    arena_init(&reading->arena);
    text = arena_str(&reading->arena, markdown);
    source_init(&reading->source, &reading->arena, "", text.data, text.len);
    document_parse(&reading->document, &reading->arena, &reading->source);
}

static void reading_release(struct reading *reading)
{
    arena_release(&reading->arena);
}

struct page {
    struct buf *out;
    const struct document *document;
    unsigned width;
    bool colour;
    bool tight; /* the last block was a list item: no blank line before the next item */
};

static struct str without(struct str line, size_t start)
{
    return (struct str){line.data + start, line.len - start};
}

/* Takes the next line, without its line end. */
static struct str take_line(struct str *text)
{
    const char *end = memchr(text->data, '\n', text->len);
    struct str line = {text->data, end ? (size_t)(end - text->data) : text->len};

    *text = without(*text, line.len + (end != NULL));
    return line;
}

/* The blank line before every block but the first and items of one list. */
static void separate(struct page *page, bool item)
{
    if (page->out->len && !(item && page->tight))
        buf_putc(page->out, '\n');
    page->tight = item;
}

/* The columns of the markers of all items around a block. */
static unsigned indent_of(const struct page *page, const struct node *node)
{
    unsigned indent = 0;

    while ((node = node_ancestor(page->document, node, NODE_ITEM)))
        indent += span_length(item_marker(node)) + 1;
    return indent < INDENT_MAX ? indent : INDENT_MAX;
}

/* Indents the lines after the first, which already is. */
static void draw_wrapped(struct page *page, struct str text, unsigned indent)
{
    struct page_pen pen = {page->out, page->colour, 0};
    unsigned room = page->width > indent + NARROWEST ? page->width - indent : NARROWEST;

    page_text_draw(&pen, page_text_line(&text, room, page->colour));
    buf_putc(page->out, '\n');
    while (text.len) {
        buf_repeat(page->out, ' ', indent);
        page_text_draw(&pen, page_text_line(&text, room, page->colour));
        buf_putc(page->out, '\n');
    }
}

static bool follows_marker(const struct node *paragraph)
{
    return paragraph[-1].kind == NODE_ITEM;
}

static void draw_paragraph(struct page *page, const struct node *node)
{
    const struct node *parent = node_parent(page->document, node);
    unsigned indent = indent_of(page, node);
    struct buf text = BUF_INIT;

    if (!follows_marker(node)) {
        separate(page, false);
        buf_repeat(page->out, ' ', indent);
    } else if (parent->flags & NODE_TASK) {
        buf_puts(&text, parent->flags & NODE_CHECKED ? "[x] " : "[ ] ");
    }
    page_text_add(&text, page->document, node);
    draw_wrapped(page, buf_str(&text), indent);
    buf_release(&text);
}

/* The marker alone; a paragraph goes on after it. */
static void draw_item(struct page *page, const struct node *node)
{
    const struct node *child = node_child(page->document, node);

    separate(page, true);
    buf_repeat(page->out, ' ', indent_of(page, node));
    buf_add_str(page->out, source_text(page->document->source, item_marker(node)));
    buf_putc(page->out, child && child->kind == NODE_PARAGRAPH ? ' ' : '\n');
}

static void draw_heading(struct page *page, const struct node *node)
{
    struct page_pen pen = {page->out, false, 0};
    struct buf text = BUF_INIT;

    separate(page, false);
    buf_repeat(page->out, ' ', indent_of(page, node));
    page_text_add(&text, page->document, node);
    buf_puts(page->out, style_start(STYLE_HEADING, page->colour));
    page_text_draw(&pen, buf_str(&text));
    buf_puts(page->out, style_end(page->colour));
    buf_putc(page->out, '\n');
    buf_release(&text);
}

/* The manual says what an example is in the second word of its info string: `md bad`. */
static void draw_label(struct page *page, struct str info, unsigned indent)
{
    const char *blank = info.len ? memchr(info.data, ' ', info.len) : NULL;

    if (!blank)
        return;
    buf_repeat(page->out, ' ', indent + CODE_INDENT / 2);
    buf_puts(page->out, style_start(STYLE_DIM, page->colour));
    display_add(page->out, str_trim(without(info, (size_t)(blank - info.data))));
    buf_puts(page->out, style_end(page->colour));
    buf_puts(page->out, ":\n");
}

/* Code as it is written, but safe to print; tabs become spaces up to their columns. */
static void draw_code_line(struct page *page, struct str line, unsigned indent)
{
    unsigned column = 0;

    if (line.len) {
        buf_repeat(page->out, ' ', indent + CODE_INDENT);
        buf_puts(page->out, style_start(STYLE_CODE, page->colour));
    }
    while (line.len) {
        struct glyph glyph = display_glyph(line, column);

        display_add_glyph(page->out, &glyph, line);
        column += glyph.columns;
        line = without(line, glyph.len);
    }
    buf_puts(page->out, column ? style_end(page->colour) : "");
    buf_putc(page->out, '\n');
}

static void draw_code(struct page *page, const struct node *node)
{
    struct str code = node->code_block->literal;
    unsigned indent = indent_of(page, node);

    separate(page, false);
    draw_label(page, source_text(page->document->source, node->code_block->info), indent);
    while (code.len)
        draw_code_line(page, take_line(&code), indent);
}

static void draw_table(struct page *page, const struct node *node)
{
    struct page_table table = {page->document, node, indent_of(page, node), page->width,
                               page->colour};

    separate(page, false);
    page_table_draw(page->out, &table);
}

/* What the manual does not use appears as it was written. */
static void draw_source(struct page *page, const struct node *node)
{
    struct str text = source_text(page->document->source, node->span);

    separate(page, false);
    while (text.len) {
        buf_repeat(page->out, ' ', indent_of(page, node));
        display_add(page->out, take_line(&text));
        buf_putc(page->out, '\n');
    }
}

static void draw_block(struct page *page, const struct node *node)
{
    switch (node->kind) {
    case NODE_LIST:
        break;
    case NODE_ITEM:
        draw_item(page, node);
        break;
    case NODE_HEADING:
        draw_heading(page, node);
        break;
    case NODE_PARAGRAPH:
        draw_paragraph(page, node);
        break;
    case NODE_CODE_BLOCK:
        draw_code(page, node);
        break;
    case NODE_TABLE:
        draw_table(page, node);
        break;
    default:
        draw_source(page, node);
    }
}

/* Are the blocks inside drawn one by one? */
static bool is_open(const struct node *node)
{
    return node->kind == NODE_LIST || node->kind == NODE_ITEM;
}

void page_render(struct buf *out, struct str markdown, unsigned width, bool colour)
{
    struct reading reading;
    const struct document *document = &reading.document;
    struct page page = {out, document, width, colour, false};

    if (page.width > PAGE_MAX_WIDTH)
        page.width = PAGE_MAX_WIDTH;
    reading_init(&reading, markdown);
    for (uint32_t i = 1; i < document->node_count;) {
        const struct node *node = &document->nodes[i];

        draw_block(&page, node);
        i = is_open(node) ? i + 1 : node->next;
    }
    reading_release(&reading);
}

void page_add_first_paragraph(struct buf *out, struct str markdown)
{
    struct page_pen pen = {out, false, 0};
    struct reading reading;
    const struct node *node;
    struct buf text = BUF_INIT;

    reading_init(&reading, markdown);
    node = node_child(&reading.document, reading.document.nodes);
    while (node && node->kind != NODE_PARAGRAPH)
        node = node_sibling(&reading.document, node);
    if (node)
        page_text_add(&text, &reading.document, node);
    page_text_draw(&pen, buf_str(&text));
    buf_release(&text);
    reading_release(&reading);
}
