/* render.c - renders Markdown as HTML from the nodes of a document */

#include "lint/tool/spec/render.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/markdown.h"
#include "lint/markdown/unescape.h"

struct renderer {
    struct buf *out;
    struct arena *arena;
    const struct source *source;
    const struct node *nodes;
    uint32_t count;
    uint32_t image;      /* nodes before it are in an image: its alternative text */
    uint32_t open_image; /* that image */
};

static void add_escaped(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '&':
            buf_puts(out, "&amp;");
            break;
        case '<':
            buf_puts(out, "&lt;");
            break;
        case '>':
            buf_puts(out, "&gt;");
            break;
        case '"':
            buf_puts(out, "&quot;");
            break;
        default:
            buf_putc(out, text.data[i]);
        }
    }
}

static void add_href(struct buf *out, struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        char c = url.data[i];

        if (c == '&')
            buf_puts(out, "&amp;");
        else if (is_ascii_alnum(c) || is_one_of(c, "-_.+!*(),%#@?=;:/$~'"))
            buf_putc(out, c);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

static void start_line(struct buf *out)
{
    if (out->len && out->data[out->len - 1] != '\n')
        buf_putc(out, '\n');
}

/* The lines of a title may start with quote markers; its own quotes are left out. */
static struct str title_text(struct renderer *renderer, struct span span)
{
    struct str title = source_text(renderer->source, span);
    char *copy = arena_raw(renderer->arena, title.len + 1);
    size_t len = 0;
    bool prefix = false;

    for (size_t i = 1; i + 1 < title.len; i++) {
        char c = title.data[i];

        if (prefix && (is_space_or_tab(c) || c == '>'))
            continue;
        prefix = is_line_end(c);
        copy[len++] = c;
    }
    return text_unescape(renderer->arena, (struct str){copy, len});
}

static void add_target(struct renderer *renderer, const struct node *link)
{
    const struct node *target =
        link->form == LINK_INLINE ? link : &renderer->nodes[link->link.definition];

    add_href(renderer->out,
             text_unescape(renderer->arena,
                           source_text(renderer->source, target->link.destination)));
}

static void add_title(struct renderer *renderer, const struct node *link)
{
    const struct node *target =
        link->form == LINK_INLINE ? link : &renderer->nodes[link->link.definition];

    if (span_empty(target->link.title))
        return;
    buf_puts(renderer->out, " title=\"");
    add_escaped(renderer->out, title_text(renderer, target->link.title));
    buf_putc(renderer->out, '"');
}

static void enter_link(struct renderer *renderer, const struct node *link)
{
    buf_puts(renderer->out, "<a href=\"");
    add_target(renderer, link);
    buf_putc(renderer->out, '"');
    add_title(renderer, link);
    buf_putc(renderer->out, '>');
}

static void add_url(struct renderer *renderer, struct str url, const char *scheme)
{
    buf_printf(renderer->out, "<a href=\"%s", scheme);
    add_href(renderer->out, url);
    buf_puts(renderer->out, "\">");
    add_escaped(renderer->out, url);
    buf_puts(renderer->out, "</a>");
}

static void add_autolink(struct renderer *renderer, const struct node *node)
{
    struct str url = source_text(renderer->source, node->content);

    add_url(renderer, url, memchr(url.data, ':', url.len) ? "" : "mailto:");
}

static void add_bare_url(struct renderer *renderer, const struct node *node)
{
    static const char *const schemes[] = {
        [BARE_URL] = "", [BARE_WWW] = "http://", [BARE_EMAIL] = "mailto:"};

    add_url(renderer, source_text(renderer->source, node->span), schemes[node->form]);
}

static void add_code_block(struct renderer *renderer, const struct node *node)
{
    struct str info = text_unescape(renderer->arena,
                                    source_text(renderer->source, node->code_block.info));
    size_t word = 0;

    start_line(renderer->out);
    while (word < info.len && !is_space_or_tab(info.data[word]))
        word++;
    buf_puts(renderer->out, "<pre><code");
    if (word) {
        buf_puts(renderer->out, " class=\"language-");
        add_escaped(renderer->out, (struct str){info.data, word});
        buf_putc(renderer->out, '"');
    }
    buf_putc(renderer->out, '>');
    add_escaped(renderer->out, node->code_block.literal);
    buf_puts(renderer->out, "</code></pre>\n");
}

static const struct node *parent_of(const struct renderer *renderer,
                                    const struct node *node)
{
    return &renderer->nodes[node->parent];
}

static bool is_tight(const struct renderer *renderer, const struct node *paragraph)
{
    const struct node *item = parent_of(renderer, paragraph);

    return item->kind == NODE_ITEM && parent_of(renderer, item)->flags & NODE_TIGHT;
}

/* The cell in a column that the row has. */
static const struct node *cell_at(const struct renderer *renderer, const struct node *row,
                                  uint32_t column)
{
    const struct node *cell = row + 1;

    while (column-- > 0)
        cell = &renderer->nodes[cell->next];
    return cell;
}

static uint32_t column_of(const struct renderer *renderer, const struct node *cell)
{
    uint32_t column = 0;

    while (cell_at(renderer, parent_of(renderer, cell), column) != cell)
        column++;
    return column;
}

/* Starts a cell in the row and column, aligned as in the delimiter row. */
static void start_cell(struct renderer *renderer, const struct node *row, uint32_t column)
{
    const struct node *header = parent_of(renderer, row) + 1;
    const struct node *delimiter = &renderer->nodes[header->next];
    struct str dashes = str_trim(
        source_text(renderer->source, cell_at(renderer, delimiter, column)->content));
    bool left = str_starts(dashes, STR(":"));
    bool right = str_ends(dashes, STR(":"));

    buf_puts(renderer->out, row->form == ROW_HEADER ? "<th" : "<td");
    if (left || right)
        buf_printf(renderer->out, " align=\"%s\"",
                   left && right ? "center"
                   : left        ? "left"
                                 : "right");
    buf_putc(renderer->out, '>');
}

/* The delimiter row, and cells in excess of the header, are not shown. */
static bool is_shown(const struct renderer *renderer, const struct node *cell)
{
    const struct node *row = parent_of(renderer, cell);

    return row->form != ROW_DELIMITER &&
           column_of(renderer, cell) < parent_of(renderer, row)->table.columns;
}

static bool is_first_body_row(const struct renderer *renderer, const struct node *row)
{
    const struct node *header = parent_of(renderer, row) + 1;

    return &renderer->nodes[renderer->nodes[header->next].next] == row;
}

static void enter_row(struct renderer *renderer, const struct node *row)
{
    if (row->form == ROW_HEADER)
        buf_puts(renderer->out, "<thead>\n");
    if (row->form == ROW_BODY && is_first_body_row(renderer, row))
        buf_puts(renderer->out, "<tbody>\n");
    if (row->form != ROW_DELIMITER)
        buf_puts(renderer->out, "<tr>\n");
}

/* Rows are filled up with empty cells. */
static void leave_row(struct renderer *renderer, const struct node *row)
{
    const struct node *table = parent_of(renderer, row);
    bool last = row->next == table->next;

    if (row->form != ROW_DELIMITER) {
        for (uint32_t i = row->row.cells; i < table->table.columns; i++) {
            start_cell(renderer, row, i);
            buf_puts(renderer->out, "</td>\n");
        }
        buf_puts(renderer->out, "</tr>\n");
    }
    if (row->form == ROW_HEADER)
        buf_puts(renderer->out, "</thead>\n");
    if (row->form == ROW_BODY && last)
        buf_puts(renderer->out, "</tbody>\n");
}

static void enter_list(struct renderer *renderer, const struct node *list)
{
    start_line(renderer->out);
    if (!(list->flags & NODE_ORDERED))
        buf_puts(renderer->out, "<ul>\n");
    else if (list->list.first == 1)
        buf_puts(renderer->out, "<ol>\n");
    else
        buf_printf(renderer->out, "<ol start=\"%u\">\n", list->list.first);
}

static void enter_item(struct renderer *renderer, const struct node *item)
{
    start_line(renderer->out);
    buf_puts(renderer->out, "<li>");
    if (item->flags & NODE_TASK)
        buf_printf(renderer->out, "<input %sdisabled=\"\" type=\"checkbox\"> ",
                   item->flags & NODE_CHECKED ? "checked=\"\" " : "");
}

static void enter_block(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_BLOCK_QUOTE:
        start_line(out);
        buf_puts(out, "<blockquote>\n");
        break;
    case NODE_LIST:
        enter_list(renderer, node);
        break;
    case NODE_ITEM:
        enter_item(renderer, node);
        break;
    case NODE_HEADING:
        start_line(out);
        buf_printf(out, "<h%d>", node->level);
        break;
    case NODE_PARAGRAPH:
        if (is_tight(renderer, node))
            break;
        start_line(out);
        buf_puts(out, "<p>");
        break;
    case NODE_CODE_BLOCK:
        add_code_block(renderer, node);
        break;
    case NODE_HTML_BLOCK:
        start_line(out);
        buf_add_str(out, node->literal);
        start_line(out);
        break;
    case NODE_THEMATIC_BREAK:
        start_line(out);
        buf_puts(out, "<hr />\n");
        break;
    case NODE_TABLE:
        start_line(out);
        buf_puts(out, "<table>\n");
        break;
    case NODE_TABLE_ROW:
        enter_row(renderer, node);
        break;
    case NODE_TABLE_CELL:
        if (is_shown(renderer, node))
            start_cell(renderer, parent_of(renderer, node), column_of(renderer, node));
        break;
    default:
        break;
    }
}

