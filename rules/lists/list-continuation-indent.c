/* list-continuation-indent.c - ST116: what belongs to a list item is indented enough */

#include "lint/rule.h"

/* What follows the list is one of these, or was hardly meant for its last item. */
static bool may_belong(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH || block->kind == NODE_LIST ||
           block->kind == NODE_BLOCK_QUOTE || block->kind == NODE_TABLE ||
           (block->kind == NODE_CODE_BLOCK && (block->flags & NODE_FENCED));
}

/* The spare blanks right before what begins at the offset; those before a marker on its
 * line are not its own. */
static struct span own_indent(const struct document *document, const struct node *node,
                              uint32_t offset)
{
    struct span indent = document_spare_indent(document, node);

    return indent.end == offset ? indent : span_make(offset, offset);
}

static bool has_tab(const struct source *source, uint32_t from, uint32_t to)
{
    return memchr(source->data + from, '\t', to - from) != NULL;
}

/* The blanks that a block needs to belong to the item, counted as own_indent() does; 0
 * when a tab makes that uncertain, or the item is empty and cannot go on. */
static uint32_t needed_indent(const struct document *document, const struct node *item)
{
    const struct source *source = document->source;
    uint32_t marker = item->span.start;
    uint32_t text = item->item.text;
    struct span lead = own_indent(document, item, marker);

    if (has_tab(source, lead.start, text) || text == item_marker(item).end)
        return 0;
    return span_length(lead) + text - marker;
}

/* Every line of the block moves. In quotes the blanks come after markers that may be
 * missing: there is no fix. */
static void move(struct finding *finding, const struct document *document,
                 const struct node *block, uint32_t by)
{
    const struct source *source = document->source;
    struct str blanks = {"                ", by};
    uint32_t line = source_line(source, block->span.start);
    uint32_t last = source_line(source, block->span.end - 1);

    if (block->parent != 0 || by > 16)
        return;
    for (; line <= last; line++) {
        uint32_t start = source->lines[line].start;

        if (!(source->lines[line].flags & LINE_BLANK))
            fix_replace(finding, span_make(start, start), blanks);
    }
}

/* Reports the block when it has more blanks than the item's marker, but too few to belong
 * to it. */
static bool check_block(struct pass *pass, const struct node *item,
                        const struct node *block)
{
    const struct document *document = pass_document(pass);
    struct span indent = own_indent(document, block, block->span.start);
    uint32_t has = span_length(indent);
    uint32_t needed;

    if (!has || has_tab(pass_source(pass), indent.start, indent.end))
        return false;
    needed = needed_indent(document, item);
    if (has >= needed || has <= span_length(own_indent(document, item, item->span.start)))
        return false;
    move(report(
             pass, document_first_line(pass_source(pass), block),
             "indented by %u, but the item above needs %u; add %u more, or delete all if "
             "it is not part of it",
             (unsigned)has, (unsigned)needed, (unsigned)(needed - has)),
         document, block, needed - has);
    return true;
}

/* What follows a list that belongs to it is looked at when it is that list's turn. */
static void check(struct pass *pass, const struct node *list)
{
    const struct document *document = pass_document(pass);
    const struct node *block = node_sibling(document, list);
    const struct node *item = NULL;

    while (block && may_belong(block)) {
        item = item ? item : node_last_child(document, list);
        if (!check_block(pass, item, block) || block->kind == NODE_LIST)
            return;
        block = node_sibling(document, block);
    }
}

const struct rule rule_list_continuation_indent = {
    .code = "ST116",
    .name = "list-continuation-indent",
    .aliases = "MD077",
    .tags = "lists indentation",
    .summary = "what is meant for a list item is indented too little to be part of it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_LIST),
    .node = check,
};
