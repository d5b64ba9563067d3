/* list-indent.c - MD005: the items of a list start in the same column */

#include "lint/rule.h"

/* The columns of an item, in bytes of its line, from 0. */
struct place {
    uint32_t line; /* its start */
    uint32_t start;
    uint32_t end; /* of the marker */
};

/* What the items of a list have in common. */
struct columns {
    uint32_t start;
    uint32_t end;
    bool by_end; /* numbers are flush right */
};

static struct place place_of(struct pass *pass, const struct node *item)
{
    const struct source *source = pass_source(pass);
    struct span marker = item_marker(item);
    uint32_t line = source->lines[source_line(source, marker.start)].start;

    return (struct place){line, marker.start - line, marker.end - line};
}

/* Does an item of a numbered list stand where it should? The first one that ends in the
 * column of the first item, but starts elsewhere, makes the list flush right. */
static bool numbered_fits(struct columns *columns, struct place place)
{
    if (place.start == columns->start && !columns->by_end)
        return true;
    if (place.end != columns->end)
        return false;
    columns->by_end = true;
    return true;
}

/* Moves the marker, if there are only blanks to take away. */
static void fix(struct pass *pass, struct finding *finding, struct place place,
                uint32_t expected)
{
    const char *data = pass_source(pass)->data + place.line;
    uint32_t start = place.line + (expected < place.start ? expected : place.start);
    uint32_t more = expected > place.start ? expected - place.start : 0;

    for (uint32_t i = expected; i < place.start; i++)
        if (!is_space_or_tab(data[i]))
            return;
    fix_replace(finding, span_make(start, place.line + place.start),
                arena_spaces(pass_arena(pass), more));
    fix_is_unsafe(finding);
}

static void report_item(struct pass *pass, const struct node *item, struct place place,
                        const struct columns *columns)
{
    const struct node *first = node_parent(pass_document(pass), item) + 1;
    bool by_end = columns->by_end;
    uint32_t expected =
        by_end ? columns->end - (place.end - place.start) : columns->start;
    struct finding *finding =
        report(pass, span_make(place.line, item->item.text),
               "item %s in column %u, expected column %u as in the first one",
               by_end ? "has its marker's end" : "starts",
               (unsigned)(by_end ? place.end : place.start + 1),
               (unsigned)(by_end ? columns->end : columns->start + 1));

    finding_relate(finding, item_marker(first), "the first item");
    if (finding && (item->flags & NODE_ORDERED))
        fix(pass, finding, place, expected);
}

static void node(struct pass *pass, const struct node *list)
{
    const struct document *document = pass_document(pass);
    const struct node *item = node_child(document, list);
    struct place first = place_of(pass, item);
    struct columns columns = {first.start, first.end, false};

    for (; item; item = node_sibling(document, item)) {
        struct place place = place_of(pass, item);

        if (list->flags & NODE_ORDERED ? !numbered_fits(&columns, place)
                                       : place.start != columns.start)
            report_item(pass, item, place, &columns);
    }
}

const struct rule rule_list_indent = {
    .code = "MD005",
    .name = "list-indent",
    .tags = "bullet ul indentation",
    .summary = "the items of a list do not start in the same column",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_LIST),
    .node = node,
};