static void leave_block(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_BLOCK_QUOTE:
        start_line(out);
        buf_puts(out, "</blockquote>\n");
        break;
    case NODE_LIST:
        start_line(out);
        buf_puts(out, node->flags & NODE_ORDERED ? "</ol>\n" : "</ul>\n");
        break;
    case NODE_ITEM:
        buf_puts(out, "</li>\n");
        break;
    case NODE_HEADING:
        buf_printf(out, "</h%d>\n", node->level);
        break;
    case NODE_PARAGRAPH:
        buf_puts(out, is_tight(renderer, node) ? "" : "</p>\n");
        break;
    case NODE_TABLE:
        buf_puts(out, "</table>\n");
        break;
    case NODE_TABLE_ROW:
        leave_row(renderer, node);
        break;
    case NODE_TABLE_CELL:
        if (is_shown(renderer, node))
            buf_puts(out, parent_of(renderer, node)->form == ROW_HEADER ? "</th>\n"
                                                                        : "</td>\n");
        break;
    default:
        break;
    }
}

static void enter_inline(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_TEXT:
        add_escaped(out, node->literal);
        break;
    case NODE_SOFT_BREAK:
        buf_putc(out, '\n');
        break;
    case NODE_LINE_BREAK:
        buf_puts(out, "<br />\n");
        break;
    case NODE_CODE:
        buf_puts(out, "<code>");
        add_escaped(out, node->literal);
        buf_puts(out, "</code>");
        break;
    case NODE_HTML:
        buf_add_str(out, node->literal);
        break;
    case NODE_EMPHASIS:
        buf_puts(out, "<em>");
        break;
    case NODE_STRONG:
        buf_puts(out, "<strong>");
        break;
    case NODE_STRIKETHROUGH:
        buf_puts(out, "<del>");
        break;
    case NODE_LINK:
        enter_link(renderer, node);
        break;
    case NODE_IMAGE:
        buf_puts(out, "<img src=\"");
        add_target(renderer, node);
        buf_puts(out, "\" alt=\"");
        renderer->image = node->next;
        renderer->open_image = (uint32_t)(node - renderer->nodes);
        break;
    case NODE_AUTOLINK:
        add_autolink(renderer, node);
        break;
    case NODE_BARE_URL:
        add_bare_url(renderer, node);
        break;
    default:
        break;
    }
}

