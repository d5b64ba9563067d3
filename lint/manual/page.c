/* page.c - a manual page in Markdown, laid out for a terminal */

#include "lint/manual/page.h"

#include "lint/base/ascii.h"
#include "lint/manual/page_table.h"
#include "lint/manual/page_text.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

enum {
    CODE_INDENT = 4,
    LIST_INDENT_MAX = 12, /* deeper lists are not indented any further */
    NARROWEST = 20,       /* prose is not wrapped at less */
};

struct page {
    struct buf *out;
    struct str rest; /* what is still to be read */
    unsigned width;
    bool colour;
    bool tight; /* a list item came last: no blank line before the next one */
};

static struct str line_at(struct str text)
{
    const char *end = text.len ? memchr(text.data, '\n', text.len) : NULL;

    return (struct str){text.data, end ? (size_t)(end - text.data) : text.len};
}

static struct str after_line(struct str text)
{
    size_t len = line_at(text).len;

    return (struct str){text.data + len, text.len - len};
}

/* Takes the next line, without its line end. */
static struct str take_line(struct page *page)
{
    struct str line = line_at(page->rest);

    page->rest = after_line(page->rest);
    if (page->rest.len)
        page->rest = (struct str){page->rest.data + 1, page->rest.len - 1};
    return line;
}

static size_t indent_of(struct str line)
{
    size_t indent = 0;

    while (indent < line.len && line.data[indent] == ' ')
        indent++;
    return indent;
}

static struct str without(struct str line, size_t start)
{
    return (struct str){line.data + start, line.len - start};
}

static size_t fence_length(struct str line)
{
    struct str text = without(line, indent_of(line));
    size_t len = 0;

    while (len < text.len && text.data[len] == text.data[0] &&
           (text.data[0] == '`' || text.data[0] == '~'))
        len++;
    return len >= 3 ? len : 0;
}

static size_t heading_level(struct str line)
{
    size_t level = 0;

    while (level < line.len && line.data[level] == '#')
        level++;
    return level && level <= 6 && level < line.len && line.data[level] == ' ' ? level : 0;
}

/* Bytes of "- ", "* " or "12. " at the start of text, 0 when it is no list item. */
static size_t bullet_length(struct str text)
{
    size_t digits = 0;

    if (text.len >= 2 && (text.data[0] == '-' || text.data[0] == '*') &&
        text.data[1] == ' ')
        return 2;
    while (digits < text.len && is_ascii_digit(text.data[digits]))
        digits++;
    if (digits && digits + 1 < text.len && text.data[digits] == '.' &&
        text.data[digits + 1] == ' ')
        return digits + 2;
    return 0;
}

static bool starts_block(struct str line)
{
    struct str text = str_trim(line);

    return !text.len || fence_length(line) || heading_level(line) ||
           bullet_length(text) || text.data[0] == '|';
}

/* The blank line before every block but the first and items of one list. */
static void separate(struct page *page, bool item)
{
    if (page->out->len && !(item && page->tight))
        buf_putc(page->out, '\n');
    page->tight = item;
}

/* The lines of a paragraph, with their markup, up to the next block. */
static void read_paragraph(struct page *page, struct buf *text)
{
    do {
        struct str line = str_trim(take_line(page));

        if (text->len)
            buf_putc(text, ' ');
        page_text_add(text, line);
    } while (page->rest.len && !starts_block(line_at(page->rest)));
}

static void draw_wrapped(struct page *page, struct str text, size_t indent)
{
    struct page_pen pen = {page->out, page->colour, 0};
    unsigned room =
        page->width > indent + NARROWEST ? page->width - (unsigned)indent : NARROWEST;
    bool first = true;

    while (text.len) {
        if (!first)
            buf_repeat(page->out, ' ', indent);
        page_text_draw(&pen, page_text_line(&text, room, page->colour));
        buf_putc(page->out, '\n');
        first = false;
    }
}

static void render_paragraph(struct page *page)
{
    struct buf text = BUF_INIT;

    separate(page, false);
    read_paragraph(page, &text);
    draw_wrapped(page, buf_str(&text), 0);
    buf_release(&text);
}

