/* node_html.c - the nodes of a document as HTML */

#include "lint/markdown/node_html.h"

#include "lint/base/ascii.h"
#include "lint/markdown/renderer.h"
#include "lint/markdown/unescape.h"

static void start_line(struct buf *out)
{
    if (out->len && out->data[out->len - 1] != '\n')
        buf_putc(out, '\n');
}

static void add_code_block(struct renderer *renderer, const struct node *node)
{
    struct str info = text_unescape(
        renderer->arena, source_text(renderer->source, node->code_block->info));
    size_t word = 0;

    start_line(renderer->out);
    while (word < info.len && !is_space_or_tab(info.data[word]))
        word++;
    buf_puts(renderer->out, "<pre><code");
    if (word) {
        buf_puts(renderer->out, " class=\"language-");
        renderer_add_text(renderer->out, (struct str){info.data, word});
        buf_putc(renderer->out, '"');
    }
    buf_putc(renderer->out, '>');
    renderer_add_text(renderer->out, node->code_block->literal);
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

static char alignment_of(struct str dashes)
{
    bool left = str_starts(dashes, STR(":"));
    bool right = str_ends(dashes, STR(":"));

    if (left && right)
        return 'c';
    return left ? 'l' : right ? 'r' : ' ';
}

/* The delimiter row has as many cells as the header. */
static void enter_table(struct renderer *renderer, const struct node *table)
{
    const struct node *header = table + 1;
    const struct node *delimiter = &renderer->nodes[header->next];
    char *alignments = arena_raw(renderer->arena, table->table.columns + 1);
    const struct node *cell = delimiter + 1;

    for (uint32_t i = 0; i < table->table.columns; i++) {
        alignments[i] =
            alignment_of(str_trim(source_text(renderer->source, cell->content)));
        cell = &renderer->nodes[cell->next];
    }
    renderer->alignments = alignments;
    start_line(renderer->out);
    buf_puts(renderer->out, "<table>\n");
}

/* Starts the next cell of the row, aligned as in the delimiter row. */
static void start_cell(struct renderer *renderer, const struct node *row)
{
    char alignment = renderer->alignments[renderer->column++];

    buf_puts(renderer->out, row->form == ROW_HEADER ? "<th" : "<td");
    if (alignment != ' ')
        buf_printf(renderer->out, " align=\"%s\"",
                   alignment == 'c'   ? "center"
                   : alignment == 'l' ? "left"
                                      : "right");
    buf_putc(renderer->out, '>');
    renderer->in_cell = true;
}

static void leave_cell(struct renderer *renderer, const struct node *row)
{
    if (renderer->in_cell)
        buf_puts(renderer->out, row->form == ROW_HEADER ? "</th>\n" : "</td>\n");
    renderer->in_cell = false;
}

/* The delimiter row, and cells in excess of the header, are not shown. */
static bool is_shown(const struct renderer *renderer, const struct node *cell)
{
    const struct node *row = parent_of(renderer, cell);

    return row->form != ROW_DELIMITER &&
           renderer->column < parent_of(renderer, row)->table.columns;
}

static bool is_first_body_row(const struct renderer *renderer, const struct node *row)
{
    const struct node *header = parent_of(renderer, row) + 1;

    return &renderer->nodes[renderer->nodes[header->next].next] == row;
}

static void enter_row(struct renderer *renderer, const struct node *row)
{
    renderer->column = 0;
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
        while (renderer->column < table->table.columns) {
            start_cell(renderer, row);
            leave_cell(renderer, row);
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

/* What programs make of a directive is not known; its first line says all of it. */
static void enter_directive(struct renderer *renderer, const struct node *directive)
{
    const struct source *source = renderer->source;
    uint32_t start = directive->span.start;
    uint32_t end = source->lines[source_line(source, start)].end;

    start_line(renderer->out);
    buf_puts(renderer->out, "<div>");
    renderer_add_text(renderer->out,
                      str_trim(source_text(source, span_make(start, end))));
    buf_putc(renderer->out, '\n');
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
    case NODE_MATH_BLOCK:
        start_line(out);
        buf_puts(out, "<div class=\"math\">");
        renderer_add_text(out, node->code_block->literal);
        start_line(out);
        buf_puts(out, "</div>\n");
        break;
    case NODE_FOOTNOTE_DEFINITION:
        start_line(out);
        buf_puts(out, "<section>[");
        renderer_add_text(out, source_text(renderer->source, node->footnote->label));
        buf_puts(out, "]\n");
        break;
    case NODE_DIRECTIVE:
        enter_directive(renderer, node);
        break;
    case NODE_HTML_BLOCK:
        start_line(out);
        buf_add_str(out, node_literal(node));
        start_line(out);
        break;
    case NODE_THEMATIC_BREAK:
        start_line(out);
        buf_puts(out, "<hr />\n");
        break;
    case NODE_TABLE:
        enter_table(renderer, node);
        break;
    case NODE_TABLE_ROW:
        enter_row(renderer, node);
        break;
    case NODE_TABLE_CELL:
        if (is_shown(renderer, node))
            start_cell(renderer, parent_of(renderer, node));
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
    case NODE_FOOTNOTE_DEFINITION:
        start_line(out);
        buf_puts(out, "</section>\n");
        break;
    case NODE_DIRECTIVE:
        start_line(out);
        buf_puts(out, "</div>\n");
        break;
    case NODE_TABLE:
        buf_puts(out, "</table>\n");
        break;
    case NODE_TABLE_ROW:
        leave_row(renderer, node);
        break;
    case NODE_TABLE_CELL:
        leave_cell(renderer, parent_of(renderer, node));
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
        renderer_add_alternative(renderer, node);
        return;
    }
    enter_block(renderer, node);
    renderer_enter_inline(renderer, node);
}

static void leave(struct renderer *renderer, uint32_t index)
{
    const struct node *node = &renderer->nodes[index];

    if (node->flags & NODE_IN_HTML || (renderer->image && index > renderer->open_image))
        return;
    renderer_leave_inline(renderer, node);
    leave_block(renderer, node);
}

static bool is_hidden(const struct renderer *renderer, const struct node *node)
{
    return node->kind == NODE_TABLE_CELL && !renderer->in_cell;
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
        if (is_hidden(renderer, &renderer->nodes[i]))
            i = renderer->nodes[i].next - 1;
    }
}

void node_html_write(struct buf *out, struct arena *arena, const struct source *source,
                     const struct node *nodes, uint32_t count)
{
    struct renderer renderer = {
        .out = out, .arena = arena, .source = source, .nodes = nodes, .count = count};

    render_all(&renderer);
}
