/* html_block.c - HTML blocks, read again for the inlines in them */

#include "lint/base/ascii.h"
#include "lint/markdown/block_columns.h"
#include "lint/markdown/block_start.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/fill.h"
#include "lint/markdown/link_syntax.h"

/*
 * A walk over the lines of an HTML block as if they were Markdown: what markdownlint
 * does. Only blocks that contain no others count; paragraphs become nodes, and of
 * headings the inlines. Indents only end items, so there is no indented code.
 */
struct html_lines {
    struct fill *fill;
    const char *data;
    uint32_t line;   /* the first of the current paragraph */
    uint32_t count;  /* its lines so far */
    uint32_t start;  /* of its text */
    uint32_t quotes; /* markers of the last line, without those around the block */
    uint32_t indent; /* bytes before the text of the open item or footnote; 0: none is */
    char item;       /* the last byte of the open item's marker */
    char fence;      /* the character of the fence that is open, or NUL */
    uint32_t fence_size;
};

static struct str text_between(const char *data, uint32_t at, uint32_t end)
{
    return (struct str){data + at, end - at};
}

/* After a list marker and a blank at `at`, or `at` itself. */
static uint32_t skip_list_marker(const char *data, uint32_t at, uint32_t end)
{
    uint32_t length = list_marker_read(text_between(data, at, end)).length;

    return length && length < end - at ? at + length + 1 : at;
}

/* After [^label]: at `at`, or `at` itself. */
static uint32_t skip_footnote_marker(const char *data, uint32_t at, uint32_t end)
{
    uint32_t label;

    return at + footnote_start(text_between(data, at, end), &label);
}

/* Only an item that begins with 1 interrupts a paragraph (CommonMark 5.2), if it does not
 * go on with a list. */
static bool may_begin(const struct html_lines *html, uint32_t at, uint32_t marker_end)
{
    return !html->count || !is_ascii_digit(html->data[at]) ||
           (html->indent && html->item == html->data[marker_end - 2]) ||
           (html->data[at] == '1' && marker_end == at + 3);
}

/* After blanks and at most so many quote markers, which are counted. */
static uint32_t skip_quotes(struct html_lines *html, uint32_t at, uint32_t end,
                            uint32_t most)
{
    const char *data = html->data;

    html->quotes = 0;
    for (; at < end && html->quotes < most; at++) {
        if (data[at] == '>')
            html->quotes++;
        else if (!is_space_or_tab(data[at]))
            break;
    }
    while (at < end && is_space_or_tab(data[at]))
        at++;
    return at;
}

/* After a list or footnote marker at `at`, or `at` itself. */
static uint32_t begin_item(struct html_lines *html, uint32_t line, uint32_t at,
                           uint32_t end)
{
    uint32_t start = html->fill->blocks->lines[line].start;
    uint32_t text = skip_list_marker(html->data, at, end);

    if (text > at && may_begin(html, at, text)) {
        html->item = html->data[text - 2];
        html->indent = text - start;
        return text;
    }
    text = skip_footnote_marker(html->data, at, end);
    if (text > at)
        html->indent = at - start + FOOTNOTE_INDENT;
    return text;
}

/* After the quote, list and footnote markers that may stand before a block. */
static uint32_t skip_markers(struct html_lines *html, uint32_t line, uint32_t at,
                             uint32_t end)
{
    uint32_t quotes = 0;
    uint32_t from;

    do {
        from = at;
        at = skip_quotes(html, at, end, UINT32_MAX);
        quotes += html->quotes;
        at = begin_item(html, line, at, end);
    } while (at > from);
    html->quotes = quotes;
    return at;
}

/* After what belongs to the containers that the whole block is in, and the blanks there.
 */
static uint32_t line_start(const struct blocks *blocks, uint32_t line)
{
    uint32_t at = blocks_text_start(blocks, line);

    while (at < blocks->lines[line].end && is_space_or_tab(blocks->source->data[at]))
        at++;
    return at;
}

static void set_content(struct html_lines *html)
{
    const struct blocks *blocks = html->fill->blocks;
    uint32_t end = blocks_line_end(blocks, html->line + html->count - 1);
    struct leaf text = {0, html->line, html->count, span_make(html->start, end)};

    fill_lines(html->fill, &text);
}

static void skip_definitions(struct content *content)
{
    struct str text = {content->data, content->end};
    struct definition definition;

    while (content->start < content->end && text.data[content->start] == '[' &&
           definition_read(text, content->start, &definition))
        content->start = definition.next;
}

