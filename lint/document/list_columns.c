/* list_columns.c - may the bullets of a list stand in other columns? */

#include "lint/document/list_columns.h"

#include "lint/base/ascii.h"
#include "lint/document/indent.h"
#include "lint/document/item_lines.h"
#include "lint/document/quote_columns.h"
#include "lint/markdown/block_columns.h"

enum { MAX_ON_LINE = 8 }; /* markers on one line: `- - a` has two */

struct move {
    const struct document *document;
    const struct source *source;
    struct list_columns columns;
};

/* An item, and the columns of its marker after those of quotes. */
struct place {
    const struct node *item;
    struct shift marker;
    uint32_t quote; /* the column that these are counted from */
};

/* What is around the items of a list. */
struct around {
    struct shift marker; /* of the item, if it is one */
    uint32_t content;    /* where what is in it is to begin */
};

struct span document_bullet_indent(const struct document *document,
                                   const struct node *item, struct bullet_search *search)
{
    const struct source *source = document->source;
    uint32_t marker = item->span.start;
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

/* The item around an item; NULL when its list is in none. */
static const struct node *item_around(const struct document *document,
                                      const struct node *item)
{
    const struct node *around = node_parent(document, node_parent(document, item));

    return around->kind == NODE_ITEM ? around : NULL;
}

/* The marker of an item that stands first on its line: a bullet that is wanted elsewhere
 * moves. */
static void own_shift(const struct move *move, const struct node *item,
                      struct shift *shift)
{
    struct nesting nesting = node_parent(move->document, item)->list.nesting;

    shift->to = shift->from;
    if (!(item->flags & NODE_ORDERED) && nesting.bullets != NESTING_NUMBERED)
        shift->to = move->columns.first + nesting.bullets * move->columns.step;
}

/* The marker of any item: what stands after another marker goes along with that. False
 * where it is not known, or would not be where it is wanted. */
static bool marker_shift(const struct move *move, const struct node *item,
                         struct shift *shift)
{
    const struct node *first = item;
    struct shift wanted = {0, 0};
    uint32_t beside;

    for (int i = 0; !column_in_quote(move->source, first->span.start, &shift->from);
         i++) {
        const struct node *around = item_around(move->document, first);

        if (!around || i == MAX_ON_LINE ||
            !same_line(move->source, around->span.start, first->span.start))
            return false;
        first = around;
    }
    own_shift(move, first, shift);
    if (first == item)
        return true;
    beside = item->span.start - first->span.start;
    shift->from += beside;
    shift->to += beside;
    wanted.from = shift->to;
    own_shift(move, item, &wanted);
    return wanted.to == shift->to;
}

/* What is in an item, after its marker and blanks. */
static struct shift content_of(const struct move *move, const struct node *item,
                               struct shift marker)
{
    uint32_t width =
        span_length(item_marker(item)) + item_content_columns(move->source, item);

    return (struct shift){marker.from + width, marker.to + width};
}

static bool depends_on_columns(const struct move *move, struct shift content,
                               const struct node *block)
{
    /* An underline counts in its item alone (CommonMark 4.3). */
    if (block->kind == NODE_HEADING && block->form == HEADING_SETEXT)
        return true;
    return !lines_hold(move->document, content, block);
}

/* Does a block on a line of its own stay what it is? */
static bool holds_alone(const struct move *move, struct shift content,
                        const struct node *block)
{
    uint32_t column;

    if (!column_in_quote(move->source, block->span.start, &column) ||
        !column_is_inside(column, content.to))
        return false;
    if (block->kind == NODE_CODE_BLOCK)
        return fence_holds(move->document, content, block);
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING;
}

/* Does a block stay what it is when the content of its item moves? Lists are looked at by
 * their items. */
static bool holds(const struct move *move, const struct node *item, struct shift content,
                  const struct node *block)
{
    if (block->kind == NODE_LIST)
        return true;
    /* To the right, what goes on below could stay outside. */
    if (content.to > content.from &&
        !same_line(move->source, item->span.start, block->span.end))
        return false;
    if (depends_on_columns(move, content, block))
        return false;
    if (!same_line(move->source, item->span.start, block->span.start))
        return holds_alone(move, content, block);
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING;
}

static bool children_hold(const struct move *move, const struct node *item,
                          struct shift content)
{
    const struct document *document = move->document;

    for (const struct node *block = node_child(document, item); block;
         block = node_sibling(document, block))
        if (!holds(move, item, content, block))
            return false;
    return true;
}

/* Does the content of an item begin after spaces, which count the same everywhere? Of
 * indented code, each blank counts. */
static bool is_after_spaces(const struct move *move, const struct node *item)
{
    const char *data = move->source->data;

    for (uint32_t at = item_marker(item).end; at < item->item.text; at++)
        if (data[at] != ' ')
            return false;
    return !is_space_or_tab(data[item->item.text]);
}

/* False where it is not known. */
static bool find_around(const struct move *move, const struct node *list,
                        struct around *around)
{
    const struct node *item = node_parent(move->document, list);
    bool in_footnote = item->kind == NODE_FOOTNOTE_DEFINITION;

    *around = (struct around){{0, 0}, in_footnote ? FOOTNOTE_INDENT : 0};
    if (item->kind != NODE_ITEM)
        return true;
    if (!marker_shift(move, item, &around->marker))
        return false;
    around->content = content_of(move, item, around->marker).to;
    return true;
}

/* Do items of a list that are in one column stay in one? Behind the markers of quotes,
 * too, which may take up more blanks on one line than on another. */
static bool stay_beside(const struct place *before, const struct place *place)
{
    uint32_t apart = place->quote - before->quote;

    return (before->marker.from == place->marker.from + apart) <=
           (before->marker.to == place->marker.to + apart);
}

/* Would a heading on the line of the marker seem to be indented (MD023), as what is
 * around moves further to the left? */
static bool bares_heading(const struct move *move, const struct node *item,
                          struct shift marker, struct shift outer)
{
    uint32_t line = source_line(move->source, item->span.start);

    return outer.from > outer.to && marker.to + outer.from > marker.from + outer.to &&
           document_line_node(move->document, line)->kind == NODE_HEADING;
}

/* Does an item stay where it is among the lists, and what is in it? The place of the item
 * before it has none for the first one. */
static bool item_may_move(const struct move *move, const struct around *around,
                          const struct place *before, struct place *place)
{
    const struct node *item = place->item;
    struct shift *marker = &place->marker;

    if (!is_after_spaces(move, item) || !marker_shift(move, item, marker) ||
        !column_is_inside(marker->to, around->content))
        return false;
    place->quote = quote_column(move->source, item->span.start) - marker->from;
    if ((before->item && !stay_beside(before, place)) ||
        bares_heading(move, item, *marker, around->marker))
        return false;
    if (marker->from == marker->to)
        return true;
    /* A marker alone may also be an underline, or text, but not below another item. */
    return (item->item.text > item_marker(item).end || before->item) &&
           children_hold(move, item, content_of(move, item, *marker));
}

/* The column where a block begins to be seen: what indented code shows of its blanks is
 * part of it. */
static bool text_column(const struct move *move, const struct node *block,
                        uint32_t *column)
{
    uint32_t start = block->span.start;

    while (is_space_or_tab(move->source->data[start]))
        start++;
    return column_in_quote(move->source, start, column);
}

/* Does no block from this one on come to look as if it was meant for the item whose
 * marker moves? As ST116 does, up to a list, or one that does not look so. */
static bool stay_outside(const struct move *move, struct shift marker,
                         const struct node *block)
{
    uint32_t column;

    for (; block; block = node_sibling(move->document, block)) {
        if (!text_column(move, block, &column) ||
            (column > marker.to && column <= marker.from))
            return false;
        if (column <= marker.to || block->kind == NODE_LIST)
            break;
    }
    return true;
}

/* What comes after the list must not be so far to the right that it belongs to its last
 * item, nor come to look as if it was meant to. Items move as well, and stay less far
 * than what is in those before them. */
static bool ends_safely(const struct move *move, const struct node *list,
                        const struct place *last)
{
    const struct document *document = move->document;
    const struct node *next = &document->nodes[list->next];
    uint32_t column;

    if (list->next == document->node_count || next->kind == NODE_ITEM)
        return true;
    return text_column(move, next, &column) &&
           column < content_of(move, last->item, last->marker).to &&
           stay_outside(move, last->marker, next);
}

static bool list_may_move(const struct move *move, const struct node *list)
{
    const struct node *item = node_child(move->document, list);
    struct place last = {.item = NULL};
    struct around around;

    if (!find_around(move, list, &around))
        return false;
    for (; item; item = node_sibling(move->document, item)) {
        struct place place = {.item = item};

        if (!item_may_move(move, &around, &last, &place))
            return false;
        last = place;
    }
    return ends_safely(move, list, &last);
}

/* A list further to the right may be taken for part of what comes before it. */
static bool begins_safely(const struct move *move, const struct node *list)
{
    const struct node *before = node_sibling_before(move->document, list);

    if (document_list_is_below_miss(move->document, list))
        return false;
    return !move->columns.first || !before ||
           (before->kind != NODE_LIST && before->kind != NODE_FOOTNOTE_DEFINITION);
}

bool document_bullets_may_move(const struct document *document, const struct node *list,
                               struct list_columns columns, struct list_search *search)
{
    struct move move = {document, document->source, columns};

    /* In a directive in an item, the item counts as well. */
    if (node_parent(document, list)->kind == NODE_DIRECTIVE &&
        node_parent(document, list)->parent)
        return false;
    if (!document_list_is_plain(document, list, search) || !begins_safely(&move, list))
        return false;
    for (uint32_t i = node_index(document, list); i < list->next; i++) {
        const struct node *node = &document->nodes[i];

        if (node->kind == NODE_BLOCK_QUOTE || node->kind == NODE_FOOTNOTE_DEFINITION ||
            (node->kind == NODE_LIST && !list_may_move(&move, node)))
            return false;
    }
    return true;
}