static void leave_inline(struct renderer *renderer, const struct node *node)
{
    struct buf *out = renderer->out;

    switch (node->kind) {
    case NODE_EMPHASIS:
        buf_puts(out, "</em>");
        break;
    case NODE_STRONG:
        buf_puts(out, "</strong>");
        break;
    case NODE_STRIKETHROUGH:
        buf_puts(out, "</del>");
        break;
    case NODE_LINK:
        buf_puts(out, "</a>");
        break;
    case NODE_IMAGE:
        buf_putc(out, '"');
        add_title(renderer, node);
        buf_puts(out, " />");
        renderer->image = 0;
        break;
    default:
        break;
    }
}

/* In an image only text counts. */
static void add_alternative(struct renderer *renderer, const struct node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_HTML:
        add_escaped(renderer->out, node->literal);
        break;
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
        buf_putc(renderer->out, ' ');
        break;
    case NODE_AUTOLINK:
        add_escaped(renderer->out, source_text(renderer->source, node->content));
        break;
    default:
        break;
    }
}

static void enter(struct renderer *renderer, uint32_t index)
{
    const struct node *node = &renderer->nodes[index];

    if (node->flags & NODE_IN_HTML)
        return;
    if (index < renderer->image) {
        add_alternative(renderer, node);
        return;
    }
    enter_block(renderer, node);
    enter_inline(renderer, node);
}

static void leave(struct renderer *renderer, uint32_t index)
{
    const struct node *node = &renderer->nodes[index];

    if (node->flags & NODE_IN_HTML || (renderer->image && index > renderer->open_image))
        return;
    leave_inline(renderer, node);
    leave_block(renderer, node);
}

static void render_all(struct renderer *renderer)
{
    uint32_t open = 0;

    for (uint32_t i = 1; i <= renderer->count; i++) {
        for (; open && renderer->nodes[open].next <= i;
             open = renderer->nodes[open].parent)
            leave(renderer, open);
        if (i == renderer->count)
            return;
        enter(renderer, i);
        open = i;
    }
}

void render(struct buf *out, struct arena *arena, struct str text, unsigned features)
{
    struct source source;
    struct tree tree;
    struct renderer renderer = {.out = out, .arena = arena, .source = &source};

    source_init(&source, arena, "text", text.data, text.len);
    tree_init(&tree, arena, span_make(0, source.size), source.size + 64);
    markdown_read(&tree, &source, 0, features);
    tree.nodes[0].next = tree.count;
    renderer.nodes = tree.nodes;
    renderer.count = tree.count;
    render_all(&renderer);
}