static void render_item(struct page *page)
{
    struct str line = line_at(page->rest);
    size_t indent = indent_of(line);
    size_t bullet = bullet_length(without(line, indent));
    struct str marker = {line.data + indent, bullet};
    struct buf text = BUF_INIT;

    separate(page, true);
    page->rest = without(page->rest, indent + bullet);
    if (indent > LIST_INDENT_MAX)
        indent = LIST_INDENT_MAX;
    read_paragraph(page, &text);
    buf_repeat(page->out, ' ', indent);
    buf_add_str(page->out, marker);
    draw_wrapped(page, buf_str(&text), indent + bullet);
    buf_release(&text);
}

static void render_heading(struct page *page)
{
    struct str line = take_line(page);
    struct page_pen pen = {page->out, false, 0};
    struct buf text = BUF_INIT;

    separate(page, false);
    page_text_add(&text, str_trim(without(line, heading_level(line))));
    buf_puts(page->out, style_start(STYLE_HEADING, page->colour));
    page_text_draw(&pen, buf_str(&text));
    buf_puts(page->out, style_end(page->colour));
    buf_putc(page->out, '\n');
    buf_release(&text);
}

/* Our pages say what an example is in the info string's second word: `md bad`. */
static void draw_label(struct page *page, struct str info)
{
    const char *blank = info.len ? memchr(info.data, ' ', info.len) : NULL;

    if (!blank)
        return;
    buf_repeat(page->out, ' ', CODE_INDENT / 2);
    buf_puts(page->out, style_start(STYLE_DIM, page->colour));
    display_add(page->out, str_trim(without(info, (size_t)(blank - info.data))));
    buf_puts(page->out, style_end(page->colour));
    buf_puts(page->out, ":\n");
}

/* Code as it stands, but safe to print; tabs are kept apart by columns. */
static void draw_code(struct page *page, struct str line)
{
    unsigned column = 0;

    if (line.len)
        buf_repeat(page->out, ' ', CODE_INDENT);
    buf_puts(page->out, line.len ? style_start(STYLE_CODE, page->colour) : "");
    while (line.len) {
        struct glyph glyph = display_glyph(line, column);

        display_add_glyph(page->out, &glyph, line);
        column += glyph.columns;
        line = without(line, glyph.len);
    }
    buf_puts(page->out, column ? style_end(page->colour) : "");
    buf_putc(page->out, '\n');
}

static void render_code(struct page *page)
{
    struct str opening = take_line(page);
    size_t fence = fence_length(opening);

    separate(page, false);
    draw_label(page, str_trim(without(opening, indent_of(opening) + fence)));
    while (page->rest.len) {
        struct str line = take_line(page);

        if (fence_length(line) >= fence && str_trim(line).len == fence_length(line) &&
            str_trim(line).data[0] == str_trim(opening).data[0])
            return;
        draw_code(page, line);
    }
}

/* All lines that start with a pipe. */
static void render_table(struct page *page)
{
    struct str start = page->rest;
    struct page_table table = {{start.data, 0}, page->width, page->colour};

    separate(page, false);
    while (page->rest.len && str_starts(str_trim(line_at(page->rest)), STR("|"))) {
        take_line(page);
        table.markdown.len = (size_t)(page->rest.data - start.data);
    }
    page_table_draw(page->out, &table);
}

static void render_block(struct page *page)
{
    struct str line = line_at(page->rest);
    struct str text = str_trim(line);

    if (!text.len)
        take_line(page);
    else if (fence_length(line))
        render_code(page);
    else if (heading_level(line))
        render_heading(page);
    else if (text.data[0] == '|')
        render_table(page);
    else if (bullet_length(text))
        render_item(page);
    else
        render_paragraph(page);
}

void page_render(struct buf *out, struct str markdown, unsigned width, bool colour)
{
    struct page page = {out, markdown, width, colour, false};

    if (page.width > PAGE_MAX_WIDTH)
        page.width = PAGE_MAX_WIDTH;
    while (page.rest.len)
        render_block(&page);
}

void page_add_first_paragraph(struct buf *out, struct str markdown)
{
    struct page_pen pen = {out, false, 0};
    struct page page = {NULL, markdown, 0, false, false};
    struct buf text = BUF_INIT;

    while (page.rest.len && starts_block(line_at(page.rest)))
        take_line(&page);
    if (page.rest.len)
        read_paragraph(&page, &text);
    page_text_draw(&pen, buf_str(&text));
    buf_release(&text);
}
