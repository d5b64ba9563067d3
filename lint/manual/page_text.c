/* page_text.c - a paragraph of a manual page: inline markup, widths, line breaks */

#include "lint/manual/page_text.h"

#include "lint/base/ascii.h"
#include "lint/terminal/display.h"
#include "lint/terminal/terminal.h"

static struct str rest_of(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

/* Offset of the first place where `wanted` stands, or text.len. */
static size_t find(struct str text, struct str wanted)
{
    for (size_t i = 0; i + wanted.len <= text.len; i++)
        if (memcmp(text.data + i, wanted.data, wanted.len) == 0)
            return i;
    return text.len;
}

static void add_blank(struct buf *out)
{
    if (out->len && out->data[out->len - 1] != ' ')
        buf_putc(out, ' ');
}

/* Text without markup: white space shrinks, control characters go. */
static void add_plain(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_space_tab_or_line_end(text.data[i]))
            add_blank(out);
        else if ((unsigned char)text.data[i] >= 0x20)
            buf_putc(out, text.data[i]);
    }
}

static size_t run_length(struct str text, char c)
{
    size_t len = 0;

    while (len < text.len && text.data[len] == c)
        len++;
    return len;
}

/* A code span (CommonMark 6.1). Each add_* returns the bytes it took, 0 for none. */
static size_t add_code(struct buf *out, struct str text)
{
    size_t fence = run_length(text, '`');
    struct str content = rest_of(text, fence);
    size_t len = find(content, (struct str){text.data, fence});

    if (!fence || len == content.len)
        return 0;
    content.len = len;
    /* One blank on each side only keeps a back-tick off the fence. */
    if (len > 2 && content.data[0] == ' ' && content.data[len - 1] == ' ')
        content = (struct str){content.data + 1, len - 2};
    buf_putc(out, PAGE_CODE);
    for (size_t i = 0; i < content.len; i++)
        buf_putc(out, (unsigned char)content.data[i] < 0x20 ? ' ' : content.data[i]);
    buf_putc(out, PAGE_CODE);
    return fence + len + fence;
}

static bool is_web_address(struct str text)
{
    return str_starts(text, STR("https://")) || str_starts(text, STR("http://"));
}

static size_t add_link(struct buf *out, struct str text)
{
    size_t label = find(text, STR("]("));
    struct str address;

    if (text.data[0] != '[' || label == text.len)
        return 0;
    address = rest_of(text, label + 2);
    address.len = find(address, STR(")"));
    if (label + 2 + address.len == text.len)
        return 0;
    page_text_add(out, (struct str){text.data + 1, label - 1});
    if (is_web_address(address)) {
        buf_puts(out, " (");
        buf_add_str(out, address);
        buf_putc(out, ')');
    }
    return label + 2 + address.len + 1;
}

static size_t add_autolink(struct buf *out, struct str text)
{
    size_t len = find(text, STR(">"));

    if (text.data[0] != '<' || len == text.len || !is_web_address(rest_of(text, 1)))
        return 0;
    buf_add(out, text.data + 1, len - 1);
    return len + 1;
}

/* Stars next to a word; `*` between blanks is a star. Emphasis itself is not drawn. */
static size_t add_emphasis(struct buf *out, struct str text)
{
    size_t stars = run_length(text, '*');
    bool opens = stars < text.len && !is_space_tab_or_line_end(text.data[stars]);
    bool closes = out->len && !is_space_tab_or_line_end(out->data[out->len - 1]);

    if (!stars || stars > 2 || (!opens && !closes))
        return 0;
    if (stars == 2)
        buf_putc(out, PAGE_BOLD);
    return stars;
}

static size_t add_escape(struct buf *out, struct str text)
{
    if (text.data[0] != '\\' || text.len < 2 || !is_ascii_punctuation(text.data[1]))
        return 0;
    buf_putc(out, text.data[1]);
    return 2;
}

void page_text_add(struct buf *out, struct str markdown)
{
    static size_t (*const parts[])(struct buf *, struct str) = {
        add_code, add_link, add_autolink, add_emphasis, add_escape,
    };

    while (markdown.len) {
        size_t taken = 0;

        for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && !taken; i++)
            taken = parts[i](out, markdown);
        if (!taken) {
            add_plain(out, (struct str){markdown.data, 1});
            taken = 1;
        }
        markdown = rest_of(markdown, taken);
    }
}

/* Bytes before the next mark. */
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
    struct str line;

    while (end < text->len) {
        size_t next = word_end(*text, end + 1);

        if (page_text_columns((struct str){text->data, next}, colour) > width)
            break;
        end = next;
    }
    line = (struct str){text->data, end};
    *text = rest_of(*text, end < text->len ? end + 1 : end);
    return line;
}
