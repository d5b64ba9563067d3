/* ol-prefix.c - MD029: numbers of items count up, or are all alike */

#include "lint/rule.h"

enum { STYLE_ONE_OR_ORDERED, STYLE_ONE, STYLE_ORDERED, STYLE_ZERO };

static const char *const styles[] = {"one_or_ordered", "one", "ordered", "zero", NULL};

struct settings {
    int style;
};

struct state {
    struct list_search search;
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"one_or_ordered\"",
     .help =
         "`one` for 1 everywhere, `ordered` for 1, 2, 3, `one_or_ordered` for either, "
         "`zero` for 0 everywhere",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

/* The style of a list that may be in either: its second number decides. */
static int style_of(struct pass *pass, const struct node *list)
{
    const struct settings *settings = pass_settings(pass);
    const struct node *first = node_child(pass_document(pass), list);
    const struct node *second = node_sibling(pass_document(pass), first);

    if (settings->style != STYLE_ONE_OR_ORDERED)
        return settings->style;
    if (second && (second->item.number != 1 || first->item.number == 0))
        return STYLE_ORDERED;
    return STYLE_ONE;
}

/* A list that counts up may start with 0. */
static uint32_t first_number(struct pass *pass, const struct node *list, int style)
{
    const struct node *first = node_child(pass_document(pass), list);
    const struct node *second = node_sibling(pass_document(pass), first);

    if (style == STYLE_ZERO)
        return 0;
    return style == STYLE_ONE || !second || first->item.number > 0 ? 1 : 0;
}

/* The number alone, without the delimiter. */
static struct span number_of(const struct node *item)
{
    return span_make(item->span.start, item_marker(item).end - 1);
}

/* The first number of a list is shown, and where a number is longer the text starts in
 * another column. */
static void fix(struct pass *pass, struct finding *finding, const struct node *item,
                uint32_t expected)
{
    struct str number = arena_format(pass_arena(pass), "%u", (unsigned)expected);
    const struct document *document = pass_document(pass);
    bool is_first = node_child(document, node_parent(document, item)) == item;
    struct state *state = pass_state(pass);

    fix_replace(finding, number_of(item), number);
    if (is_first || number.len != span_length(number_of(item)) ||
        !document_list_is_plain(document, item, &state->search))
        fix_is_unsafe(finding);
}

static void check(struct pass *pass, const struct node *item, uint32_t expected,
                  int style)
{
    static const char *const examples[] = {"", "1, 1, 1", "1, 2, 3", "0, 0, 0"};
    struct finding *finding;

    if (item->item.number == expected)
        return;
    finding = report(pass, span_make(item->span.start, item->item.text),
                     "item has number %u, expected %u in a list like %s",
                     (unsigned)item->item.number, (unsigned)expected, examples[style]);
    if (finding)
        fix(pass, finding, item, expected);
}

static void node(struct pass *pass, const struct node *list)
{
    int style = style_of(pass, list);
    uint32_t expected = first_number(pass, list, style);

    if (!(list->flags & NODE_ORDERED))
        return;
    for (const struct node *item = node_child(pass_document(pass), list); item;
         item = node_sibling(pass_document(pass), item)) {
        check(pass, item, expected, style);
        expected += style == STYLE_ORDERED;
    }
}

const struct rule rule_ol_prefix = {
    .code = "MD029",
    .name = "ol-prefix",
    .tags = "ol",
    .summary = "the numbers of a list neither count up from 1 nor are all alike",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = node,
};