/* Ends the current paragraph; a heading is none after all. */
static void end_paragraph(struct html_lines *html, bool heading)
{
    struct fill *fill = html->fill;

    if (!html->count)
        return;
    set_content(html);
    html->count = 0;
    skip_definitions(&fill->content);
    if (fill->content.start >= fill->content.end)
        return;
    if (heading) {
        inlines_parse(fill->inlines, &fill->content);
        return;
    }
    tree_open(
        fill->tree, NODE_PARAGRAPH,
        content_span(&fill->content, span_make(fill->content.start, fill->content.end)));
    inlines_parse(fill->inlines, &fill->content);
    tree_close(fill->tree);
}

/* Opens a block of code or formulas; false when the line is no fence. */
static bool open_fence(struct html_lines *html, struct str text)
{
    uint32_t length = code_fence(text);

    if (!length && html->fill->blocks->features & MARKDOWN_MATH)
        length = math_fence(text);
    if (!length)
        return false;
    html->fence = text.data[0];
    html->fence_size = length;
    return true;
}

/* Where the text of an ATX heading starts; `at` when the line is none. */
static uint32_t heading_text(const char *data, uint32_t at, uint32_t end)
{
    uint32_t level = atx_level(text_between(data, at, end));

    if (!level)
        return at;
    for (at += level; at < end && is_space_or_tab(data[at]);)
        at++;
    return at;
}

static void add_line(struct html_lines *html, uint32_t line, uint32_t at)
{
    if (!html->count) {
        html->line = line;
        html->start = at;
    }
    html->count++;
}

/* A line that has something on it, from `at` on, after its markers. */
static void read_text(struct html_lines *html, uint32_t line, uint32_t at, uint32_t end)
{
    struct str text = text_between(html->data, at, end);
    uint32_t heading = heading_text(html->data, at, end);
    uint32_t underline = setext_level(text);

    if (open_fence(html, text) || str_starts(text, STR(":::"))) {
        end_paragraph(html, false);
    } else if (is_thematic_break(text) || (underline && (html->count || underline > 1))) {
        end_paragraph(html, text.data[0] == '=' || text.data[0] == '-');
    } else if (heading > at) {
        end_paragraph(html, false);
        add_line(html, line, heading);
        if (heading == end)
            html->count = 0;
        end_paragraph(html, true);
    } else {
        add_line(html, line, at);
    }
}

/* Does the line go on with the item that is open? */
static bool is_in_item(const struct html_lines *html, uint32_t line, uint32_t at)
{
    return at - html->fill->blocks->lines[line].start >= html->indent;
}

/* Does the line belong to the fence that is open? It ends with its containers, too. */
static bool is_in_fence(struct html_lines *html, uint32_t line, uint32_t at, uint32_t end)
{
    uint32_t quotes = html->quotes;

    at = skip_quotes(html, at, end, quotes);
    if (html->quotes < quotes || (at < end && !is_in_item(html, line, at))) {
        html->fence = '\0';
        return false;
    }
    if (is_closing_fence(text_between(html->data, at, end), html->fence,
                         html->fence_size))
        html->fence = '\0';
    return true;
}

static void read_line(struct html_lines *html, uint32_t line, uint32_t at)
{
    uint32_t end = blocks_line_end(html->fill->blocks, line);
    uint32_t text;

    if (html->fence && is_in_fence(html, line, at, end))
        return;
    text = skip_markers(html, line, at, end);
    if (text > at || text >= end)
        end_paragraph(html, false);
    if (text >= end)
        return;
    if (!html->count && !is_in_item(html, line, text))
        html->indent = 0;
    read_text(html, line, text, end);
    if (html->fence && !is_in_item(html, line, text))
        html->indent = 0;
}

void fill_html(struct fill *fill, const struct leaf *leaf)
{
    struct html_lines html = {.fill = fill, .data = fill->blocks->source->data};
    uint16_t flags = fill->tree->flags;

    fill->tree->flags |= NODE_IN_HTML;
    read_line(&html, leaf->line, leaf->text.start);
    for (uint32_t i = leaf->line + 1; i < leaf->line + leaf->line_count; i++)
        read_line(&html, i, line_start(fill->blocks, i));
    end_paragraph(&html, false);
    fill->tree->flags = flags;
}
