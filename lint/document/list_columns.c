/* list_columns.c - may the bullets of a list stand in other columns? */

#include "lint/document/list_columns.h"

#include "lint/base/ascii.h"

enum { CODE_INDENT = 4 }; /* CommonMark 4.4 */

struct move {
    const struct document *document;
    const struct source *source;
    struct list_columns columns;
};

struct span document_bullet_indent(const struct document *document,
                                   const struct node *item, struct bullet_search *search)
{
    const struct source *source = document->source;
    uint32_t marker = item->item.marker.start;
    uint32_t line = source->lines[source_line(source, marker)].start;

    if (search->line != line || !search->from)
        *search = (struct bullet_search){line, line, line, false};
    for (uint32_t at = search->from; at < marker; at++) {
        if (source->data[at] == '>')
            search->quote = at + 1 + is_space_or_tab(source->data[at + 1]);
        if (!is_space_or_tab(source->data[at]))
            search->solid = source->data[at] != '>';
    }
    search->from = marker;
    return span_make(search->quote < marker ? search->quote : marker, marker);
}

const struct node *document_outermost_list(const struct document *document,
                                           const struct node *item)
{
    const struct node *list = node_parent(document, item);

    while (node_parent(document, list)->kind == NODE_ITEM)
        list = node_parent(document, node_parent(document, list));
    return list;
}

/* The column of an offset after the last quote marker of its line and a blank; false
 * where something else than spaces stands in between. */
static bool column_of(const struct source *source, uint32_t offset, uint32_t *column)
{
    uint32_t start = offset;

    while (start > source->text && source->data[start - 1] == ' ')
        start--;
    if (start > source->text && source->data[start - 1] == '>' && start < offset)
        start++;
    else if (start > source->text && !is_line_end(source->data[start - 1]) &&
             source->data[start - 1] != '>')
        return false;
    *column = offset - start;
    return true;
}

static uint32_t new_column(const struct move *move, const struct node *item)
{
    const struct node *list = node_parent(move->document, item);

    return move->columns.first + list->list.nesting.bullets * move->columns.step;
}

/* Where its content is to begin. */
static uint32_t new_content(const struct move *move, const struct node *item)
{
    bool empty = item->item.text == item->item.marker.end;

    return new_column(move, item) + (item->item.text - item->item.marker.start) + empty;
}

/* A column that counts for the item and is not one of indented code. */
static bool is_inside(uint32_t column, uint32_t content)
{
    return column >= content && column - content < CODE_INDENT;
}

/* Could a block begin like this, if it were not in a paragraph? */
static bool looks_like_block(struct str text)
{
    char next = text.len > 1 ? text.data[1] : ' ';

    if (!text.len)
        return false;
    if (is_one_of(*text.data, "*+-"))
        return is_space_or_tab(next) || next == *text.data;
    return is_one_of(*text.data, "=#>`~|<:") || is_ascii_digit(*text.data);
}

/* Where a line of a paragraph is inside the item, nothing but text can be there; it stays
 * there, for the item moves to the left. Any other line may be text only because it
 * stands where it does. */
static bool line_depends(const struct move *move, const struct node *item, uint32_t line)
{
    struct span span = source_line_span(move->source, line);
    struct str text = str_trim(source_text(move->source, span));
    uint32_t start = (uint32_t)(text.data - move->source->data);
    uint32_t marker;
    uint32_t column;

    if (!looks_like_block(text))
        return false;
    return !column_of(move->source, start, &column) ||
           !column_of(move->source, item->item.marker.start, &marker) ||
           !is_inside(column, marker + (item->item.text - item->item.marker.start));
}

static bool depends_on_columns(const struct move *move, const struct node *item,
                               const struct node *block)
{
    uint32_t last = source_line(move->source, block->span.end);

    /* An underline counts in its item alone (CommonMark 4.3). */
    if (block->kind == NODE_HEADING && block->form == HEADING_SETEXT)
        return true;
    for (uint32_t line = source_line(move->source, block->span.start) + 1; line <= last;
         line++)
        if (line_depends(move, item, line))
            return true;
    return false;
}

/* Does a block stay what it is when the item that it is in moves? Lists are looked at by
 * their items. */
static bool holds(const struct move *move, const struct node *item,
                  const struct node *block)
{
    bool beside = source_line(move->source, item->item.marker.start) ==
                  source_line(move->source, block->span.start);
    uint32_t column;

    if (block->kind == NODE_LIST)
        return !beside;
    if ((block->kind != NODE_PARAGRAPH && block->kind != NODE_HEADING) ||
        depends_on_columns(move, item, block))
        return false;
    return beside || (column_of(move->source, block->span.start, &column) &&
                      is_inside(column, new_content(move, item)));
}

static bool children_hold(const struct move *move, const struct node *item)
{
    const struct document *document = move->document;

    for (const struct node *block = node_child(document, item); block;
         block = node_sibling(document, block))
        if (!holds(move, item, block))
            return false;
    return true;
}

static bool item_may_move(const struct move *move, const struct node *item)
{
    const struct node *around =
        node_parent(move->document, node_parent(move->document, item));
    uint32_t to = new_column(move, item);
    uint32_t column;

    /* Of indented code after the marker, each blank counts. */
    if (item->flags & NODE_ORDERED ||
        is_space_or_tab(move->source->data[item->item.text]) ||
        !column_of(move->source, item->item.marker.start, &column) || column < to)
        return false;
    if (around->kind == NODE_ITEM && !is_inside(to, new_content(move, around)))
        return false;
    return column == to || children_hold(move, item);
}

static const struct node *last_item(const struct document *document,
                                    const struct node *list)
{
    const struct node *item = node_child(document, list);

    for (const struct node *next = item; next; next = node_sibling(document, next))
        item = next;
    return item;
}

/* What comes after the list must not be so far to the right that it belongs to its last
 * item. Items move as well, and stay less far than what is in those before them. */
static bool ends_safely(const struct move *move, const struct node *list)
{
    const struct document *document = move->document;
    const struct node *next = &document->nodes[list->next];
    uint32_t column;

    if (list->next == document->node_count || next->kind == NODE_ITEM)
        return true;
    return column_of(move->source, next->span.start, &column) &&
           column < new_content(move, last_item(document, list));
}

bool document_bullets_may_move(const struct document *document, const struct node *list,
                               struct list_columns columns, struct list_search *search)
{
    struct move move = {document, document->source, columns};

    if (!document_list_is_plain(document, list, search))
        return false;
    for (uint32_t i = node_index(document, list); i < list->next; i++) {
        const struct node *node = &document->nodes[i];

        if (node->kind == NODE_BLOCK_QUOTE || node->kind == NODE_FOOTNOTE_DEFINITION ||
            (node->kind == NODE_ITEM && !item_may_move(&move, node)) ||
            (node->kind == NODE_LIST && !ends_safely(&move, node)))
            return false;
    }
    return true;
}
